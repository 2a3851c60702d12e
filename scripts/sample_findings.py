#!/usr/bin/env python3
"""Draw a seeded sample of the contradictions of several reports, to be judged by reading.

usage: sample_findings.py [--size N] [--seed S] [--verdicts FILE.tsv] NAME=REPORT.json...

Takes N of all definite and probable findings of the reports, by a generator seeded with S, and prints each
with its claims. With --verdicts, a file of tab-separated rows (id, set, verdict,
reason; verdict "accept" or "reject"), prints how many of the sample are judged and accepted instead; exit 1 if
one is not judged, or fewer than 95 of 100 are accepted.
"""
import argparse
import json
import random
import sys

SHOWN = 12  # claims of a finding that are printed


def findings_of(name, path):
    with open(path, encoding="utf-8") as file:
        findings = [f for f in json.load(file)["findings"] if f["severity"] != "tension"]
    return [(name, finding) for finding in sorted(findings, key=lambda f: f["id"])]


def show(name, finding):
    print(f"{finding['id']}\t{name}\t{finding['kind']} {finding['severity']}: {finding['summary']}")
    shown = sorted(finding["claims"], key=lambda c: not c.get("in_derivation", False))[:SHOWN]
    for claim in shown:
        said = " ".join(str(claim.get(k, "")) for k in ("subject", "predicate", "value", "raw", "valid"))
        print(f"    {claim.get('side', '')} {claim['id']} {claim['source']}: {' '.join(said.split())}")
    if len(finding["claims"]) > len(shown):
        print(f"    ... {len(finding['claims'])} claims")
    for instance in finding.get("instances", [])[:3]:
        print(f"    instance {instance[:200]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="+", metavar="NAME=REPORT.json")
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verdicts")
    arguments = parser.parse_args()
    every = []
    for report in sorted(arguments.reports):
        name, _, path = report.partition("=")
        every += findings_of(name, path)
    drawn = random.Random(arguments.seed).sample(every, min(arguments.size, len(every)))
    drawn.sort(key=lambda pair: (pair[0], pair[1]["id"]))
    if not arguments.verdicts:
        for name, finding in drawn:
            show(name, finding)
        return 0
    with open(arguments.verdicts, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    verdicts = {(row[0], row[1]): row[2] for row in rows}
    unjudged = [finding["id"] for name, finding in drawn if (finding["id"], name) not in verdicts]
    accepted = sum(verdicts.get((finding["id"], name)) == "accept" for name, finding in drawn)
    print(json.dumps({"sample": len(drawn), "accepted": accepted, "not_judged": unjudged}))
    return 1 if unjudged or accepted * 100 < len(drawn) * 95 else 0


if __name__ == "__main__":
    sys.exit(main())
