"""check_tool.py TOOL FOLDER: gainsay check writes several formats at once, its exit codes say
what they should, its findings verify, and baseline, suppressions and review work together."""
import json
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent
tool, folder = sys.argv[1], pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
claims = str(here / "claims.jsonl")
report = folder / "report.json"


def run(expected, *arguments):
    done = subprocess.run([tool, *arguments], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == expected, f"{arguments}: exit {done.returncode}: {done.stderr}{done.stdout}"
    return done


outputs = [f"--{name}-output={folder}/report.{name}" for name in ("json", "jsonl", "html", "sarif", "dot", "graphml", "trig")]
text = run(1, "check", claims, *outputs).stdout
assert "1200 m" in text and "1340 m" in text and "\x1b" not in text
for name in ("json", "jsonl", "html", "sarif", "dot", "graphml", "trig"):
    assert (folder / f"report.{name}").stat().st_size > 0, name
verified = subprocess.run([sys.executable, here.parent / "verify_report.py", report], capture_output=True, text=True)
assert verified.returncode == 0, verified.stderr
findings = json.loads(report.read_text(encoding="utf-8"))["findings"]
assert len(findings) == 1 and findings[0]["severity"] == "definite", findings
finding = findings[0]["id"]

# The same bytes again, and from --format.
assert run(1, "check", claims, "--format", "json").stdout == report.read_text(encoding="utf-8")
assert finding in run(0, "explain", finding[:6], str(report)).stdout
run(2, "explain", "zz", str(report))
run(2, "check", claims, "--format", "odd")
assert 'no command "chek"; expected one of check, extract' in run(2, "chek").stderr
run(2, "check", str(folder / "absent.jsonl"))
run(2, "check", claims, f"--json-output={folder}/absent/report.json")

# What is known, or suppressed, is marked and does not count.
assert "unchanged" in run(0, "check", claims, f"--baseline={report}").stdout
verdicts, suppressions = folder / "verdicts.jsonl", folder / "suppressions.jsonl"
verdicts.write_text(json.dumps({"id": finding, "verdict": "reject", "reason": "two bridges"}) + "\n")
review = run(0, "review", str(report), str(verdicts))
assert "0 accepted, 1 rejected" in review.stderr, review.stderr
suppressions.write_text(review.stdout)
assert "two bridges" in run(0, "check", claims, f"--suppressions={suppressions}").stdout

# A bad record is said, the rest is checked.
bad = folder / "bad.jsonl"
bad.write_text((here / "claims.jsonl").read_text(encoding="utf-8") + '{"source":"x"}\n')
assert "1340 m" in run(2, "check", str(bad)).stdout
run(1, "check", str(bad), "--keep-going")
print("formats, exit codes, verification, baseline, suppressions and review agree")
