#!/usr/bin/env python3
"""Scores `gainsay compare` on pair sets, each set in two halves.

    tests/eval/compare_halves.py GAINSAY PAIRS_DIR [SET...] [--list SET] [--all] [--causes]

Each set is cut by a hash of the pair's id: errors are looked at on the tuned half
only. Weights are fitted to both: what they are worth on other pairs is told by
the cross-validation of scripts/fit_stated_weights.py. In-scope pairs (all with --all). A set prints one line a half: pairs,
contradictions, precision, recall, false alarms on consistent pairs; then, by
grade, how many findings are right, with a 95 % Wilson interval.
--causes says why contradictions of the tuned halves were missed.
--list SET prints what went wrong in the tuned half of a set, with the evidence.
Skips, and says so, where PAIRS_DIR is absent.
"""
import argparse
import collections
import hashlib
import json
import math
import os
import subprocess
import sys

SETS = ("ecbplus_hand", "vitaminc_real", "wikicontradict", "rte3_en", "summedits_news",
        "equate_stress", "equate_newsnli", "rte12_consistent", "equate_rte_quant")
SEED = "gainsay-halves-1"


def half(pair_id):
    """'tuned' or 'kept', by the id alone."""
    return "tuned" if hashlib.sha256((SEED + pair_id).encode()).digest()[0] & 1 else "kept"


def wilson(right, of):
    if of == 0:
        return "-"
    z, p = 1.96, right / of
    middle = (p + z * z / 2 / of) / (1 + z * z / of)
    spread = z * math.sqrt(p * (1 - p) / of + z * z / 4 / of / of) / (1 + z * z / of)
    return f"{right}/{of} = {100 * p:.0f} % ({100 * max(0, middle - spread):.0f}-{100 * min(1, middle + spread):.0f})"


def share(n, of):
    return f"{100 * n / of:5.1f}" if of else "    -"


def predictions(gainsay, path):
    run = subprocess.run([gainsay, "compare", "--explain", path], capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{gainsay} compare {path}: {run.stderr}")
    return {p["id"]: p for p in map(json.loads, run.stdout.splitlines())}


def score(pairs, said):
    n = collections.Counter()
    for pair in pairs:
        wrong, flagged = pair["label"] == "contradiction", said[pair["id"]]["contradiction"]
        n["pairs"] += 1
        n["contradictions"] += wrong
        n["found"] += wrong and flagged
        n["flagged"] += flagged
        n["consistent"] += pair["label"] == "consistent"
        n["alarms"] += pair["label"] == "consistent" and flagged
        if said[pair["id"]]["severity"]:
            grade = said[pair["id"]]["severity"]
            n[grade] += 1
            n[grade + " right"] += wrong
    return n


def show(name, part, n):
    print(f"{name:18} {part:6} {n['pairs']:5} {n['contradictions']:5}   {share(n['found'], n['flagged'])} "
          f"{share(n['found'], n['contradictions'])}   {share(n['alarms'], n['consistent'])}")


def tell(pairs, said):
    for pair in pairs:
        answer = said[pair["id"]]
        wrong = pair["label"] == "contradiction"
        if wrong == answer["contradiction"]:
            continue
        print(f"--- {'missed' if wrong else 'false alarm'} {pair['id']} {pair['label']} "
              f"{pair.get('subtype', pair.get('why_not', ''))}: {answer['severity']} {answer['reason']}")
        print("A:", pair["a"]["text"][:1500])
        print("B:", pair["b"]["text"][:1500])
        print("=>", answer["claims"], answer.get("evidence", ""))


def cause(answer):
    """Why a contradiction was missed, as the answer has it."""
    if not answer["claims"]:
        return "no values of one kind"
    return answer["reason"] or answer["severity"] or "?"


def show_causes(name, pairs, said):
    missed = collections.Counter(cause(said[p["id"]]) for p in pairs
                                 if p["label"] == "contradiction" and not said[p["id"]]["contradiction"])
    print(f"{name:18} missed: " + ", ".join(f"{n} {c}" for c, n in missed.most_common()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gainsay")
    parser.add_argument("pairs")
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--list", metavar="SET")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--causes", action="store_true")
    args = parser.parse_args()
    if not os.path.isdir(args.pairs):
        print(f"skipped: no pair sets at {args.pairs}")
        return
    grades = collections.Counter()
    if not args.list:
        print("set                half   pairs contr   prec. recall   alarms on consistent")
    for name in [args.list] if args.list else args.sets or SETS:
        path = os.path.join(args.pairs, f"pairs_{name}.jsonl")
        with open(path, encoding="utf-8") as lines:
            pairs = [p for p in map(json.loads, lines) if args.all or p.get("in_scope")]
        said = predictions(args.gainsay, path)
        halves = {h: [p for p in pairs if half(p["id"]) == h] for h in ("tuned", "kept")}
        if args.list:
            tell(halves["tuned"], said)
            return
        if args.causes:
            show_causes(name, halves["tuned"], said)
            continue
        for part, rows in list(halves.items()) + [("both", pairs)]:
            n = score(rows, said)
            show(name, part, n)
            if part == "both":
                grades.update(n)
    for grade in () if args.causes else ("definite", "probable", "tension"):
        print(f"{grade}: {wilson(grades[grade + ' right'], grades[grade])} are contradictions")


main()
