#!/usr/bin/env python3
"""Fits the weights of lib/identity/stated_weights.h to pairs of texts.

    scripts/fit_stated_weights.py FEATURES_PROGRAM PAIRS_DIR [--rounds N] [--ridge X]

FEATURES_PROGRAM is tests/eval/stated_features (build target stated_features).
All pairs are read. What the weights are worth on pairs that they were not fitted
to is told by cross-validation: five times a fifth of each set, by a hash of the
id, is judged by weights that are fitted to the rest. MORE holds sets by which
nothing is judged.

A pair of texts is labelled, its values are not. So, some rounds: with the
weights so far each pair of texts is represented by the meeting that `compare`
would decide by (the best of those that cannot both hold, each value being the
other's best), and a logistic regression is fitted to those by Newton's method,
a ridge pulling towards PRIOR: the weights that are compiled in have seen all
pairs, and would tell of them. What the wording decides is counted as it stands:
nothing of it is fitted. Beside them stand
crossed pairs of far texts, which teach that words must be shared. Sets count
alike, whatever their size. Guards, places in a
sentence and the advance of agreeing values are set by hand. Prints the rows, in tenths of log-odds, and the bias: kStatedEven is what
makes up for it, and grades are set by what each margin beyond it is worth. Rows that come out as nothing are
to be deleted. Standard library only; deterministic.
"""
import argparse
import hashlib
import json
import math
import os
import subprocess
import tempfile

FOLDS = 5
SETS = {"ecbplus_hand": 1.0, "vitaminc_real": 1.0, "wikicontradict": 1.0, "rte3_en": 0.7, "summedits_news": 1.0,
        "equate_stress": 1.0, "equate_newsnli": 0.6, "rte12_consistent": 0.6, "equate_rte_quant": 0.6}
MORE = {"chatprotect_llm": 0.5}
BY_HAND = ("very value stated", "negated", "rate", "of other dates", "dates of reports", "since a date", "derived", "values agree",
           # Which value is meant for which: pairs of texts do not tell, whatever is matched.
           "same place in the sentence", "other place in the sentence")
# What speaks for one thing may not be fitted to speak against it, and conversely.
FOR = ("same thing counted", "shared word of the thing", "same word before", "shared name", "sentences overlap", "same frame",
       "like frame", "words around in one order", "same verb", "sentence fits best", "closer than the very value",
       "same attribute", "clause overlaps", "words near", "few days apart", "few years apart",
       "same unit of time", "names shared", "dates of one attribute", "dates of one verb", "rare kind of value")
AGAINST = ("other thing counted", "another thing in its place", "missing name", "other names", "other subject",
           "not told as a fact", "other value beside", "far apart", "value stated too", "another attribute",
           "words lacking", "no names")
PRIOR = 0.5  # of a weight, with its sign, before any pair is seen; nothing for those of neither
CROSSED = 200  # pairs a set
AGREE = "values agree"
# Margins beyond kStatedEven, as in stated_weights.h.
GRADES = (("tension", 0.4, 1.0), ("probable", 1.0, 2.2), ("definite", 2.2, math.inf))
WORDED = 1.0  # margin of a contradiction of wording


def fold(pair_id):
    """Of a pair; crossed pairs follow their first text."""
    digest = hashlib.sha256(("fold " + pair_id.split("+")[0]).encode()).digest()
    return int.from_bytes(digest[:2], "big") % FOLDS


