#!/usr/bin/env python3
"""Fits the weights of lib/identity/stated_weights.h to pairs of texts.

    scripts/fit_stated_weights.py FEATURES_PROGRAM PAIRS_DIR [--rounds N] [--ridge X]

FEATURES_PROGRAM is tests/eval/stated_features (build target stated_features).
Only the tuned half of each set is read (the same hash of the id as
tests/eval/compare_halves.py); the kept half judges.

A pair of texts is labelled, its values are not. So, some rounds: with the
weights so far each pair of texts is represented by the meeting that `compare`
would decide by (the best of those that cannot both hold, each value being the
other's best), and a logistic regression with a ridge is fitted
to those, the ridge pulling towards the hand-set weights. Beside them stand
crossed pairs of far texts, which teach that words must be shared. Sets count alike,
whatever their size; a false alarm counts ALARM times a miss. Prints the rows,
in tenths of log-odds, with the constant folded into kStatedThreshold (which is
then set 0.2 lower: recall for precision that the sets allow).
Standard library only; deterministic; a few seconds a round.
"""
import argparse
import collections
import hashlib
import json
import math
import os
import subprocess
import tempfile

SEED = "gainsay-halves-1"
SETS = {"ecbplus_hand": 1.0, "vitaminc_real": 1.0, "wikicontradict": 1.0, "rte3_en": 0.7, "summedits_news": 1.0,
        "equate_stress": 1.5, "equate_newsnli": 0.6, "rte12_consistent": 0.6, "equate_rte_quant": 0.6}
# What speaks for one thing may not be fitted to speak against it, and conversely.
FOR = ("same thing counted", "shared word of the thing", "same next word", "same word before", "shared name", "sentences overlap",
       "same frame", "like frame", "words around in one order", "same verb", "sentence fits best")
AGAINST = ("other thing counted", "another thing in its place", "missing name", "other names", "other subject", "not told as a fact",
           "other value beside", "far apart", "value stated too", "very value stated", "negated", "rate",
           "of other dates")
CROSSED = 200  # pairs a set
ALARM = 1.0
AGREE = "values agree"


def tuned(pair_id):
    return hashlib.sha256((SEED + pair_id).encode()).digest()[0] & 1


