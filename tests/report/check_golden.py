"""check_golden.py TOOL FOLDER STORIES NAME: whole runs over all files of the folder STORIES
(tests/report/stories, examples/data), byte for byte as in tests/report/golden/NAME.*,
whatever the order of the files, --jobs, the locale and the time zone; each finding verifies.
GAINSAY_UPDATE_GOLDEN=1 rewrites the golden files: look at the difference line by line, as one
who sees such a report for the first time."""
import json
import os
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent.resolve()
tool, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
folder.mkdir(parents=True, exist_ok=True)
stories, name_ = pathlib.Path(sys.argv[3]).resolve(), sys.argv[4]
files = sorted(str(path.relative_to(stories)) for path in stories.rglob("*") if path.is_file())
formats = {"text": "txt", "json": "json", "jsonl": "jsonl", "html": "html", "sarif": "sarif",
           "dot": "dot", "graphml": "graphml", "trig": "trig"}
options = ["--near-misses", "--coverage", "--keep-going", "--fail-on", "tension"]


def run(files, *arguments, **environment):
    done = subprocess.run([tool, "check", *files, *options, *arguments], cwd=stories, capture_output=True,
                          env={"PATH": os.environ["PATH"], **environment})
    assert done.returncode == 1, f"exit {done.returncode}: {done.stderr.decode()}"
    return done.stdout


def write(files, *arguments, **environment):
    outputs = [f"--{name}-output={folder}/{name_}.{end}" for name, end in formats.items() if name != "text"]
    written = {"txt": run(files, *outputs, *arguments, **environment)}
    for name, end in formats.items():
        if name != "text":
            written[end] = (folder / f"{name_}.{end}").read_bytes()
    return written


written = write(files)
report = folder / f"{name_}.json"
explained = b""
found = json.loads(report.read_text(encoding="utf-8"))
for row in found["findings"] + found["near_misses"]:
    explained += subprocess.run([tool, "explain", row["id"], report], capture_output=True, check=True).stdout
different = []
for end, data in [*written.items(), ("explain.txt", explained)]:
    golden = here / "golden" / f"{name_}.{end}"
    if os.environ.get("GAINSAY_UPDATE_GOLDEN"):
        golden.write_bytes(data)
    elif not golden.is_file() or golden.read_bytes() != data:
        different.append(golden.name)
        (folder / f"new.{golden.name}").write_bytes(data)
assert not different, f"{different} differ from {here}/golden, see {folder}/new.*: " \
    "set GAINSAY_UPDATE_GOLDEN=1 and look at the difference"

runs = [(files, [], {}), (files[::-1], [], {}), (files, ["--jobs", "4"], {}),
        (files[3:] + files[:3], ["--jobs", "2"], {"LC_ALL": "C", "TZ": "Pacific/Kiritimati"}),
        (files, [], {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Europe/Kyiv"}),
        (files, [], {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "40"})]
for files_, arguments, environment in runs:
    again = write(files_, *arguments, **environment)
    for end, data in again.items():
        assert data == written[end], f"{name_}.{end} depends on {files_[0]} {arguments} {environment}"

verified = subprocess.run([sys.executable, here.parent / "verify_report.py", report, stories],
                          capture_output=True, text=True)
assert verified.returncode == 0, verified.stderr
print(f"{len(written)} formats, {len(runs)} runs, {verified.stdout.strip()}")
