#!/usr/bin/env python3
"""Compare a report over claims with an independent list of disagreements.

usage: eval_claims.py REPORT.json EXPECTED.jsonl [--sample N --seed S] [--missing]

EXPECTED holds one disagreement a line: `claim_a` and `claim_b` (an id, or a list of ids of which any will
do), `field`, and `judged` where a person settled it. A row is found if one finding cites both claims (in its
claims or its instances). A row judged to be a matter of definition, window, split, match or office is excused
if a near miss of such a reason cites both. Rows of field `coverage` are not counted; a `malformed` row must be
among the report's errors. Prints one JSON object; exit 1 if a row is missing.
"""
import argparse
import collections
import json
import random
import re
import sys

EXCUSES = ("definition", "window", "split", "false_match", "office/term mismatch")
REASONS = {"definition", "window", "split", "other-entity", "other-office"}


def ids_of(value):
    return set(value) if isinstance(value, list) else {value}


def instance_ids(finding):
    """Ids cited by the instances of a pattern: "id: subject value | id: ..."."""
    out = []
    for text in finding.get("instances", []):
        out.append({re.split(r": ", part, maxsplit=1)[0] for part in text.split(" | ")})
    return out


def load_report(path):
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    findings, near = [], []
    for rank, finding in enumerate(report["findings"], 1):
        cited = {claim["id"] for claim in finding["claims"]}
        findings.append((rank, [cited] + instance_ids(finding), finding))
    for miss in report.get("near_misses", []):
        near.append((miss["reason"], {claim["id"] for claim in miss["claims"]}))
    return report, findings, near


def index(groups):
    by_claim = collections.defaultdict(list)
    for number, cited in enumerate(groups):
        for claim in cited:
            by_claim[claim].append(number)
    return by_claim


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("report")
    parser.add_argument("expected")
    parser.add_argument("--missing", action="store_true", help="list the rows that are missing")
    parser.add_argument("--sample", type=int, default=0, help="print N findings that no row asks for")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    report, findings, near = load_report(options.report)
    sets = [(rank, cited) for rank, groups, _ in findings for cited in groups]
    in_finding, in_near = index([cited for _, cited in sets]), index([cited for _, cited in near])
    errors = " ".join(json.dumps(error) for error in report.get("coverage", {}).get("errors", []))

    counts, missing, asked, ranks = collections.Counter(), [], set(), {}
    for line in open(options.expected, encoding="utf-8"):
        row = json.loads(line)
        judged = row.get("judged", "")
        if row["field"] == "coverage":
            counts["coverage"] += 1
            continue
        if row["field"] == "malformed":
            counts["found" if row["value"] in errors else "missing"] += 1
            continue
        a, b = ids_of(row["claim_a"]), ids_of(row["claim_b"])
        hits = [n for claim in a for n in in_finding.get(claim, []) if sets[n][1] & b]
        if hits:
            counts["found"] += 1
            asked.update(sets[n][0] for n in hits)
            if judged.startswith("true"):
                ranks[f"{row['name_a']} {row['field']}"] = min(sets[n][0] for n in hits)
            continue
        reasons = {near[n][0] for claim in a for n in in_near.get(claim, []) if near[n][1] & b}
        if judged.startswith(EXCUSES) and reasons & REASONS:
            counts["near miss"] += 1
            continue
        counts["missing"] += 1
        missing.append((row, sorted(reasons)))

    beyond = [finding for rank, _, finding in findings if rank not in asked]
    result = {"rows": sum(counts.values()), **counts, "findings": len(findings), "beyond": len(beyond),
              "ranks_of_judged_true": ranks}
    print(json.dumps(result, ensure_ascii=False))
    if options.missing:
        for row, reasons in missing:
            print(json.dumps([row["pair"], row["field"], row["claim_a"], row["claim_b"], row.get("name_a"),
                              row.get("name_b"), row["value_a"], row["value_b"], row.get("judged", ""), reasons],
                             ensure_ascii=False))
    if options.sample:
        chosen = random.Random(options.seed).sample(beyond, min(options.sample, len(beyond)))
        for finding in chosen:
            sides = [f"{side['value']} [{', '.join(sorted(set(side['claims'])))[:90]}]"
                     for side in finding["sides"]]
            print(finding["id"], finding["kind"], finding["subject"], finding["predicate"], " | ".join(sides),
                  finding.get("summary", "")[:120], sep="\t")
    return 1 if counts["missing"] else 0


if __name__ == "__main__":
    sys.exit(main())
