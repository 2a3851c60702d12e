#!/usr/bin/env python3
"""Rechecks each finding of a report from its JSON alone: verify_report.py REPORT [FOLDER]

Each walk is closed and its sum negative (or zero with an open end); no claim of it can be
spared; the walks are those that the severity asks for; quotes equal the bytes of the
documents where FOLDER has them. See docs/formats.md, "Derivations".
"""
import html.parser
import json
import pathlib
import sys

CONVENTIONS = [{"completed", "rounded", "calendar"}, {"completed", "rounded"}]


def check_walk(walk, steps):
    total, uses_open, seen, at = 0, False, [], None
    for step in steps:
        begin, end = (step["from"], step["to"]) if step["forward"] else (step["to"], step["from"])
        assert at in (None, begin), f"the walk jumps from {at} to {begin}"
        assert begin not in seen, f"the walk meets {begin} twice: it is not minimal"
        assert step.get("lo", float("-inf")) <= step.get("hi", float("inf")), "an empty bound"
        assert step["cut"] == walk["cut"], "steps of several cuts"
        seen.append(begin)
        at = end
        total += step["hi"] if step["forward"] else -step["lo"]
        uses_open = uses_open or step.get("open", False)
    assert steps and at == seen[0], "the walk is not closed"
    assert abs(total - walk["sum"]) <= 1e-9 * max(1, abs(total)), f"sum is {total}, not {walk['sum']}"
    assert total < 0 or (total == 0 and uses_open), f"sum {total} proves nothing"


class Words(html.parser.HTMLParser):
    """The text of a page, blanks joined."""

    def __init__(self, page):
        super().__init__()
        self.text = ""
        self.feed(page)
        self.text = " ".join(self.text.split())

    def handle_data(self, data):
        self.text += data


def is_quoted(path, claim):
    # Spans of a page count in its text, which only a reader of HTML has.
    if path.suffix in (".html", ".htm"):
        return " ".join(claim["quote"].split()) in Words(path.read_text(encoding="utf-8")).text
    return path.read_bytes()[slice(*claim["span"])] == claim["quote"].encode()


def check_finding(finding, folder):
    walks = [[] for _ in finding["walks"]]
    for step in finding["derivation"]:
        walks[step["walk"]].append(step)
    assert walks, "no derivation"
    for walk, steps in zip(finding["walks"], walks):
        check_walk(walk, steps)
    cuts = {walk["cut"] for walk in finding["walks"]}
    expected = {"definite": [{"hull"}], "probable": CONVENTIONS, "tension": [{"core"}]}[finding["severity"]]
    if finding["severity"] == "tension" and len({claim["doc"] for claim in finding["claims"]}) == 1:
        expected = [{"core"}, {"hull"}, *CONVENTIONS]  # what a document says of itself is a tension at most
    assert cuts in expected, f"{finding['severity']} with the cuts {sorted(cuts)}"
    # A walk meets no point twice, so it falls apart without any of its steps: a claim
    # can be spared only if it stands in no walk.
    cited = {step["by"]["claim"] for step in finding["derivation"] if "claim" in step["by"]}
    said = {claim["id"] for claim in finding["claims"] if claim["in_derivation"]}
    assert cited == said, f"claims {sorted(cited ^ said)} are not both cited and used"
    for claim in finding["claims"]:
        path = folder / claim["doc"] if folder and "doc" in claim and "span" in claim else None
        if path and path.is_file() and "record" not in claim:
            assert is_quoted(path, claim), f"{claim['doc']}: the quote of {claim['id']} is not there"


def main():
    report = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    bad = 0
    for finding in report["findings"]:
        try:
            check_finding(finding, folder)
        except (AssertionError, KeyError, IndexError) as error:
            bad += 1
            print(f"{finding['id']} ({finding['kind']}): {error}", file=sys.stderr)
    print(f"{len(report['findings']) - bad} of {len(report['findings'])} findings hold")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
