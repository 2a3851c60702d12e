#!/usr/bin/env python3
"""Turns the CSV that bench_claims reads into what `gainsay check --kind claims` reads.

usage: claims_jsonl.py FILE.csv OUT.jsonl SCHEMA.json

FILE.csv has no header: id,subject,predicate,kind,num,txt,source,doc,off, where kind n is a
quantity, d a day (days since 1970-01-01) and t a text. OUT.jsonl has one claim a line;
SCHEMA.json says of each predicate that it has one value, and of quantities that they may
differ by 1 %: what bench_claims compares.
"""
import csv
import datetime
import json
import sys

KINDS = {"n": "quantity", "d": "date", "t": "text"}
EPOCH = datetime.date(1970, 1, 1)


def main():
    source, out, schema = sys.argv[1:4]
    predicates = {}
    dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    with open(source, encoding="utf-8", newline="") as lines, open(out, "w", encoding="utf-8") as to:
        for number, subject, predicate, kind, num, text, name, doc, off in csv.reader(lines):
            predicates[predicate] = KINDS[kind]
            value = text
            if kind == "n":
                value = float(num)
            elif kind == "d":
                value = (EPOCH + datetime.timedelta(days=int(num))).isoformat()
            to.write(dump({
                "id": number, "source": name, "subject": {"id": subject, "name": subject},
                "predicate": predicate, "object": {"type": KINDS[kind], "value": value},
                "doc": doc, "span": [int(off), int(off) + 10]}) + "\n")
    rows = {name: {"type": kind, "single": True,
                   **({"tolerance": {"relative": 0.01}} if kind == "quantity" else {})}
            for name, kind in sorted(predicates.items())}
    with open(schema, "w", encoding="utf-8") as to:
        json.dump({"predicates": rows}, to, indent=1)


if __name__ == "__main__":
    main()
