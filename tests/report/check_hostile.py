"""check_hostile.py WRITE_HOSTILE FOLDER [TEXTS.json]: hostile texts go through every writer and
come back as texts: equal where the format can hold them, spelt out where a reader could not
see them, never as markup, control or structure. Programs that are not ours read them back
(json, html.parser, dot, networkx, rapper); says SKIPPED for what is not installed."""
import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata

here = pathlib.Path(__file__).parent
program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
texts_file = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else here / "hostile.json"
folder.mkdir(parents=True, exist_ok=True)
subprocess.run([program, texts_file, folder], check=True)
texts = json.loads(texts_file.read_text(encoding="utf-8"))
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


def read(name):
    return (folder / f"hostile.{name}").read_bytes().decode("utf-8")


def hidden(char):
    return (unicodedata.category(char) == "Cc" or char in BIDI) and char not in "\n\t"


def no_controls(name):
    bad = {hex(ord(char)) for char in read(name) if hidden(char)}
    assert not bad, f"{name} holds {bad}"


def visible(text):
    return text.strip() != "" and not any(hidden(char) or unicodedata.category(char) in ("Cf", "Cn", "Co") for char in text)


def check_json():
    report = json.loads(read("json"))
    lines = [json.loads(line) for line in read("jsonl").split("\n") if line]
    sarif = json.loads(read("sarif"))["runs"][0]["results"]
    for i, text in enumerate(texts):
        for finding in (report["findings"][i], lines[i]):
            claim = finding["claims"][0]
            fields = [finding["subject"], finding["predicate"], finding.get("suppressed_by", ""), claim["quote"],
                      claim["value"], claim["source"], claim.get("doc", ""), claim.get("speaker", ""),
                      finding["sides"][1]["value"],
                      finding["derivation"][0]["to"], finding["walks"][0]["unit"], finding["instances"][0]]
            assert all(field == text for field in fields), (text, fields)
        result = sarif[i]
        assert result["properties"]["subject"] == text
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["snippet"]["text"] == text
        message = result["message"]["text"]
        links = re.findall(r"(?<!\\)\[(?:[^\]\\]|\\.)*\]\(([^)]*)\)", message)
        assert all(link.isdigit() for link in links), f"a link that a source made: {message}"


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.marks, self.inside = set(), [], False

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert not any(name.startswith("on") or name == "src" for name, _ in attrs), attrs
        for name, value in attrs:
            assert name != "href" or re.match("#|https?://", value), value
        if tag == "blockquote":
            self.marks.append("")
            self.inside = True

    def handle_endtag(self, tag):
        if tag == "blockquote":
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.marks[-1] += data


def check_page():
    no_controls("html")
    text = read("html")
    page = Page()
    page.feed(text)
    assert not page.tags & {"img", "iframe", "object", "embed", "link", "base", "form2"}, page.tags
    assert text.count("<script") == 1 and text.count("<style") == 1
    quotes = [mark for mark in page.marks]
    assert len(quotes) == 2 * len(texts), len(quotes)
    for i, wanted in enumerate(texts):
        if visible(wanted) and len(wanted) < 500:
            assert wanted in quotes[2 * i], (wanted, quotes[2 * i])
    structure = subprocess.run([sys.executable, here / "check_html.py", folder / "hostile.html"],
                               capture_output=True, text=True)
    assert structure.returncode == 0, structure.stderr


def check_text():
    no_controls("text")
    assert max(map(len, read("text").split("\n"))) < 8000


def check_dot():
    no_controls("dot")
    if not shutil.which("dot"):
        return "SKIPPED: no dot"
    done = subprocess.run(["dot", "-Tcanon", folder / "hostile.dot"], capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()[:500]
    nodes = re.findall(rb"^\t(\d+)\s+\[", done.stdout, re.M)
    plain = read("dot")
    assert len(set(nodes)) == len(re.findall(r"^\d+ \[", plain, re.M)), "a text made a node"
    assert b"evil" not in re.sub(rb'"(?:[^"\\]|\\.)*"', b"", done.stdout, flags=re.S), "a text left its quotes"
    return None


def check_graphml():
    try:
        import networkx
    except ImportError:
        return "SKIPPED: no networkx"
    graph = networkx.read_graphml(folder / "hostile.graphml")
    details = {data["detail"] for _, data in graph.nodes(data=True) if data["kind"] == "claim"}
    missing = [text for text in texts if visible(text) and text.strip() == text and text not in details]
    assert not missing, missing
    return None


def unescaped(literal):
    """A string of N-Triples."""
    names = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
    return re.sub(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))",
                  lambda m: names[m[3]] if m[3] else chr(int(m[1] or m[2], 16)), literal)


def check_trig():
    if not shutil.which("rapper"):
        return "SKIPPED: no rapper"
    done = subprocess.run(["rapper", "-q", "-i", "trig", "-o", "ntriples", folder / "hostile.trig"],
                          capture_output=True, check=True)
    lines = done.stdout.decode().splitlines()
    exact = {unescaped(line.split('"', 1)[1].rsplit('"', 1)[0]) for line in lines if "oa#exact>" in line}
    missing = [text for text in texts if re.sub("[\0\ufffe\uffff]", "\ufffd", text) not in exact]
    assert not missing, missing
    findings = {line.split(" ", 1)[0] for line in lines if "#Finding>" in line}
    assert len(findings) == len(texts), "a text made a finding"
    return None


for name, check in (("JSON, JSON Lines, SARIF", check_json), ("HTML", check_page), ("text", check_text),
                    ("DOT", check_dot), ("GraphML", check_graphml), ("TriG", check_trig)):
    print(f"{name}: {check() or f'{len(texts)} texts are texts'}")
