#!/usr/bin/env python3
"""Turns clusters of documents into documents that `gainsay check` reads.

    scripts/clusters_to_documents.py CLUSTERS.jsonl OUT_DIR [--topics]

Reads one cluster a line, {"cluster", "docs": [{"id", "text", "publisher"?,
"date"?}]}, and writes OUT_DIR/CLUSTER.jsonl: {"id", "source", "text",
"published"?}. The source is the publisher, else the id. A date is kept if it has one of the forms that
news pages print; a document without a text is left out. --topics writes both halves of
a topic (ecb-1ecb, ecb-1ecbplus: two events of one kind) to one file too,
OUT_DIR/topic-1.jsonl.
"""
import collections
import datetime
import json
import os
import re
import sys

FORMS = ("%Y-%m-%d", "%B %d, %Y", "%d %B %Y", "%b %d, %Y")


def published(date):
    for form in FORMS:
        try:
            return datetime.datetime.strptime((date or "").strip(), form).date().isoformat()
        except ValueError:
            continue
    return None


def documents(cluster):
    for doc in cluster["docs"]:
        if not doc.get("text"):
            continue
        record = {"id": doc["id"], "source": doc.get("publisher") or doc["id"], "text": doc["text"]}
        day = published(doc.get("date"))
        if day:
            record["published"] = day
        yield record


def write(path, records):
    with open(path, "w", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(args) != 2:
        sys.exit(__doc__)
    topics = collections.defaultdict(list)
    os.makedirs(args[1], exist_ok=True)
    with open(args[0], encoding="utf-8") as lines:
        for cluster in map(json.loads, lines):
            records = list(documents(cluster))
            write(os.path.join(args[1], cluster["cluster"] + ".jsonl"), records)
            topic = re.match(r"ecb-(\d+)ecb", cluster["cluster"])
            if topic:
                topics[topic.group(1)].append(records)
    if "--topics" in sys.argv:
        for topic, halves in topics.items():
            if len(halves) == 2:
                write(os.path.join(args[1], f"topic-{topic}.jsonl"), halves[0] + halves[1])


main()
