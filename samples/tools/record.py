"""Source to record: gathers what the source's notes say into the form of record.schema.json.

Nothing is extracted here. Values stand in the notes; this file only inherits them from headings,
counts units and puts them in order. `check` finds notes that the printed text does not bear out.
"""
import re

from tools import markup

NUMBER = re.compile(r"(\d+)?(?:/(\d{4}))?[/-](.+)")
DEADLINE = re.compile(r"(before|by|on|within|recurring|ongoing|relative)\b\s*(.*)")
RANGE = re.compile(r"(\d{4}-\d\d-\d\d)?(\.\.)?(\d{4}-\d\d-\d\d)?")


def units(note):
    return [name.strip() for name in (note or "").split(";") if name.strip() not in ("", "-")]


def number(text):
    serial, year, symbol = NUMBER.fullmatch(text).groups()
    return {"text": text, "serial": serial, "year": year and int(year), "symbol": symbol}


def deadline(note, default_text):
    """'within 2024-04-01..2024-06-30 :: trong quý II'; words may be FREQ=..., P5D, @event."""
    if note in (None, "-"):
        return None
    value, _, text = note.partition(" :: ")
    kind, rest = DEADLINE.fullmatch(value.strip()).groups()
    rest, at, after = rest.partition("@")
    out = {"text": text or default_text, "type": kind, "start": None, "end": None, "rrule": None}
    for word in rest.split():
        if word.startswith("FREQ"):
            out["rrule"] = word
        elif word.startswith("P"):
            out["offset"] = word
        else:
            dates(kind, word, out)
    if at:
        out["after"] = after.strip()
    return out


def dates(kind, word, out):
    first, dots, last = RANGE.fullmatch(word).groups()
    if dots:
        out["start"], out["end"] = first, last
    else:
        out["end"] = first
        out["start"] = first if kind == "on" else None


def citation(note):
    fields = [None if x.strip() in ("-", "") else x.strip() for x in note.split("|")]
    text, kind, day, issuer, role, subject = (fields + [None])[:6]
    return {"number": number(text), "kind": kind, "issued_on": day, "issuer": issuer,
            "subject": subject, "role": role}


def axis(note):
    code, name, parent, *scores = [x.strip() for x in note.split("|")]
    pairs = [s.split("=") for s in (scores[0].split() if scores else [])]
    return {"code": code, "name": name, "parent": None if parent == "-" else parent,
            "scores": [{"year": int(y), "value": float(v)} for y, v in pairs]}


class Gatherer:
    """Walks the blocks in print order; `path` is the stack of headings above."""

    def __init__(self):
        self.path, self.tasks, self.axes, self.columns = [], [], [], []

    def inherited(self, key):
        values = [block.note(key) for _, block in self.path if block.note(key)]
        return values[-1] if values else None

    def heading(self, level, block):
        self.path = [(n, b) for n, b in self.path if n < level] + [(level, block)]

    def section(self):
        names = []
        for _, block in self.path:
            marker = block.marker + " " if block.marker not in ("", "-", "+") else ""
            names.append((marker + markup.bare(block.text)).removesuffix(":"))
        return names

    def task(self, block, text, suffix="", deliverable=None, time=None, cells=(None, None)):
        def note(key):
            own = block.note(key + suffix) or block.note(key)
            return own or self.inherited(key)
        self.tasks.append({
            "id": "t%d" % (len(self.tasks) + 1), "text": text,
            "lead": units(note("L") or cells[0]), "support": units(note("S") or cells[1]),
            "axis": note("X"), "section": self.section(), "deliverable": deliverable,
            "deadline": deadline(note("D"), time)})

    def row(self, block):
        cell = dict(zip(self.columns, block.cells()))
        if cell.get("axis", "^") != "^":  # heads this row and those below that continue it
            notes = [note for note in block.notes if note[0] == "X"]
            self.heading(10, markup.Block("h10", cell["axis"], "", notes))
        value = lambda name: markup.bare(cell.get(name) or "") or None
        items = [markup.bare(p) for p in markup.parts(cell["task"])]
        bulleted = len(items) > 1 and all(p.startswith("- ") for p in items)
        texts = [p.removeprefix("- ") for p in items] if bulleted else [" ".join(items)]
        for i, text in enumerate(texts, 1):
            product = block.note("P.%d" % i) or block.note("P") or value("product")
            self.task(block, text, ".%d" % i, product, value("time"),
                      (value("lead"), value("support")))

    def take(self, block):
        named = [axis(value) for key, value in block.notes if key == "A"]
        self.axes += named
        if len(named) == 1:  # a heading or group row that is itself the axis of what follows
            block.notes.append(("X", named[0]["code"]))
        if re.fullmatch(r"h\d", block.code):
            self.heading(int(block.code[1]), block)
        elif block.code == "table":
            self.columns = [column.split()[1] for column in block.cells()]
            self.path = [(n, b) for n, b in self.path if n < 9]
        elif block.code == "tg":
            names = block.cells()[:2 if self.columns[0] == "n" else 1]
            group = markup.Block("h9", " ".join(names), "", block.notes)
            self.heading(9, group)
        elif block.code == "end":
            self.path = [(n, b) for n, b in self.path if n < 9]
        elif block.code == "tr":
            self.row(block)
        elif block.code == "t":
            self.task(block, markup.bare(block.text))


