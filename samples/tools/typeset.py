"""Source to pages: HTML by the form of Nghị định 30/2020/NĐ-CP, set by WeasyPrint in Tinos.

The true text is taken from the laid-out pages themselves, so that repeated header rows, rows cut
by a page's end and footnotes stand in it where they are printed.
"""
import html
import re

import weasyprint
from weasyprint.formatting_structure import boxes

from tools import markup

STATE_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
FREEDOM = "Độc lập - Tự do - Hạnh phúc"
ORNAMENTS = "*- \t"  # the rule under a Party subject, the star under its issuer
FIVE_HYPHENS = '<div class="five">-----</div>'
PARTY_MOTTO = "ĐẢNG CỘNG SẢN VIỆT NAM"
STYLE = {"b": "basis", "c": "centre", "t": "item", "p": "item", "l": "item", "h1": "item strong",
         "h2": "item strong", "h3": "item strong slant", "h4": "item", "h5": "item", "h6": "item"}


def inline(text):
    text = html.escape(text, quote=False)
    text = markup.FOOTNOTE.sub(r'<span class="footnote">\1</span>', text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"__(.+?)__", r"<i>\1</i>", text)
    # Words with a hyphen or slash are never cut at a line's end.
    return re.sub(r"(?<![<\w])([\w.]+(?:[-–/][\w.&]+)+)", r'<span class="whole">\1</span>', text)


def line(text, style):
    return '<p class="%s">%s</p>' % (style, inline(text) if text else "&nbsp;")


def lines(text, style):
    return "".join(line(part, style) for part in markup.parts(text)) if text else ""


def letterhead(printed):
    left = lines(printed.get("parent"), "parent") + lines(printed["issuer"], "issuer")
    left += '<div class="star">*</div>' if "party" in printed else '<div class="rule short"></div>'
    left += lines(printed["number"], "number") + lines(printed.get("about"), "about")
    if "party" in printed:
        right = line(PARTY_MOTTO, "party") + '<div class="rule party"></div>'
    else:
        right = line(STATE_MOTTO, "state") + line(FREEDOM, "freedom") + '<div class="rule"></div>'
    right += line(printed["date"], "date")
    return '<table class="plain head"><tr><td>%s</td><td>%s</td></tr></table>' % (left, right)


def title(printed):
    out = lines(printed.get("title"), "title") + lines(printed.get("subject"), "subject")
    if "subject" in printed:
        out += FIVE_HYPHENS if "party" in printed else '<div class="rule tiny"></div>'
    return out + lines(printed.get("to"), "to")


def signature(recipients, sign):
    heading = '<p class="nn">Nơi nhận:</p>' if recipients else ""
    left = heading + lines(recipients, "recipient")
    *titles, name = markup.parts(sign)
    right = "".join(line(t, "role") for t in titles)
    right += '<div class="ink"></div>' + line(name, "role")
    return '<table class="plain sign"><tr><td>%s</td><td>%s</td></tr></table>' % (left, right)


class Table:
    """Rows of one table; a cell `^` continues the cell above it."""

    def __init__(self, block):
        self.columns = [column.split() for column in block.cells()]
        self.head, self.rows = "", []

    def add(self, block):
        self.rows.append((block.code, block.cells()))

    def cell(self, index, column):
        text = self.rows[index][1][column]
        if text == "^":
            return ""
        below = [cells[column:column + 1] == ["^"] for _, cells in self.rows[index + 1:]]
        span = 1 + (below + [False]).index(False)
        body = "".join("<p>%s</p>" % inline(p) for p in markup.parts(text))
        name = self.columns[column][1] if column < len(self.columns) else ""
        return '<td class="%s"%s>%s</td>' % (name, ' rowspan="%d"' % span if span > 1 else "", body)

    def row(self, index):
        code, cells = self.rows[index]
        wide = len(self.columns) - len(cells)
        tds = [self.cell(index, column) for column in range(len(cells))]
        if wide:
            tds[-1] = tds[-1].replace("<td", '<td colspan="%d"' % (wide + 1), 1)
        return '<tr class="%s">%s</tr>' % (code, "".join(tds))

    def html(self):
        widths = "".join('<col style="width:%s%%">' % c[0] for c in self.columns)
        head = [i for i, (code, _) in enumerate(self.rows) if code == "th"]
        rest = [i for i, (code, _) in enumerate(self.rows) if code != "th"]
        return "<table class='grid'>%s<thead>%s</thead><tbody>%s</tbody></table>" % (
            widths, "".join(map(self.row, head)), "".join(map(self.row, rest)))


