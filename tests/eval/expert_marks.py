#!/usr/bin/env python3
"""Holds a report against what an expert marks in the same documents.

usage: expert_marks.py REPORT.json GOLD.json

GOLD: {"sources": {KEY: {"file"}}, "items": [{"id", "verdict", "quotes": [{"source",
"start_byte", "end_byte"}]}]}. A contradiction is found if one finding cites every quote of
it that gainsay calls a side, at least one of each of two sources; a must-not-flag item is
flagged if all claims of some derivation lie on its quotes. Exit 0 only if every
contradiction is found, nothing is flagged, and no other finding is there.
"""
import json
import os
import sys


def spans(quotes, files):
    return [(files[q["source"]], q["start_byte"], q["end_byte"]) for q in quotes]


def hit(claim, span):
    name = os.path.basename(claim["doc"])
    return name == span[0] and claim["span"][0] < span[2] and span[1] < claim["span"][1]


def covered(claims, wanted):
    return [s for s in wanted if any(hit(c, s) for c in claims)]


def main(report_path, gold_path):
    report, gold = json.load(open(report_path)), json.load(open(gold_path))
    files = {k: s["file"] for k, s in gold["sources"].items()}
    ok, explained = True, set()
    for item in gold["items"]:
        wanted = spans(item["quotes"], files)
        if item["verdict"] == "contradiction":
            best = max(report["findings"], key=lambda f: len(covered(f["claims"], wanted)), default=None)
            got = covered(best["claims"], wanted) if best else []
            full = len(got) == len(wanted)
            ok &= full
            if full:
                explained.add(best["id"])
            print(f"{item['id']}: {len(got)} of {len(wanted)} quotes in "
                  f"{best['severity'] + ' ' + best['id'] if best else 'no finding'}")
            continue
        for f in report["findings"]:
            core = [c for c in f["claims"] if c.get("in_derivation", True)]
            if core and all(any(hit(c, s) for s in wanted) for c in core):
                print(f"{item['id']}: FLAGGED by {f['id']}")
                ok = False
        near = [n for n in report.get("near_misses", []) if len(covered(n["claims"], wanted)) > 1]
        if near:
            print(f"{item['id']}: near miss: {', '.join(sorted({n['reason'] for n in near}))}  (expert: {item.get('reason', '')})")
    for f in report["findings"]:
        if f["id"] not in explained:
            print(f"beyond the marks: {f['severity']} {f['kind']} {f['id']}: {f.get('summary', '')}")
            ok = False
    return 0 if ok else 1


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
