#!/usr/bin/env python3
"""Counts what `gainsay check` finds among news that nobody put together.

    tests/eval/unrelated_findings.py GAINSAY NEWS.jsonl... [--groups N] [--list]

NEWS.jsonl: {"id", "text", "ref"?} a line; the days of `ref` are kept as the day of publication where they differ from document to
document (a set with one day for all has none). All are checked as one corpus, with --groups each N in turn as one of their own (up
to 40 documents are read as put side by side by somebody: docs/identity.md). Hardly any two speak of one thing: nearly every finding
is a false alarm. Prints findings by grade, and by documents; --list prints them with their quotes. Skips, and says so,
where a file is absent.
"""
import argparse
import collections
import json
import os
import subprocess
import tempfile


def documents(paths):
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
        days = {row.get("ref", "")[:10] for row in rows}
        for row in rows:
            out = {"id": row["id"], "source": row["id"], "text": row["text"]}
            if len(days) > 1 and len(row.get("ref", "")) >= 10:
                out["published"] = row["ref"][:10]
            yield out


def check(gainsay, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False) as file:
        for row in rows:
            file.write(json.dumps(row) + "\n")
    run = subprocess.run([gainsay, "check", "--format", "json", file.name], capture_output=True, text=True, check=False)
    os.unlink(file.name)
    return json.loads(run.stdout)["findings"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gainsay")
    parser.add_argument("news", nargs="+")
    parser.add_argument("--groups", type=int, metavar="N")
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    missing = [path for path in args.news if not os.path.exists(path)]
    if missing:
        print("skipped: no", ", ".join(missing))
        return
    rows = list(documents(args.news))
    size = args.groups or len(rows)
    findings = []
    for first in range(0, len(rows), size):
        findings += check(args.gainsay, rows[first : first + size])
    if args.list:
        for f in findings:
            print(f["severity"], f["kind"], f.get("summary", ""))
            for claim in f["claims"]:
                print("   ", claim["doc"], "|", claim.get("quote", "")[:160].replace("\n", " "))
    grades = collections.Counter(f["severity"] for f in findings)
    print(f"{len(rows)} documents:", ", ".join(f"{grades[g]} {g}" for g in ("definite", "probable", "tension")))


if __name__ == "__main__":
    main()