def crossed(pairs):
    """Text a of each pair beside text b of a far one: they do not contradict."""
    few = pairs[::max(1, len(pairs) // CROSSED)]
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
    for name, mass in (SETS | MORE).items():
        path = os.path.join(folder, f"pairs_{name}.jsonl")
        with open(path, encoding="utf-8") as lines:
            pairs = [p for p in map(json.loads, lines) if p.get("in_scope")]
        far = list(crossed(pairs)) if name in SETS else []
        for share, part in ((mass / len(pairs), pairs), (mass / max(1, len(far)) / 4, far)):
            for row, pair in zip(run(program, part), part):
                row["wrong"], row["label"] = pair["label"] == "contradiction", pair["label"]
                row["set"], row["far"] = name, part is far
                row["fold"] = fold(row["id"])
                row["weight"] = share * 100
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


def solve(matrix, right):
    """Gauss with pivots."""
    n = len(right)
    rows = [row + [right[i]] for i, row in enumerate(matrix)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, n):
            factor = rows[k][i] / rows[i][i]
            if factor:
                rows[k] = [x - factor * y for x, y in zip(rows[k], rows[i])]
    out = [0.0] * n
    for i in reversed(range(n)):
        out[i] = (rows[i][n] - sum(rows[i][j] * out[j] for j in range(i + 1, n))) / rows[i][i]
    return out


def fit(samples, weights, bias, prior, free, signs, ridge):
    """Newton's method; a weight that would change its sign becomes nothing and is left out, for a while."""
    total, active = sum(s[2] for s in samples), list(free)
    for step in range(25):
        at, m = {f: k for k, f in enumerate(active)}, len(active)
        slope = [ridge * (weights[f] - prior[f]) for f in active] + [0.0]
        curve = [[ridge if i == k and k < m else 0.0 for i in range(m + 1)] for k in range(m + 1)]
        for counts, wrong, weight in samples:
            z = bias + sum(weights[i] * c for i, c in counts)
            p = 1 / (1 + math.exp(-max(-30, min(30, z))))
            error, bend = (p - wrong) * weight / total, max(1e-6, p * (1 - p)) * weight / total
            row = [(at[i], c) for i, c in counts if i in at] + [(m, 1.0)]
            for k, c in row:
                slope[k] += error * c
                for i, d in row:
                    curve[k][i] += bend * c * d
        change = solve(curve, slope)
        size = min(1, 2 / max(1e-9, max(map(abs, change))))
        for k, f in enumerate(active):
            weights[f] -= size * change[k]
        bias -= size * change[m]
        turned = [f for f in active if signs[f] * weights[f] < 0]
        for f in turned:
            weights[f] = 0.0
        if step < 15:
            active = list(free) if step in (5, 10) else [f for f in active if f not in turned]
    return weights, bias


def train(rows, prior, bias, agree, names, free, signs, args):
    weights = list(prior)
    for _ in range(args.rounds):
        samples = []
        for row in rows:
            best = deciding(row, weights, agree)
            if best:
                counts = [(i, c) for i, c in enumerate(best[1]["counts"]) if c and names[i] != AGREE]
                samples.append((counts, 1.0 if row["wrong"] else 0.0, row["weight"]))
        weights, bias = fit(samples, weights, bias, prior, free, signs, args.ridge)
    return weights, bias


def report(judged, extra):
    """judged: (row, by how much the threshold is passed)."""
    far = [margin >= extra for row, margin in judged if row["far"]]
    print(f"threshold {extra:+.1f}: crossed pairs flagged {sum(far)} of {len(far)}")
    print(f"{'set':18} found flagged of   prec recall  alarms on consistent")
    for name in SETS:
        part = [(row, margin) for row, margin in judged if row["set"] == name and not row["far"]]
        of = sum(row["wrong"] for row, _ in part)
        flagged = [row["wrong"] for row, margin in part if margin >= extra]
        print(f"{name:18} {sum(flagged):4} {len(flagged):4} {of:4}  "
              f"{100 * sum(flagged) / max(1, len(flagged)):5.1f} {100 * sum(flagged) / max(1, of):5.1f} {alarms(part, extra):5.1f}")


def alarms(part, extra):
    """Per cent of the consistent pairs."""
    flagged = [margin >= extra for row, margin in part if row["label"] == "consistent"]
    return 100 * sum(flagged) / max(1, len(flagged))


def grades(judged):
    """How many findings of each grade are right."""
    for name, least, most in GRADES:
        right = [row["wrong"] for row, margin in judged
                 if not row["far"] and row["set"] in SETS and least <= margin < most]
        print(f"{name}: {sum(right)} of {len(right)} are right, {100 * sum(right) / max(1, len(right)):.0f} %")


def margins(rows, weights, bias, agree):
    for row in rows:
        best = deciding(row, weights, agree)
        margin = best[0] + bias if best else -99.0
        yield row, max(margin, WORDED) if row["worded"] else margin


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("pairs")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--ridge", type=float, default=0.0015)
    parser.add_argument("--bias", type=float, default=-5.0)
    args = parser.parse_args()
    names, prior, rows = read(args.program, args.pairs)
    agree = prior[names.index(AGREE)]
    signs = [(n in FOR) - (n in AGAINST) for n in names]
    free = [i for i, n in enumerate(names) if n not in BY_HAND]
    for i in free:
        prior[i] = PRIOR * signs[i]
    judged = []
    for k in range(FOLDS):
        rest = [row for row in rows if row["fold"] != k]
        weights, bias = train(rest, prior, args.bias, agree, names, free, signs, args)
        judged += margins([row for row in rows if row["fold"] == k], weights, bias, agree)
    print("by cross-validation")
    for extra in (0, GRADES[0][1], GRADES[1][1]):
        report(judged, extra)
    grades(judged)
    weights, bias = train(rows, prior, args.bias, agree, names, free, signs, args)
    for name, w in zip(names, weights):
        print(f'    {{"{name}", {round(10 * w)}}},')
    print("bias", round(10 * bias))
    rounded = [round(10 * w) / 10 for w in weights]
    print("on the pairs that the weights were fitted to")
    report(list(margins(rows, rounded, bias, agree)), 0)


main()
