"""validate_schema.py SCHEMA FILE...: each file, or each line of a .jsonl file, against a
JSON Schema 2020-12. Exits with 77 (skipped) without python3-jsonschema."""
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("SKIPPED: python3-jsonschema is not there")
    sys.exit(77)

schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
whole = jsonschema.Draft202012Validator(schema)
line = jsonschema.Draft202012Validator({"$ref": "#/$defs/line", "$defs": schema["$defs"]})
bad = 0
for name in sys.argv[2:]:
    text = pathlib.Path(name).read_text(encoding="utf-8")
    lines = name.endswith(".jsonl")
    for part in text.split("\n")[:-1] if lines else [text]:
        for error in (line if lines else whole).iter_errors(json.loads(part)):
            bad += 1
            print(f"{name}: {error.json_path}: {error.message[:300]}", file=sys.stderr)
print(f"{len(sys.argv) - 2} files, {bad} errors")
sys.exit(1 if bad else 0)
