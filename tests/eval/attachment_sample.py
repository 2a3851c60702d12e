#!/usr/bin/env python3
"""Draws the values whose governors tests/eval/attachment.tsv tells, from dev sets of real news.

  attachment_sample.py PAIRS TEMPORAL [--seed 11] > sample.tsv

PAIRS and TEMPORAL are the folders of the sets. Prints one line a value, tab-separated: set, document id, field, begin and end of
the value (code points of that field), and then the sentence with the value in [[ ]], which is for reading and never committed.
Values are found by a plain pattern that knows nothing of gainsay; at most one a sentence, sentences without repetition.
"""
import argparse
import json
import os
import random
import re

MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday"
WORD = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens|hundreds|thousands)"
NUMBER = r"(?:[$€£] ?)?\d+(?:[,.]\d+)*"
UNIT = r"(?:[ -](?:hundred|thousand|million|billion|trillion))?(?:[ -]?%| percent| per cent)?(?:[ -](?:year|month|week|day|hour|minute|mile|kilometer|kilometre|meter|metre|foot|km|ft|m)s?)?(?:[ -]old)?"
VALUE = re.compile(
    rf"\b(?:{MONTH} \d{{1,2}}(?:, (?:19|20)\d\d)?|\d{{1,2}} {MONTH}(?: (?:19|20)\d\d)?|{MONTH} (?:19|20)\d\d|{DAY}|{WORD}{UNIT})\b|(?<![\w.,:/-]){NUMBER}{UNIT}(?![\w:/-])"
)
# Set, file, fields, how many values.
SOURCES = [
    ("ecbplus", "clusters_ecbplus.jsonl", 150),
    ("meantime", "clusters_meantime.jsonl", 24),
    ("newsnli", "pairs_equate_newsnli.jsonl", 36),
    ("rte3", "pairs_rte3_en.jsonl", 30),
    ("timebank", "timebank.jsonl", 24),
    ("aquaint", "aquaint.jsonl", 18),
    ("platinum", "te3_platinum.jsonl", 18),
]


def texts(path):
    """(id, field, text) of a file's documents."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            for doc in record.get("docs", []):
                if "text" in doc:
                    yield doc["id"], "text", doc["text"]
            for field in ("a", "b"):
                if field in record:
                    yield record["id"], field, record[field]["text"]
            if "docs" not in record and "text" in record:
                yield record["id"], "text", record["text"]


def sentences(text):
    """Spans of sentences: by lines, then by a full stop before a capital."""
    for line in re.finditer(r"[^\n]+", text):
        begin = line.start()
        for stop in re.finditer(r"[.?!][\"')]* +(?=[A-Z\"'`])", line.group()):
            yield begin, line.start() + stop.end()
            begin = line.start() + stop.end()
        yield begin, line.end()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pairs")
    parser.add_argument("temporal")
    parser.add_argument("--seed", type=int, default=11)
    args = parser.parse_args()
    for name, file, wanted in SOURCES:
        folder = args.pairs if os.path.exists(os.path.join(args.pairs, file)) else args.temporal
        rng = random.Random(f"{args.seed} {name}")
        found, seen = [], set()
        for ident, field, text in texts(os.path.join(folder, file)):
            for begin, end in sentences(text):
                sentence = text[begin:end]
                values = list(VALUE.finditer(sentence))
                if not values or not 6 <= len(sentence.split()) <= 45 or sentence in seen:
                    continue
                seen.add(sentence)
                value = rng.choice(values)
                marked = f"{sentence[:value.start()]}[[{value.group()}]]{sentence[value.end():]}"
                found.append((name, ident, field, begin + value.start(), begin + value.end(), " ".join(marked.split())))
        for row in sorted(rng.sample(found, wanted)):
            print("\t".join(map(str, row)))


if __name__ == "__main__":
    main()
