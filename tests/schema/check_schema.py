#!/usr/bin/env python3
"""Hold docs/schema.schema.json against the examples that the parser is held against.

usage: check_schema.py SCHEMA EXAMPLES        each example is valid, or not, as it says; exit 77 without jsonschema
       check_schema.py SCHEMA EXAMPLES --make writes EXAMPLES anew: whole files, and every one-step change of them

An example is {"valid": bool, "file": a schema file}. A change replaces a value by one of another type, leaves a
key out or adds one. "beyond": true marks what is wrong in a way that JSON Schema can't say: the parser refuses it.
"""
import copy
import json
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: no python3-jsonschema")
    sys.exit(77)

def predicate(**keys):
    return {"predicates": {"x": keys}}


WHOLE = [
    {"$schema": "schema.schema.json", "defaults": {"single": True}},
    predicate(tolerance={"relative": 0.01, "absolute": 5}),
    predicate(label="the span", type="quantity", dimension="length", single=True, subject_type="thing"),
    predicate(within_source=False, exclusive=False, lower_bound_only=False, compared=True, monotone=False),
    predicate(type="quantity", range=[0, None]),
    predicate(type="date", binds={"from": "origin", "to": "laid_down"}, day_slack=1, family="f", changes=False),
    predicate(type="text", one_of=["red", "blue"], none_of=["grey"]),
    predicate(type="names", names_by_family=True),
    {"orders": [{"earlier": "laid_down", "later": "opened", "min": "P1M", "max": 7305, "text": "within 20 years"}]},
    {"dependencies": [{"same": ["hospital number"], "then": "address", "text": "one number"}]},
    {"dependencies": [{"same": "hospital number", "then": "address"}]},
    {"exclusions": [{"predicate": "status", "value": "gone", "with": "use", "with_value": "ferry", "text": "t"}]},
    {"lifetimes": [{"predicate": "member_of", "born": "born", "died": "died", "text": "t"}]},
    {"contemporaries": [{"predicate": "spouse", "born": "born", "died": "died"}]},
    {"inverses": [{"predicate": "child", "inverse": "father"}]},
    {},
]
BEYOND = [predicate(range=[3, 2]), {"orders": [{"earlier": "a", "later": "b", "max": "Psoon"}]}]
OTHERS = [None, True, -1, 0.5, "", "word", [], {}, [1], [""]]


def places(value, path=()):
    """Every place of a JSON value, as a path."""
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from places(child, path + (key,))


def changed(whole):
    for path in places(whole):
        if not path:
            continue
        for other in OTHERS + ["less"]:
            copied = copy.deepcopy(whole)
            parent = copied
            for key in path[:-1]:
                parent = parent[key]
            if other == "less":
                del parent[path[-1]]
            else:
                parent[path[-1]] = other
            yield copied
        if isinstance(path[-1], str):
            copied = copy.deepcopy(whole)
            parent = copied
            for key in path[:-1]:
                parent = parent[key]
            parent["another"] = 1
            yield copied


def is_beyond(file):
    """A range or an order the wrong way round."""
    for row in (file.get("predicates") or {}).values() if isinstance(file.get("predicates"), dict) else ():
        bounds = row.get("range") if isinstance(row, dict) else None
        if isinstance(bounds, list) and len(bounds) == 2 and None not in bounds and bounds[0] > bounds[1]:
            return True
    return any(isinstance(row.get("max"), (int, float)) and row["max"] < 28 for row in file.get("orders") or ()
               if row.get("min") == "P1M")


def make(validator):
    seen = set()
    for whole in WHOLE:
        for file in [whole] + list(changed(whole)):
            text = json.dumps(file, sort_keys=True)
            if text not in seen:
                seen.add(text)
                if validator.is_valid(file) and is_beyond(file):
                    yield {"valid": False, "beyond": True, "file": file}
                else:
                    yield {"valid": validator.is_valid(file), "file": file}
    for file in BEYOND:
        yield {"valid": False, "beyond": True, "file": file}


def main():
    schema, examples = json.load(open(sys.argv[1], encoding="utf-8")), sys.argv[2]
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    if "--make" in sys.argv:
        with open(examples, "w", encoding="utf-8") as out:
            for example in make(validator):
                out.write(json.dumps(example) + "\n")
        return 0
    counts, wrong = {True: 0, False: 0}, 0
    for number, line in enumerate(open(examples, encoding="utf-8"), 1):
        example = json.loads(line)
        counts[example["valid"]] += 1
        if validator.is_valid(example["file"]) != (example["valid"] or example.get("beyond", False)):
            print(f"{examples}:{number}: the schema says otherwise: {line.strip()}")
            wrong += 1
    print(f"{counts[True]} valid, {counts[False]} not, {wrong} otherwise")
    return 1 if wrong or not counts[True] or not counts[False] else 0


if __name__ == "__main__":
    sys.exit(main())