def body(blocks):
    out, table, recipients = [], None, ""
    for block in blocks:
        code, text = block.code, block.text
        if code == "table":
            table = Table(block)
        elif code in ("th", "tg", "tr", "tn"):
            table.add(block)
        elif code == "end":
            out.append(table.html())
        elif code == "recipients":
            recipients = text
        elif code == "sign":
            out.append(signature(recipients, text))
        elif code in ("portrait", "landscape"):
            out.append('</section><section class="%s">' % code)
        elif code == "h0":
            out.append(lines(text, "title"))
        elif code in ("attached", "title"):
            out.append(lines(text, code))
        elif code in STYLE:
            out.append(lines((block.marker + " " + text).strip(), STYLE[code]))
        else:
            raise ValueError("unknown code: " + code)
    return "".join(out)


def page(source, css):
    return ("<!doctype html><html lang='vi'><meta charset='utf8'><style>%s%s</style><body>"
            "<section class='portrait'>%s%s%s</section></body></html>" % (
                css, source.printed.get("css", ""), letterhead(source.printed),
                title(source.printed), body(source.blocks)))


def inner_text(box):
    if isinstance(box, boxes.TextBox):
        return box.text
    children = box.children if isinstance(box, boxes.ParentBox) else []
    if any(isinstance(child, boxes.LineBox) for child in children):
        return " ".join(inner_text(child).strip() for child in children)
    glue = "" if isinstance(box, (boxes.LineBox, boxes.InlineBox)) else " "
    return glue.join(inner_text(child) for child in children)


def cells(row):
    """Texts of a row's cells; empty where a cell of a row above reaches down."""
    column = 0
    for cell in row.children:
        yield from [""] * (cell.grid_x - column)
        yield " ".join(inner_text(cell).split())
        column = cell.grid_x + cell.colspan


def text_lines(box, grid=False):
    """Paragraphs in print order; the rows of ruled tables with their cells parted by tabs."""
    if isinstance(box, boxes.MarginBox):
        return
    element = getattr(box, "element", None)
    if element is not None and element.tag == "table":
        grid = "grid" in element.get("class", "")
    if grid and isinstance(box, boxes.TableRowBox):
        yield "\t".join(cells(box))
    elif isinstance(box, boxes.ParentBox):
        if any(isinstance(child, boxes.LineBox) for child in box.children):
            yield " ".join(inner_text(box).split())
        else:
            for child in box.children:
                yield from text_lines(child, grid)


def true_text(document):
    found = []
    for one in document.pages:
        found += [text for text in text_lines(one._page_box) if set(text) - set(ORNAMENTS)]
    return "\n".join(found) + "\n"


def boxes_of(document, name):
    """(page, x, y, width, height) in points of every element of a class."""
    for number, one in enumerate(document.pages):
        for box in one._page_box.descendants():
            element = getattr(box, "element", None)
            if element is not None and name in element.get("class", "").split():
                sides = box.position_x, box.position_y, box.width, box.height
                yield number, *(0.75 * side for side in sides)


def typeset(source, css):
    return weasyprint.HTML(string=page(source, css)).render()


def stamp_words(printed):
    """What the issuer's round stamp says around its upper and lower half."""
    upper = " ".join(markup.parts(printed["issuer"]))
    return upper, printed["date"].split(",")[0].upper()
