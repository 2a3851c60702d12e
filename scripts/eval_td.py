#!/usr/bin/env python3
"""Compare conflicted groups with an independent count.

usage: eval_td.py TOOL DATA_DIR [SET...]

DATA_DIR holds SET.claims.jsonl and td.expected.json (conflicted groups at tolerance 0 and 1 %, where no source
conflicts with itself). Runs `TOOL check` on each set at both tolerances and prints one JSON object a line: groups
expected and found, and where they differ, by reason, the groups that only one of them has.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile


def schema(tolerance, predicates):
    """One value a source and item; no source against itself."""
    row = {"single": True, "within_source": False}
    if tolerance:
        row["tolerance"] = {"relative": tolerance}
    return {"defaults": row, "predicates": {name: dict(row) for name in predicates}}


def fold(value):
    return " ".join(str(value).casefold().split())


def main():
    tool, data = sys.argv[1], sys.argv[2]
    expected = json.load(open(os.path.join(data, "td.expected.json"), encoding="utf-8"))["sets"]
    for name in sys.argv[3:] or sorted(expected):
        path = os.path.join(data, name + ".claims.jsonl")
        if not os.path.exists(path):
            print(json.dumps({"set": name, "skipped": "no such file"}))
            continue
        claims = [json.loads(line) for line in open(path, encoding="utf-8")]
        item = {c["id"]: (c["subject"]["name"], c["predicate"], c.get("point_in_time")) for c in claims}
        mixed = collections.defaultdict(set)
        several = collections.defaultdict(lambda: collections.defaultdict(set))
        for c in claims:
            mixed[item[c["id"]]].add(c["object"]["type"])
            several[item[c["id"]]][c["source"]].add(fold(c["object"].get("value")))
        for label, tolerance in (("tol0", 0), ("tol1pct", 0.01)):
            with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
                json.dump(schema(tolerance, sorted({c["predicate"] for c in claims})), file)
                file.flush()
                run = subprocess.run([tool, "check", "--kind", "claims", "--schema", file.name, "--format", "json", path],
                                     capture_output=True, text=True, check=False)
            found = {item[claim["id"]] for f in json.loads(run.stdout)["findings"] for claim in f["claims"] if claim["id"] in item}
            print(json.dumps({
                "set": name, "tolerance": tolerance, "expected": expected[name]["conflicted_groups_" + label],
                "found": len(found),
                "found_with_a_source_of_several_values": sum(any(len(v) > 1 for v in several[g].values()) for g in found),
                "groups_of_several_types_not_found": sum(len(mixed[g]) > 1 and g not in found for g in mixed)}))


if __name__ == "__main__":
    main()
