#!/usr/bin/env python3
"""Scores on what the values of real news sentences hang, against governors that a person marked.

  attachment.py ATTACHMENTS PAIRS TEMPORAL [--list tuned|more]

ATTACHMENTS is the program of attachments.cc; PAIRS and TEMPORAL are the folders of the sets (attachment_sample.py drew the values
from them before anything was scored). A value is

  right      the governor that the program ranks first is the marked one, in that relation; or both have none
  ambiguous  the marked one is among the program's other governors: frames may still choose
  wrong      anything else; a value on which the program hangs nothing is wrong, too

Documents of attachment.tsv are in two halves by a hash of their id: `tuned` may be looked at with --list (marked and found governor
of each value that is not right), `held` is scored only. attachment_more.tsv holds values of other documents of the tuned half; its
part, `more`, is counted apart, since it was read after the rules for `tuned` had been written.
"""
import argparse
import collections
import hashlib
import json
import os
import subprocess

from attachment_sample import SOURCES, texts

HERE = os.path.dirname(os.path.abspath(__file__))
# Names of one relation.
SAME = {"count": "mod", "par": "app", "obj2": "measure"}
# Relations between which grammars differ: how an amount hangs on a verb.
LOOSE = [{"obj", "measure", "time", "adj"}, {"mod", "pre"}]


def half(ident):
    return "tuned" if hashlib.sha256(ident.encode()).digest()[0] % 2 == 0 else "held"


def agrees(gold, found):
    begin, end, relation = gold
    name = SAME.get(found["relation"], found["relation"])
    same = name == relation or any(name in pair and relation in pair for pair in LOOSE)
    return same and found["begin"] < end and begin < found["end"]


def judge(gold, found):
    if not gold or not found:
        return "right" if not gold and not found else "wrong"
    if any(agrees(g, found[0]) for g in gold):
        return "right"
    return "ambiguous" if any(agrees(g, f) for g in gold for f in found) else "wrong"


def rows():
    """(part, set, document, field, begin, end, governors) of the values of both files."""
    for row in rows_of("attachment.tsv"):
        yield half(row[1]), *row
    for row in rows_of("attachment_more.tsv"):
        assert half(row[1]) == "tuned", row
        yield "more", *row


def rows_of(file):
    with open(os.path.join(HERE, file), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            name, ident, field, begin, end, governors = line.rstrip("\n").split("\t")
            gold = []
            for governor in governors.split():
                if governor != "-":
                    span, relation = governor.split(":")
                    gold.append((*map(int, span.split("-")), relation))
            yield name, ident, field, int(begin), int(end), gold


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("attachments")
    parser.add_argument("pairs")
    parser.add_argument("temporal")
    parser.add_argument("--list", choices=("tuned", "more"), help="show what is not right of this part")
    args = parser.parse_args()
    known = {}
    for name, file, _ in SOURCES:
        folder = args.pairs if os.path.exists(os.path.join(args.pairs, file)) else args.temporal
        for ident, field, text in texts(os.path.join(folder, file)):
            known[name, ident, field] = text
    values = list(rows())
    asked = []
    for _, name, ident, field, begin, end, _ in values:
        text = known[name, ident, field]
        size = lambda upto: len(text[:upto].encode())
        asked.append(json.dumps({"text": text, "begin": size(begin), "end": size(end)}))
    run = subprocess.run([args.attachments], input="\n".join(asked), capture_output=True, text=True, check=True)
    counts = collections.defaultdict(collections.Counter)
    for (part, name, ident, field, begin, end, gold), line in zip(values, run.stdout.splitlines()):
        raw = known[name, ident, field].encode()
        found = [
            {**f, "begin": len(raw[: f["begin"]].decode()), "end": len(raw[: f["end"]].decode())} for f in json.loads(line)
        ]
        verdict = judge(gold, found)
        counts[part][verdict] += 1
        if verdict != "right" and part == args.list:
            text = known[name, ident, field]
            show = lambda b, e, r: f"{r}:{text[b:e]}"
            print(verdict, "|", text[max(0, begin - 90):begin].replace("\n", " ") + f"[[{text[begin:end]}]]" + text[end:end + 70].replace("\n", " "))
            print("    marked", " ".join(show(*g) for g in gold), " found", " ".join(show(f["begin"], f["end"], f["relation"]) for f in found))
    for part in ("tuned", "held", "more"):
        total = sum(counts[part].values())
        good = counts[part]["right"] + counts[part]["ambiguous"]
        print(f"{part}: {total} values, right {counts[part]['right']}, ambiguous {counts[part]['ambiguous']}, "
              f"wrong {counts[part]['wrong']}: {100 * good / total:.1f} % right or ambiguous")


if __name__ == "__main__":
    main()
