"""read_back.py FOLDER: reads sample.FORMAT of a folder with programs that are not ours
(dot, networkx, rapper), and compares the quotes with those of sample.json. Says SKIPPED for
each that is not installed; exits with 77 if none is."""
import json
import pathlib
import shutil
import subprocess
import sys

folder = pathlib.Path(sys.argv[1])
report = json.loads((folder / "sample.json").read_text(encoding="utf-8"))
quotes = {claim["quote"] for finding in report["findings"] for claim in finding["claims"]}
done = 0


def run(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def dot():
    graph = json.loads(run("dot", "-Tdot_json", str(folder / "sample.dot")))
    labels = [node["label"] for node in graph["objects"]]
    claims = {claim["id"] for finding in report["findings"] for claim in finding["claims"]}
    sources = {claim["source"] for finding in report["findings"] for claim in finding["claims"]}
    points = {(finding["id"], step[end]) for finding in report["findings"]
              for step in finding["derivation"] for end in ("from", "to")}
    assert len(labels) == len(report["findings"]) + len(claims) + len(sources) + len(points), "a node too many"
    assert any("<script>" in label for label in labels)


def graphml():
    import networkx

    graph = networkx.read_graphml(folder / "sample.graphml")
    details = {data["detail"] for _, data in graph.nodes(data=True) if data["kind"] == "claim"}
    plain = {quote for quote in quotes if quote.isprintable()}
    assert plain <= details, plain - details


def trig():
    lines = run("rapper", "-q", "-i", "trig", "-o", "ntriples", str(folder / "sample.trig")).splitlines()
    exact = [line for line in lines if "oa#exact>" in line]
    read = {json.loads('"' + line.split('"', 1)[1].rsplit('"', 1)[0] + '"')
            if "\\U" not in line else None for line in exact}
    assert {quote for quote in quotes if max(map(ord, quote)) < 0x10000} <= read, "a quote is not as it was"


for name, tool, check in (("DOT", "dot", dot), ("GraphML", None, graphml), ("TriG", "rapper", trig)):
    try:
        if tool and not shutil.which(tool):
            raise ImportError(f"{tool} is not installed")
        check()
        done += 1
        print(f"{name}: read back")
    except ImportError as error:
        print(f"{name}: SKIPPED, {error}")
sys.exit(0 if done else 77)
