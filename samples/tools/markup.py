"""Reads a sample's source.markup: the decree's text and, beside each piece, what a record says of it.

The head is `key: value` lines (printed) and `= key: value` lines (the record's values), up to a
line `---`. In the body every line begins with a code; README.md lists the codes. Lines that begin
with `=` say what the record has for the block above them and are never printed. ` // ` parts
lines or paragraphs within a value, ` | ` parts cells.
"""
import dataclasses
import re
import unicodedata

MARKER = re.compile(r"[-+.]|([0-9]+|[IVX]+)([.]\d+)*[.)-]|[A-Z]\.|[a-zđ]\)|Điều_\d+\.")
MARKED = re.compile(r"h\d|t")  # codes whose first word is the item's marker ('.' for none)
NOTE = re.compile(r"=([A-Z](?:\.\d+)?) (.+)")
FOOTNOTE = re.compile(r"\[\^(.+?)\]")


@dataclasses.dataclass
class Block:
    code: str
    text: str
    marker: str = ""
    notes: list = dataclasses.field(default_factory=list)  # (key, value), as written

    def note(self, key):
        return next((value for k, value in self.notes if k == key), None)

    def cells(self):
        return [cell.strip() for cell in self.text.split("|")]


@dataclasses.dataclass
class Source:
    printed: dict
    record: dict
    blocks: list


def parts(text):
    return [part.strip() for part in text.split("//")]


def bare(text):
    """The words of a marked-up text: no emphasis, no footnotes, one line."""
    return " ".join(re.sub(r"\*\*|__", "", FOOTNOTE.sub("", text)).replace("//", " ").split())


def parse_block(line):
    code, _, text = line.partition(" ")
    block = Block(code, text.strip())
    if MARKED.fullmatch(code):
        marker, _, block.text = block.text.partition(" ")
        if not MARKER.fullmatch(marker):
            raise ValueError("not a marker: " + line)
        block.marker = "" if marker == "." else marker.replace("_", " ")
    return block


def parse(text):
    head, _, body = unicodedata.normalize("NFC", text).partition("\n---\n")
    printed, record = {}, {}
    for line in filter(None, head.split("\n")):
        key, _, value = line.removeprefix("= ").partition(":")
        (record if line.startswith("= ") else printed)[key.strip()] = value.strip()
    blocks = []
    for line in filter(str.strip, body.split("\n")):
        note = NOTE.fullmatch(line.strip())
        if note:
            blocks[-1].notes.append(note.groups())
        elif line.startswith("="):
            raise ValueError("not a note: " + line)
        else:
            blocks.append(parse_block(line))
    return Source(printed, record, blocks)