def count_units(tasks, aliases):
    """Units in order of mention; one that is also written with another initial is the same."""
    found, first = {}, {}
    for task in tasks:
        for key in ("lead", "support"):
            for i, name in enumerate(task[key]):
                same = task[key][i] = first.setdefault(name.lower(), name)
                if name != same and name not in aliases.setdefault(same, []):
                    aliases[same].append(name)
                counts = found.setdefault(same, {"lead": 0, "support": 0})
                counts[key] += 1
    return [{"name": name, "aliases": aliases.pop(name, []), "lead_count": n["lead"],
             "support_count": n["support"]} for name, n in found.items()]


def position(text, cited):
    """Where the text first names a document by number."""
    loose = r"\s*".join(re.escape(c) for c in cited)
    found = re.search(r"(?<!\d)%s(?![0-9A-ZĐ])" % loose, text)
    if not found:
        raise ValueError("cited, but not printed: " + cited)
    return found.start()


def document(source):
    given, printed = source.record, source.printed
    code, _, name = given["kind"].partition(" ")
    subject = printed.get("subject") or printed.get("about")
    ends = [b for b in source.blocks if b.code == "recipients"]
    signer = [None if x.strip() == "-" else x.strip() for x in given["signer"].split("|")]
    lines = markup.parts(ends[0].text) if ends else []
    return {
        "kind": {"code": code, "name": name}, "number": number(given["number"]),
        "issued_on": given["issued_on"], "place": given["place"], "issuer": given["issuer"],
        "parent_issuer": given.get("parent"), "subject": subject and markup.bare(subject),
        "signer": dict(zip(("name", "position", "authority"), signer)),
        "recipients": [line.removeprefix("- ").rstrip(".;,") for line in lines]}


def build(source, text):
    """The record of a source; `text` is its text as printed, which gives citations their order."""
    gatherer, cited, aliases = Gatherer(), {}, {}
    for block in source.blocks:
        gatherer.take(block)
        for key, value in block.notes:
            if key == "C":
                one = citation(value)
                cited.setdefault(one["number"]["text"] + str(one["issued_on"]), one)
            elif key == "U":
                name, _, forms = value.partition(" = ")
                aliases[name] = [form.strip() for form in forms.split("|")]
    counted = count_units(gatherer.tasks, aliases)
    if aliases:
        raise ValueError("aliases of units that no task names: %s" % aliases)
    return {
        "schema_version": "1",
        "source": {"file": "digital.pdf", "sha256": "0" * 64, "media_type": "application/pdf",
                   "pages": []},
        "document": document(source),
        "citations": sorted(cited.values(), key=lambda c: position(text, c["number"]["text"])),
        "axes": gatherer.axes, "units": counted, "tasks": gatherer.tasks,
        "warnings": [{"code": "task_without_unit", "message": "No unit is named for this task.",
                      "task": t["id"]} for t in gatherer.tasks if not t["lead"]]}
