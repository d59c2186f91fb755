"""Documents that are broken, hostile or absurd, made from whole ones: (name, bytes), always the same."""

import random
import re
import struct
import zlib


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, rows=None):
    """Grey, white; `rows` fewer than the header says."""
    data = zlib.compress((b"\0" + b"\xff" * width) * (height if rows is None else rows), 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def tiff(width, height, pages=1, loop=False, strip=None):
    """Grey, uncompressed, one strip a page; `strip` bytes of it are there."""
    out = bytearray(b"II*\0\0\0\0\0")
    link = 4
    for _ in range(pages):
        data = b"\xff" * (width * height if strip is None else strip)
        at = len(out)
        out += data
        if len(out) % 2:
            out += b"\0"
        tags = [(256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, at),
                (277, 3, 1), (278, 4, height), (279, 4, len(data))]
        struct.pack_into("<I", out, link, len(out))
        out += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", t, k, 1, v) for t, k, v in tags)
        link = len(out)
        out += b"\0\0\0\0"
    if loop:
        struct.pack_into("<I", out, link, struct.unpack_from("<I", out, 4)[0])
    return bytes(out)


def pdf(objects, root=1, trailer=b""):
    """A PDF of these numbered objects, with a right cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, trailer, at)
    return bytes(out)


def stream(data, entries=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def page_pdf(content, box=b"0 0 595 842", resources=b"", more=()):
    """One page; `more` are objects 5, 6 ..."""
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [" + box + b"] /Resources << " + resources +
                b" >> /Contents 4 0 R >>", content, *more])


def zeros(size, letter=b"\0"):
    """Deflated; some thousandth of the size."""
    packer = zlib.compressobj(9)
    block = letter * (1 << 20)
    return b"".join(packer.compress(block) for _ in range(size >> 20)) + packer.flush()


def bombs():
    yield "bomb-dimensions.png", png(100_000, 100_000, rows=10)
    yield "bomb-pixels.png", png(9_900, 9_900)
    yield "bomb-rows-missing.png", png(5_000, 5_000, rows=3)
    yield "bomb-side.png", png(2_000_000_000, 1, rows=0)
    yield "bomb-dimensions.tif", tiff(65_535, 65_535, strip=100)
    yield "bomb-pages.tif", tiff(1, 1, pages=3_000)
    yield "bomb-content.pdf", page_pdf(stream(zeros(1 << 30, b" "), b"/Filter /FlateDecode"))
    yield "bomb-content-twice.pdf", page_pdf(stream(zlib.compress(zeros(1 << 30, b" "), 9),
                                                    b"/Filter [/FlateDecode /FlateDecode]"))
    image = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode"
    draw = stream(b"q 595 0 0 842 0 0 cm /I Do Q")
    for side in (15_000, 30_000, 1_000_000):
        yield "bomb-image-%d.pdf" % side, page_pdf(draw, resources=b"/XObject << /I 5 0 R >>",
                                                   more=[stream(zeros(64 << 20), image % (side, side))])
    yield "bomb-strokes.pdf", page_pdf(stream(zlib.compress(b"0 0 m 595 842 l S\n" * 3_000_000, 9), b"/Filter /FlateDecode"))
    for box in (b"0 0 14400000 14400000", b"0 0 1e30 1e30", b"0 0 0 0", b"0 0 -500 -700", b"0 0 0.001 0.001", b"0 0 200000 1"):
        yield "box-%s.pdf" % box.decode().split()[-1], page_pdf(stream(b"0 0 10 10 re f"), box=box)
    yield "bomb-columns.txt", b"a" + b"\ta" * 4_000 + b"\n" + b"a\tb\n" * 4_000
    yield "bomb-pages.txt", b"a\f" * 50_000
    yield "bomb-lines.txt", b"- a\n" * 300_000
    yield "bomb-line.txt", b"chu " * 500_000


def recursions():
    yield "pages-in-a-circle.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])
    yield "pages-without-end.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                        b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>"])
    for count in (-1, 15_000, 2_147_483_647):
        yield "pages-%d.pdf" % count, pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count %d >>" % count,
                                           b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"])
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >>"
    yield "form-in-itself.pdf", page_pdf(stream(b"/X Do"), resources=b"/XObject << /X 5 0 R >>", more=[stream(b"/X Do /X Do", form)])
    fan = [stream(b"/X Do " * 12, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >>" % n)
           for n in range(6, 16)]
    yield "forms-fanning-out.pdf", page_pdf(stream(b"/X Do"), resources=b"/XObject << /X 5 0 R >>", more=fan + [stream(b"0 0 9 9 re f")])
    yield "arrays-nested.pdf", page_pdf(stream(b"0 0 9 9 re f"), resources=b"/X " + b"[" * 200_000 + b"]" * 200_000)
    yield "arrays-open.pdf", page_pdf(stream(b"[" * 500_000))
    yield "dictionaries-nested.pdf", page_pdf(stream(b"0 0 9 9 re f"), resources=b"/X << " * 50_000 + b">> " * 50_000)
    yield "length-of-itself.pdf", page_pdf(b"<< /Length 4 0 R >>\nstream\n0 0 9 9 re f\nendstream")
    yield "object-is-itself.pdf", page_pdf(b"4 0 R")
    yield "root-is-a-page.pdf", pdf([b"<< /Type /Page /Parent 1 0 R /Kids [1 0 R] >>"])
    whole = page_pdf(stream(b"0 0 9 9 re f"))
    at = whole.rindex(b"xref\n0")
    yield "xref-in-a-circle.pdf", whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % at)
    yield "xref-elsewhere.pdf", re.sub(rb"startxref\n\d+", b"startxref\n7", whole)
    yield "xref-beyond.pdf", re.sub(rb"startxref\n\d+", b"startxref\n99999999999999999999", whole)
    yield "graphics-states.pdf", page_pdf(stream(b"q " * 300_000))
    glyph = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 6 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] /Resources << /Font << /F 5 0 R >> >> >>"
    yield "font-in-itself.pdf", page_pdf(stream(b"BT /F 9 Tf 50 50 Td (aaaa) Tj ET"), resources=b"/Font << /F 5 0 R >>",
                                         more=[glyph, stream(b"1 0 d0 BT /F 1 Tf (aa) Tj ET")])
    yield "tiff-in-a-circle.tif", tiff(60, 60, pages=3, loop=True)


def texts():
    yield "no-utf8.txt", b"K\xff\xfe\xc3( ho\xe1\xba"
    yield "zeros.txt", bytes(2_000)
    yield "utf16.txt", "Kế hoạch số 5".encode("utf-16")
    yield "mark.txt", b"\xef\xbb\xbf"
    yield "blank.txt", b" \n\t\n\f\f \n"
    yield "empty.txt", b""
    yield "controls.txt", b"K\x1b[2J\x07\x08\n"
    yield "half-a-letter.txt", "Kế hoạch".encode()[:-1]


def wrong_headers(bases, rng):
    kinds = {"pdf": b"%PDF-1.7\n", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff\xe0", "tif": b"II*\0\x08\0\0\0"}
    for ending, magic in kinds.items():
        yield "only-magic.%s" % ending, magic
        yield "noise-behind-magic.%s" % ending, magic + rng.randbytes(20_000)
        yield "noise.%s" % ending, rng.randbytes(5_000)
        yield "empty.%s" % ending, b""
        yield "text.%s" % ending, b"Ke hoach so 5\n"
        for other, data in bases:
            if not other.endswith(ending):
                yield "header-of-%s-on-%s.%s" % (ending, other.replace(".", "-"), ending), magic + data[len(magic):]


def cut(bases):
    for name, data in bases:
        for part in range(1, 10):
            yield "cut-%d-%s" % (part, name), data[: len(data) * part // 10]
        yield "cut-end-%s" % name, data[:-20]


def flipped(bases, rng):
    for name, data in bases:
        for n, flips in enumerate((1, 3, 10, 30, 100, 300, 1000, 3000)):
            changed = bytearray(data)
            for _ in range(flips):
                changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
            yield "flip-%d-%s" % (n, name), bytes(changed)


def broken_streams(bases, rng):
    """Noise within one stream of a PDF: a font, an image, a page's content, a map."""
    for name, data in bases:
        if not name.endswith(".pdf"):
            continue
        streams = [m for m in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.S) if len(m[1]) > 200]
        for n, found in enumerate(rng.sample(streams, min(8, len(streams)))):
            begin, end = found.span(1)
            changed = bytearray(data)
            changed[begin + 40 : begin + (end - begin) // 2] = rng.randbytes((end - begin) // 2 - 40)
            yield "stream-%d-%s" % (n, name), bytes(changed)


def malformed(bases):
    """`bases`: whole documents to be broken, (name, bytes)."""
    rng = random.Random(7)
    yield from bombs()
    yield from recursions()
    yield from texts()
    yield from wrong_headers(bases, rng)
    yield from cut(bases)
    yield from flipped(bases, rng)
    yield from broken_streams(bases, rng)