def crossed(pairs):
    """Text a of each tuned pair beside text b of a far one: they do not contradict."""
    few = [p for p in pairs if tuned(p["id"])]
    few = few[::max(1, len(few) // CROSSED)]
    for i, pair in enumerate(few):
        other = few[(i + len(few) // 2) % len(few)]
        yield {"id": f"{pair['id']}+{other['id']}", "a": pair["a"], "b": other["b"], "label": "neutral"}


def run(program, pairs):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for pair in pairs:
            file.write(json.dumps(pair) + "\n")
        file.flush()
        out = subprocess.run([program, file.name], capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def read(program, folder):
    names = [line.split("\t") for line in
             subprocess.run([program, "--names"], capture_output=True, text=True, check=True).stdout.splitlines()]
    rows = []
    for name, mass in SETS.items():
        path = os.path.join(folder, f"pairs_{name}.jsonl")
        with open(path, encoding="utf-8") as lines:
            pairs = [p for p in map(json.loads, lines) if p.get("in_scope")]
        far = list(crossed(pairs))
        count = sum(tuned(p["id"]) for p in pairs)
        for share, part in ((mass / count, pairs), (mass / max(1, len(far)) / 4, far)):
            for row, pair in zip(run(program, part), part):
                row["wrong"] = pair["label"] == "contradiction"
                row["set"], row["far"] = name, part is far
                row["tuned"] = part is far or bool(tuned(row["id"]))
                row["weight"] = share * 100 * (1.0 if row["wrong"] else ALARM)
                rows.append(row)
    return [n for n, _ in names], [float(w) / 10 for _, w in names], rows


def deciding(row, weights, agree):
    """The meeting that decides a pair of texts, or None."""
    scored = [(sum(w * c for w, c in zip(weights, m["counts"]) if c), m) for m in row["meetings"]]
    best_a, best_b = {}, {}
    for score, m in scored:
        rank = score + (agree if m["hulls"] else 0)
        best_a[m["a"]] = max(best_a.get(m["a"], -1e9), rank)
        best_b[m["b"]] = max(best_b.get(m["b"], -1e9), rank)
    best = None
    for score, m in scored:
        rank = score + (agree if m["hulls"] else 0)
        if rank < best_a[m["a"]] or rank < best_b[m["b"]] or m["hulls"]:
            continue
        if best is None or score > best[0]:
            best = (score, m)
    return best


def fit(samples, start, signs, bias, ridge, steps=400):
    """Gradient descent with momentum; ridge towards `start`."""
    w, b = list(start), bias
    vw, vb = [0.0] * len(w), 0.0
    total = sum(s[2] for s in samples)
    for _ in range(steps):
        gw, gb = [ridge * (x - s) for x, s in zip(w, start)], 0.0
        for counts, wrong, weight in samples:
            z = b + sum(w[i] * c for i, c in counts)
            error = (1 / (1 + math.exp(-max(-30, min(30, z)))) - wrong) * weight / total
            gb += error
            for i, c in counts:
                gw[i] += error * c
        for i, g in enumerate(gw):
            vw[i] = 0.9 * vw[i] - 0.3 * g
            w[i] += vw[i]
            if signs[i] * w[i] < 0:
                w[i] = vw[i] = 0.0
        vb = 0.9 * vb - 0.3 * gb
        b += vb
    return w, b


def report(rows, weights, threshold, agree):
    print(f"{'set':18} half   found flagged of   prec recall")
    far = [deciding(r, weights, agree) for r in rows if r["far"]]
    print("crossed pairs flagged:", sum(b is not None and b[0] >= threshold for b in far), "of", len(far))
    for name in SETS:
        for half in (True, False):
            part = [r for r in rows if r["set"] == name and r["tuned"] == half and not r["far"]]
            n = collections.Counter()
            for row in part:
                best = deciding(row, weights, agree)
                flagged = best is not None and best[0] >= threshold
                n["of"] += row["wrong"]
                n["flagged"] += flagged
                n["found"] += flagged and row["wrong"]
            print(f"{name:18} {'tuned' if half else 'kept ':6} {n['found']:4} {n['flagged']:4} {n['of']:4}  "
                  f"{100 * n['found'] / max(1, n['flagged']):5.1f} {100 * n['found'] / max(1, n['of']):5.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("pairs")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--ridge", type=float, default=0.003)
    parser.add_argument("--bias", type=float, default=-4.0)
    args = parser.parse_args()
    names, start, rows = read(args.program, args.pairs)
    agree = start[names.index(AGREE)]
    signs = [(n in FOR) - (n in AGAINST) for n in names]
    weights, bias = [w if s * w >= 0 else 0.0 for w, s in zip(start, signs)], args.bias
    report(rows, weights, -bias, agree)
    for _ in range(args.rounds):
        samples = []
        for row in rows:
            best = deciding(row, weights, agree) if row["tuned"] else None
            if best:
                counts = [(i, c) for i, c in enumerate(best[1]["counts"]) if c]
                samples.append((counts, 1.0 if row["wrong"] else 0.0, row["weight"]))
        weights, bias = fit(samples, start, signs, bias, args.ridge)
        weights[names.index(AGREE)] = agree
        print(len(samples), "pairs, threshold", round(-bias, 2))
    for name, w in zip(names, weights):
        print(f'    {{"{name}", {round(10 * w)}}},')
    print("kStatedThreshold", round(-10 * bias))
    rounded = [round(10 * w) / 10 for w in weights]
    for extra in (-0.4, -0.2, 0):
        print("threshold", round(-bias + extra, 2))
        report(rows, rounded, -bias + extra, agree)


main()
