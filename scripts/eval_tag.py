#!/usr/bin/env python3
"""Score `gainsay tag` on sets of marked temporal and numeric mentions, a part held out.

usage: eval_tag.py TOOL DATA_DIR SCORER [--part tune|held|unread|all] [--errors SET] [--read] [--flags "..."] [SET...]

DATA_DIR holds SET.jsonl (one {"id","text","ref","gold"} a line), SCORER is the scorer's file. Items are split by
the SHA-256 of their id: three of ten are held out, and rules are written by what the others show. A second hash parts
the held-out items: one half of them may be read too (`--read` prints what fails there), the other stays unread. Prints
one line a set and one a pool: value F1 of the tuned part, the held-out part, its unread half and all, then the other
measures of `--part`.
"""
import argparse
import hashlib
import importlib.util
import json
import os
import subprocess
import tempfile

NEWS = ("te3_platinum", "timebank", "aquaint")
RECOGNIZERS = tuple("recognizers_%s_en" % k for k in (
    "number", "ordinal", "percent", "age", "currency", "dimension", "temperature", "numberrange"))
DUCKLING = tuple("duckling_%s_en" % k for k in (
    "numeral", "ordinal", "amountofmoney", "quantity", "distance", "volume", "temperature"))
OTHERS = ("duckling_duration_en", "sutime_en", "chrono_en", "recognizers_datetime_en")
POOLS = (("news", NEWS), ("recognizers numbers", RECOGNIZERS), ("duckling numbers", DUCKLING))
SALT = "gainsay tag 1 "


def held_out(record_id):
    return hashlib.sha256((SALT + record_id).encode()).digest()[0] * 10 < 3 * 256


def unread(record_id):
    return held_out(record_id) and hashlib.sha256((SALT + "again " + record_id).encode()).digest()[0] < 128


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("data")
    parser.add_argument("scorer")
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--part", default="all", choices=("tune", "held", "unread", "all"))
    parser.add_argument("--errors", action="append", default=[], help="print what fails in this set, tuned part only")
    parser.add_argument("--read", action="store_true", help="with --errors: of the held-out part's half that may be read instead")
    parser.add_argument("--flags", default="")
    parser.add_argument("--answers", help="a directory of SET.jsonl to score instead of what TOOL answers (code points)")
    args = parser.parse_intermixed_args()
    scorer = load_scorer(args.scorer)
    sets = args.sets or [s for pool in (NEWS, RECOGNIZERS, DUCKLING, OTHERS) for s in pool]
    with tempfile.TemporaryDirectory() as folder:
        runs = {name: answers(args, name, folder) for name in sets if os.path.exists(os.path.join(args.data, name + ".jsonl"))}
        print("%-26s %5s %6s %6s %6s %6s | %s: strict  trim   relaxed type   mod" % (
            "", "gold", "tune", "held", "unread", "all", args.part))
        for name in sets:
            if name in runs:
                show(scorer, args, folder, name, [runs[name]])
        for pool, members in POOLS:
            if all(m in runs for m in members):
                show(scorer, args, folder, pool, [runs[m] for m in members])
        for name in args.errors:
            print_errors(scorer, args, folder, runs[name])


def answers(args, name, folder):
    """The paths of a set and of what is answered to it, offsets in code points."""
    gold = os.path.join(args.data, name + ".jsonl")
    if args.answers:
        return gold, os.path.join(args.answers, name + ".jsonl")
    pred = os.path.join(folder, name + ".pred")
    with open(gold, encoding="utf-8") as source, open(pred, "w", encoding="utf-8") as out:
        subprocess.run([args.tool, "tag", "--offsets", "codepoints"] + args.flags.split(), stdin=source, stdout=out, check=True)
    return gold, pred


def score(scorer, folder, runs, keep, errors=None):
    paths, merged = [], os.path.join(folder, "merged.pred")
    with open(merged, "w", encoding="utf-8") as out:
        for gold, pred in runs:
            path = os.path.join(folder, os.path.basename(gold))
            with open(gold, encoding="utf-8") as source, open(path, "w", encoding="utf-8") as part:
                part.writelines(line for line in source if keep(json.loads(line)["id"]))
            paths.append(path)
            with open(pred, encoding="utf-8") as source:
                out.writelines(line for line in source if keep(json.loads(line)["id"]))
    scopes = json.load(open(os.path.join(os.path.dirname(os.path.abspath(scorer.__file__)), "sets.json"), encoding="utf-8"))
    scope = sorted({t for gold, _ in runs for t in scopes[os.path.basename(gold)[:-6]]["scope"]}) if len(runs) == 1 else None
    return scorer.run(paths, merged, "codepoints", 0, errors, scope)


PARTS = {"tune": lambda i: not held_out(i), "held": held_out, "unread": unread, "all": lambda i: True}


def show(scorer, args, folder, label, runs):
    result = {part: score(scorer, folder, runs, keep) for part, keep in PARTS.items()}
    r = result[args.part]
    print("%-26s %5d %6.3f %6.3f %6.3f %6.3f |       %6.3f %6.3f %6.3f %6.3f %s" % (
        label, result["all"]["gold"], result["tune"]["value_f1"], result["held"]["value_f1"], result["unread"]["value_f1"],
        result["all"]["value_f1"], r["strict"],
        r["trim"], r["relaxed"], r["type_f1"], "-" if r["mod_acc"] is None else "%.3f" % r["mod_acc"]))


def print_errors(scorer, args, folder, run):
    errors = []
    keep = (lambda i: held_out(i) and not unread(i)) if args.read else PARTS["tune"]
    score(scorer, folder, [run], keep, errors)
    texts = {json.loads(line)["id"]: json.loads(line)["text"] for line in open(run[0], encoding="utf-8")}
    for error in errors:
        text = texts[error[1]]
        print(*error, text if len(text) < 160 else "", sep="\t")


if __name__ == "__main__":
    main()
