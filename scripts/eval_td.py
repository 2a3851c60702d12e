#!/usr/bin/env python3
"""Compare conflicted groups with an independent count, and say why where they differ.

usage: eval_td.py TOOL DATA_DIR [--cases FILE] [SET...]

DATA_DIR holds SET.claims.jsonl, td.expected.json (conflicted groups at tolerance 0 and 1 %, where no source
conflicts with itself) and tdload.py (its rules for names). Counts the groups again by those rules, claim against
claim, runs `TOOL check` on each set at both tolerances, and prints one JSON object a line: groups expected, counted
here, found, and the groups that only one side has by the class of their reason. A class is given only where it is
checked on the claims of the group:

  text beside a number, text beside a time   without the pairs of different types no pair of the group differs
  a label or an unclosed bracket             without the lists of names that hold one no pair differs

--cases FILE writes every differing group with its reason and values. Exit 1 if a group is unexplained or the
count of expected groups is not reproduced.
"""
import argparse
import collections
import importlib.util
import itertools
import json
import os
import subprocess
import sys
import tempfile


def schema(tolerance, predicates):
    """One value a source and item; no source against itself."""
    row = {"single": True, "within_source": False, "parts_agree": False, "no_value": [],
           "tolerance": {"absolute": 0, "relative": tolerance or 0}}
    return {"defaults": row, "predicates": {name: dict(row) for name in predicates}}


def rules_for_names(data):
    spec = importlib.util.spec_from_file_location("tdload", os.path.join(data, "tdload.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.names


def comparable(value, names):
    """The type of a value for comparison, and the value."""
    kind, raw = value["type"], value.get("value")
    if kind in ("datetime", "time"):
        day, _, hour = str(raw).rpartition("T")
        return "time", (day, hour[:5])
    if kind == "date":
        return "date", str(raw)
    if kind == "quantity":
        return "number", float(raw)
    if kind == "names":
        return "names", names(raw)
    return "text", " ".join(str(raw).casefold().split())


def differ(a, b, tolerance):
    if a[0] != b[0]:
        return True
    x, y = a[1], b[1]
    if a[0] == "number":
        return abs(x - y) > tolerance * max(abs(x), abs(y))
    if a[0] == "time":
        return x[1] != y[1] or bool(x[0] and y[0] and x[0] != y[0])
    if a[0] == "date":
        return not (x.startswith(y) or y.startswith(x))
    return x != y


def conflicted(claims, tolerance, of=lambda a, b: True):
    """True if two claims of two sources differ; `of`: which pairs count. Equal claims are looked at once."""
    distinct = {(c["source"], c["compared"]): c for c in claims}.values()
    return any(a["source"] != b["source"] and of(a, b) and differ(a["compared"], b["compared"], tolerance)
               for a, b in itertools.combinations(distinct, 2))


def has_label(claim):
    raw = str(claim["object"].get("value"))
    return ":" in raw or raw.count("(") != raw.count(")")


def reason_of_missing(claims, tolerance):
    if not conflicted(claims, tolerance, lambda a, b: a["compared"][0] == b["compared"][0]):
        kinds = sorted({c["compared"][0] for c in claims} - {"text"})
        return "text beside a " + " or a ".join(kinds)
    if not conflicted([c for c in claims if c["object"]["type"] != "names" or not has_label(c)], tolerance):
        return "a label or an unclosed bracket"
    return "unexplained"


def run(tool, path, tolerance, predicates):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(schema(tolerance, predicates), file)
        file.flush()
        done = subprocess.run([tool, "check", "--kind", "claims", "--schema", file.name, "--format", "json", path],
                              capture_output=True, text=True, check=False)
    return {claim["id"] for f in json.loads(done.stdout)["findings"] for claim in f["claims"]}


def groups_of(path, names):
    groups = collections.defaultdict(list)
    for line in open(path, encoding="utf-8"):
        claim = json.loads(line)
        claim["compared"] = comparable(claim["object"], names)
        subject = claim["subject"]
        groups[subject.get("id") or subject["name"], claim["predicate"], claim.get("point_in_time")].append(claim)
    return groups


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("data")
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--cases")
    options = parser.parse_args()
    expected = json.load(open(os.path.join(options.data, "td.expected.json"), encoding="utf-8"))["sets"]
    names, wrong = rules_for_names(options.data), 0
    cases = open(options.cases, "w", encoding="utf-8") if options.cases else None
    for name in options.sets or sorted(expected):
        path = os.path.join(options.data, name + ".claims.jsonl")
        if not os.path.exists(path):
            print(json.dumps({"set": name, "skipped": "no such file"}))
            continue
        groups = groups_of(path, names)
        item = {claim["id"]: key for key, claims in groups.items() for claim in claims}
        for label, tolerance in (("tol0", 0), ("tol1pct", 0.01)):
            found = {item[c] for c in run(options.tool, path, tolerance, sorted({k[1] for k in groups})) if c in item}
            counted = {key for key, claims in groups.items() if conflicted(claims, tolerance)}
            reasons = collections.Counter()
            for key in sorted(found ^ counted, key=str):
                reason = "unexplained" if key in found else reason_of_missing(groups[key], tolerance)
                reasons[("only found: " if key in found else "not found: ") + reason] += 1
                if cases:
                    values = sorted({f'{c["source"]}: {c["object"].get("value")}' for c in groups[key]})
                    cases.write(json.dumps({"set": name, "tolerance": tolerance, "group": key, "found": key in found,
                                            "reason": reason, "claims": values}, ensure_ascii=False) + "\n")
            total = expected[name]["conflicted_groups_" + label]
            wrong += len(counted) != total or any("unexplained" in r for r in reasons)
            print(json.dumps({"set": name, "tolerance": tolerance, "expected": total, "counted": len(counted),
                              "found": len(found), "differ": reasons}))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
