#!/usr/bin/env python3
"""Judges what `gainsay check` finds on clusters of news documents (ECB+).

    tests/eval/ecbplus_findings.py GAINSAY PAIRS_DIR [--list]

PAIRS_DIR holds clusters_ecbplus.jsonl and pairs_ecbplus_hand.jsonl. Each
cluster becomes documents (scripts/clusters_to_documents.py) and is checked; each
finding is looked up in tests/eval/ecbplus_adjudicated.tsv by its cluster and the
bytes of two values on different sides: accepted, rejected, or unknown (read it,
and add a row). Then both halves of each topic are checked in one run: a finding
that cites documents of both is counted as across events. Of the pairs: how many
that contradict each other are found, and how many others are flagged.
Skips, and says so, where PAIRS_DIR is absent.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def adjudicated():
    rows = []
    with open(os.path.join(HERE, "ecbplus_adjudicated.tsv"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            cluster, a, span_a, b, span_b, verdict, _ = line.rstrip("\n").split("\t")
            span = lambda s: tuple(map(int, s.split("-")))
            rows.append((cluster, (a, span(span_a)), (b, span(span_b)), verdict))
    return rows


def check(gainsay, path):
    run = subprocess.run([gainsay, "check", "--format", "json", path], capture_output=True, text=True, check=False)
    return json.loads(run.stdout)["findings"]


def cites(claim, place):
    begin, end = claim.get("value_span") or claim["span"]
    return claim["doc"] == place[0] and begin < place[1][1] and place[1][0] < end


def meets(finding, a, b):
    """Both places are cited, on different sides."""
    return any(cites(x, a) and cites(y, b) and x["side"] != y["side"]
               for x in finding["claims"] for y in finding["claims"])


def verdict_of(finding, cluster, rows):
    for row in rows:
        if row[0] == cluster and (meets(finding, row[1], row[2]) or meets(finding, row[2], row[1])):
            return row[3]
    return "unknown"


def places(gold, documents):
    """Byte ranges of the two sentences of a pair, or None."""
    out = []
    for side in (gold["a"], gold["b"]):
        text = documents[side["doc"]].encode()
        begin = text.find(side["text"].encode())
        if begin < 0:
            return None
        out.append((side["doc"], (begin, begin + len(side["text"].encode()))))
    return out


def main():
    if len(sys.argv) < 3 or not os.path.isdir(sys.argv[2]):
        print("skipped: no clusters at " + (sys.argv[2] if len(sys.argv) > 2 else "?"))
        return
    gainsay, pairs = sys.argv[1], sys.argv[2]
    rows, by_grade, found = adjudicated(), collections.defaultdict(collections.Counter), {}
    across = 0
    documents = {}
    with tempfile.TemporaryDirectory() as work:
        subprocess.run([sys.executable, os.path.join(HERE, "../../scripts/clusters_to_documents.py"),
                        os.path.join(pairs, "clusters_ecbplus.jsonl"), work, "--topics"], check=True)
        for name in sorted(os.listdir(work)):
            path, cluster = os.path.join(work, name), name[:-len(".jsonl")]
            findings = check(gainsay, path)
            if cluster.startswith("topic-"):
                for finding in findings:
                    halves = {c["doc"].endswith("plus") for c in finding["claims"]}
                    across += len(halves) > 1
                    if len(halves) > 1:
                        print("across events:", cluster, finding["summary"])
                continue
            found[cluster] = findings
            with open(path, encoding="utf-8") as lines:
                documents.update((d["id"], d["text"]) for d in map(json.loads, lines))
            for finding in findings:
                verdict = verdict_of(finding, cluster, rows)
                by_grade[finding["severity"]][verdict] += 1
                if verdict == "unknown" or "--list" in sys.argv:
                    print(verdict, cluster, finding["severity"], finding["summary"])
                    for c in finding["claims"]:
                        print("   side", c["side"], c["doc"], "%d-%d" % tuple(c["value_span"]), c["quote"])
    for grade, counts in sorted(by_grade.items()):
        print(grade, dict(counts))
    print("across events:", across)
    n = collections.Counter()
    with open(os.path.join(pairs, "pairs_ecbplus_hand.jsonl"), encoding="utf-8") as lines:
        for pair in map(json.loads, lines):
            if not pair.get("in_scope"):
                continue
            kind = "contradictions" if pair["label"] == "contradiction" else "others"
            n[kind] += 1
            where = places(pair, documents)
            if where is None:
                n[kind + " not in the texts"] += 1
            elif any(meets(f, *where) or meets(f, *reversed(where)) for f in found.get(pair["cluster"], [])):
                n[kind + " flagged"] += 1
    print(f"ecbplus_hand, in scope: {n['contradictions flagged']} of {n['contradictions']} contradictions found; "
          f"{n['others flagged']} of {n['others']} other pairs flagged "
          f"({n['contradictions not in the texts'] + n['others not in the texts']} pairs are not in the texts word for word)")


main()
