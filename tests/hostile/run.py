#!/usr/bin/env python3
"""Runs `gainsay check` and `gainsay extract` on every file of a folder of hostile
input, one run a file, and demands a clean exit within a second.

    run.py TOOL FOLDER [--seconds S] [--jobs N]

Exit codes 0 to 3 are clean; a signal, a sanitizer's report, any other code or a run
that takes longer is a failure. Skips (exit 77) where the folder does not exist.
Python 3, standard library.
"""
import argparse
import concurrent.futures
import os
import subprocess
import sys
import time

CLEAN = {0, 1, 2, 3}


def run(tool, command, path, seconds):
    """What is wrong with one run, or None, and how long it took."""
    start = time.monotonic()
    try:
        done = subprocess.run([tool, command, path], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=20 * seconds)
    except subprocess.TimeoutExpired:
        return "hangs", 20 * seconds
    took = time.monotonic() - start
    errors = done.stderr.decode("utf-8", "replace")
    if done.returncode not in CLEAN:
        return f"exit {done.returncode}: {errors[-600:]}", took
    if "Sanitizer" in errors or "runtime error" in errors:
        return errors[-600:], took
    if done.returncode == 2 and not errors.strip():
        return "exit 2 without a message", took
    if took > seconds:
        return f"took {took:.1f} s", took
    return None, took


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tool")
    parser.add_argument("folder")
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    args = parser.parse_args()
    if not os.path.isdir(args.folder):
        print(f"skipped: no folder {args.folder!r} of hostile input")
        return 77
    files = sorted(os.path.join(folder, name)
                   for folder, _, names in os.walk(args.folder) for name in names)
    failures, longest = 0, (0.0, "")
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        runs = {pool.submit(run, args.tool, command, path, args.seconds): (command, path)
                for path in files for command in ("check", "extract")}
        for future, (command, path) in runs.items():
            wrong, took = future.result()
            longest = max(longest, (took, f"{command} {path}"))
            if wrong:
                failures += 1
                print(f"{command} {path}: {wrong}")
    print(f"{len(files)} files, {2 * len(files)} runs, {failures} failures; "
          f"longest {longest[0]:.2f} s: {longest[1]}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
