"""Finds what in a record the printed text does not bear out, and what the record leaves out."""
import json
import re

import jsonschema

STATE = r"\d+(?:/\d{4})?\s*/\s*(?:[A-ZĐ][A-Za-zĐđ]*-[A-ZĐ0-9][\w&-]*|QH\d+|UBTVQH\d+)"
PARTY = r"\d+-[A-ZĐ][A-Za-zĐđ]*/[A-ZĐ]\w*"
CITED = re.compile(STATE + "|" + PARTY)


def plain(text):
    return " ".join(text.lower().split())


def unit_complaints(record, text):
    for unit in record["units"]:
        forms = [unit["name"]] + unit["aliases"]
        for form in forms[1:] if len(forms) > 1 else forms:
            if plain(form) not in text:
                yield "unit not printed: " + form


def task_complaints(record, text):
    squeezed = re.sub(r"\s", "", text)
    for task in record["tasks"]:
        due = task["deadline"]
        if due and plain(due["text"]) not in plain(task["text"]) and plain(due["text"]) not in text:
            yield "deadline not printed: " + due["text"]
        if due and due.get("after") and plain(due["after"]) not in plain(due["text"]):
            yield "event not in deadline: " + due["after"]
        if any(re.sub(r"\s", "", plain(half)) not in squeezed
               for half in (task["text"][:25], task["text"][-15:])):
            yield "task not printed: " + task["text"]


def citation_complaints(record, text):
    known = {c["number"]["text"] for c in record["citations"]}
    known.add(record["document"]["number"]["text"])
    for found in CITED.findall(text):
        if re.sub(r"\s", "", found) not in known:
            yield "printed, but not cited: " + found


def complaints(record, text, schema_path):
    schema = json.loads(schema_path.read_text(encoding="utf8"))
    del schema["$id"]  # relative: the library would try to fetch it
    yield from (e.message for e in jsonschema.Draft7Validator(schema).iter_errors(record))
    flat = plain(text)
    yield from unit_complaints(record, flat)
    yield from task_complaints(record, flat)
    yield from citation_complaints(record, text)
