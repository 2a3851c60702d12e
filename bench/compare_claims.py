#!/usr/bin/env python3
"""Runs bench_claims and DuckDB on one file in turn, checks that they find the same claims,
and prints the ratios of their CPU times.

usage: compare_claims.py BENCH_CLAIMS FILE.csv [--expected FILE.json] [--pairs N] [--jobs N]
                         [--peer bench/peers/duckdb_claims.mjs] [--modules DIR]
       compare_claims.py GAINSAY FILE.jsonl --check SCHEMA.json [--pairs N] [--jobs N] [--modules DIR]

With --check, `gainsay check` on JSON Lines (bench/claims_jsonl.py makes them) is held against
what DuckDB needs to load them into a table.

--modules: a folder in which `npm install @duckdb/node-api` was run; the driver is copied
there to run. --expected: counts as a generator of the file knows them. The runs of a pair
follow each other directly, so that a busy machine is busy for both; ratios are taken pair
by pair and the median is printed. CPU seconds are user and system: of the whole process
for bench_claims, without the start of Node and DuckDB for the peer.
"""
import argparse
import json
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

COUNTS = ("conflicted_groups", "claims_in_conflicted_groups", "conflicting_pairs")


def run(command, cwd=None):
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]}: exit {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def ids(path, column):
    with open(path, encoding="utf-8") as lines:
        return sorted(int(line.split(",", column + 1)[column]) for line in lines)


def cost_of(command):
    """CPU and wall seconds."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run([str(c) for c in command], stdout=subprocess.DEVNULL)
    if done.returncode not in (0, 1):
        sys.exit(f"{command[0]}: exit {done.returncode}")
    wall = time.monotonic() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def compare_check(arguments):
    driver = arguments.modules.resolve() / "compare_duckdb_load.mjs"
    shutil.copy(pathlib.Path(__file__).parent / "peers" / "duckdb_load.mjs", driver)
    ratios, walls = [], []
    for pair in range(arguments.pairs):
        ours, wall = cost_of([arguments.bench.resolve(), "check", "--kind", "claims", "--schema", arguments.check,
                       "--jobs", arguments.jobs, arguments.file.resolve()])
        peer = run(["node", driver.name, arguments.file.resolve(), arguments.jobs], cwd=driver.parent)
        ratios.append(peer["cpu_s"] / ours)
        walls.append(peer["wall_s"] / wall)
        print(f"pair {pair + 1}: gainsay check {ours:.3f} s, DuckDB load {peer['cpu_s']:.3f} s CPU,"
              f" ratio {ratios[-1]:.2f}; wall {wall:.3f} s, {peer['wall_s']:.3f} s, ratio {walls[-1]:.2f}", flush=True)
    driver.unlink()
    print(f"claims {peer['claims']}, median ratio CPU {statistics.median(ratios):.2f}, wall {statistics.median(walls):.2f}")
    return 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--expected", type=pathlib.Path)
    parser.add_argument("--check", type=pathlib.Path, metavar="SCHEMA.json")
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--peer", type=pathlib.Path,
                        default=pathlib.Path(__file__).parent / "peers" / "duckdb_claims.mjs")
    parser.add_argument("--modules", type=pathlib.Path, default=pathlib.Path("."))
    arguments = parser.parse_args()
    if arguments.check:
        return compare_check(arguments)
    file = arguments.file.resolve()
    ratios = {}
    with tempfile.TemporaryDirectory() as folder:
        ours_out, peer_out = pathlib.Path(folder, "ours.csv"), pathlib.Path(folder, "peer.csv")
        driver = arguments.modules.resolve() / ("compare_" + arguments.peer.name)
        shutil.copy(arguments.peer, driver)
        for pair in range(arguments.pairs):
            ours = run([arguments.bench.resolve(), file, "--out", ours_out, "--jobs", arguments.jobs])
            peer = run(["node", driver.name, file, peer_out, arguments.jobs], cwd=driver.parent)
            ratios.setdefault("cpu", []).append(peer["cpu_s"] / ours["cpu_s"])
            for name, stage in ours["stages"].items():
                ratios.setdefault(name, []).append(peer["stages"][name]["cpu_s"] / stage["cpu_s"])
            print(f"pair {pair + 1}: bench_claims {ours['cpu_s']:.3f} s, DuckDB {peer['cpu_s']:.3f} s CPU,"
                  f" ratio {ratios['cpu'][-1]:.2f}", flush=True)
        driver.unlink()
        same = ids(ours_out, 3) == ids(peer_out, 0)
    print(f"claims {ours['claims']}, " + ", ".join(f"{name} {ours[name]}" for name in COUNTS))
    print(f"bytes a claim {ours['bytes_per_claim']}, with strings and buffers "
          f"{ours['peak_resident_bytes'] / ours['claims']:.1f} (DuckDB {peer['peak_resident_bytes'] / ours['claims']:.1f})")
    print("median ratios: " + ", ".join(f"{name} {statistics.median(r):.2f}" for name, r in ratios.items()))
    print("same claims as DuckDB: " + ("yes" if same else "NO"))
    if arguments.expected:
        expected = json.loads(arguments.expected.read_text())
        wrong = [name for name in COUNTS if ours[name] != expected[name]]
        print("counts of the generator: " + ("equal" if not wrong else "DIFFERENT: " + ", ".join(wrong)))
        same = same and not wrong
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
