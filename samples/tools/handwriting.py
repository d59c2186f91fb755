"""First pages whose number and day are written by hand, at the three grades of scans and in colour.

The letterhead is set again with gaps; digits of the Semeion set (Semeion Research Center; CC BY
4.0) that the digits' reader is never trained on, every seventh of the set, are written into them.
"""
import copy
import gzip
import re
import subprocess
import tempfile
import zlib

import numpy
from PIL import Image, ImageDraw, ImageFilter

from tools import scan, typeset

TOKENS = 267  # of a digit in the file: 256 pixels, one of ten, its name
GAP = "\u00a0" * 14
HELD_OUT = 7  # as in ingest/train/glyphs.cc
GRADES = ("good", "middle", "bad")
PEN, STAMP = (40, 60, 150), (205, 45, 60)  # red, green and blue


def digits_of(folder):
    """{digit: pictures of 16 x 16, ink 255} of the held-out part."""
    out = {digit: [] for digit in range(10)}
    with gzip.open(folder / "semeion.data.gz", "rt") as stream:
        numbers = numpy.array(stream.read().split(), float).reshape(-1, TOKENS)
    for one in numbers[::HELD_OUT]:
        ink = (one[:256].reshape(16, 16) * 255).astype("uint8")
        out[int(one[256:266].argmax())].append(Image.fromarray(ink))
    return out


def parted(source):
    """The source with gaps for serial and day, and what is to be written there."""
    out = copy.deepcopy(source)
    serial = re.search(r"\d+(?=\s*[/-])", source.printed["number"])
    day = re.search(r"(?<=ngày )\d+", source.printed["date"])
    written = {}
    for key, found in (("number", serial), ("date", day)):
        if found:
            text = source.printed[key]
            out.printed[key] = text[:found.start()] + GAP + text[found.end():]
            written[key] = found[0]
    return out, written


def gaps(pdf, page):
    """(left, right, middle) of the two gaps in points: the first wide white behind "Số" and "ngày"."""
    text = subprocess.run(["pdftotext", "-bbox", "-l", "1", pdf, "-"], check=True,
                          capture_output=True, text=True).stdout
    out, scale = {}, page.info["dpi"] / 72
    for found in re.findall(r'xMin="(.+?)" yMin="(.+?)" xMax=".+?" yMax="(.+?)">(.+?)</word>', text):
        left, top, bottom = map(float, found[:3])
        for key, start in (("number", "Số"), ("date", "ngày")):
            if found[3].startswith(start) and key not in out:
                line = numpy.asarray(page)[round(top * scale):round(bottom * scale),
                                           round(left * scale):round((left + 150) * scale)]
                white = "".join("-" if column.min() > 200 else "#" for column in line.T)
                gap = re.search("-{%d,}" % round(20 * scale), white)
                out[key] = left + gap.start() / scale, left + gap.end() / scale, (top + bottom) / 2
    return out


def write(page, text, gap, digits, chance, shade=35):
    """Writes digits into a gap of the page, a little slanted and uneven, as a pen does."""
    scale = page.info["dpi"] / 72
    left, right, middle = gap
    height, slant = chance.uniform(12, 16), chance.uniform(-0.05, 0.3)
    width = min(chance.uniform(8, 10), (right - left - 2) / len(text))
    x = left + chance.uniform(0.3, 0.7) * (right - left - width * len(text))
    for letter in text:
        size = round(width * 0.95 * scale), round(height * chance.uniform(0.9, 1.1) * scale)
        glyph = digits[int(letter)][chance.integers(len(digits[int(letter)]))]
        glyph = glyph.resize(size, Image.BICUBIC).filter(ImageFilter.GaussianBlur(0.35 * scale))
        lean = round(slant * size[1])
        wide = Image.new("L", (size[0] + 2 * abs(lean), size[1]), 0)
        wide.paste(glyph, (abs(lean), 0))
        wide = wide.transform(wide.size, Image.AFFINE, (1, slant, -slant * size[1] / 2, 0, 1, 0),
                              Image.BICUBIC)
        ink = wide.point(lambda value: min(255, max(0, (value - 70) * 4)))
        y = middle - height / 2 + chance.uniform(-2, 0.5)
        page.paste(shade, (round(x * scale) - abs(lean), round(y * scale)), ink)
        x += width * chance.uniform(0.9, 1.1)


def hand_scans(folder, name, source, css, digits):
    """hand-good.pdf, hand-middle.pdf, hand-bad.pdf and hand-colour.pdf of a sample."""
    chance = numpy.random.default_rng(zlib.crc32((name + " by hand").encode()))
    blank, written = parted(source)
    with tempfile.TemporaryDirectory() as place:
        pdf = place + "/blank.pdf"
        typeset.typeset(blank, css).write_pdf(pdf)
        clean = scan.render(pdf, 300)[0]
        clean.info["dpi"] = 300
        places = gaps(pdf, clean)
    for grade in GRADES:
        page = clean.copy()
        page.info["dpi"] = 300
        for key, text in written.items():
            write(page, text, places[key], digits, chance)
        image, dpi = degraded(page, grade, chance)
        scan.bind(folder / ("hand-%s.pdf" % grade), [image], dpi)
    words = typeset.stamp_words(source.printed)
    page = coloured(clean, written, places, digits, words, chance)
    scan.bind(folder / "hand-colour.pdf", [page], 200)


def coloured(clean, written, places, digits, words, chance):
    """The page with dotted lines in the gaps, a blue pen's digits over them, a blue signature over
    its text and a red stamp, scanned a little askew in colour. JPEG bytes."""
    page = clean.copy()
    scale = page.info["dpi"] / 72
    draw = ImageDraw.Draw(page)
    pen = Image.new("L", page.size, 0)
    pen.info["dpi"] = page.info["dpi"]
    for key, text in written.items():
        left, right, middle = places[key]
        for x in numpy.arange(left + 2, right - 1, 2.5):
            dot = x - 0.4, middle + 3.4, x + 0.4, middle + 4.2
            draw.ellipse([point * scale for point in dot], fill=20)
        write(pen, text, places[key], digits, chance, 255)
    left, right, middle = places["date"]
    scan.scribble(pen, left, middle + 130, chance, 255)
    stamp = Image.new("L", page.size, 0)
    stamp.paste(scan.stamp(words, page.info["dpi"], chance),
                (round(left * scale), round((middle + 70) * scale)))
    light = numpy.asarray(page, float)[:, :, None] * tint(pen, PEN) * tint(stamp, STAMP)
    out = Image.fromarray(light.astype("uint8"))
    out.info["dpi"] = page.info["dpi"]
    out = scan.skewed(scan.scaled(out, 200), chance.uniform(-1, 1), (255, 255, 255))
    grainy = numpy.asarray(out, float) * 0.95 + chance.normal(0, 4, out.size[::-1] + (3,))
    out = Image.fromarray(numpy.clip(grainy, 0, 255).astype("uint8"))
    return scan.encoded(out, "JPEG", quality=30, optimize=True)


def tint(ink, colour):
    """What ink (0 none to 255 full) leaves of red, green and blue light."""
    full = numpy.asarray(ink.filter(ImageFilter.GaussianBlur(0.7)), float)[:, :, None] / 255
    return 1 - full * (1 - numpy.array(colour) / 255)


def degraded(page, grade, chance):
    """Bytes of the page as the scans of that grade have it, and their resolution."""
    if grade == "good":
        return scan.four_greys(page), 300
    coarse = scan.scaled(page, 200)
    if grade == "middle":
        noisy = scan.noisy(scan.skewed(coarse, chance.uniform(-1.5, 1.5)), 2.2, chance)
        return scan.encoded(noisy, "JPEG", quality=24, optimize=True), 200
    bits = scan.speckled(scan.skewed(coarse, chance.uniform(-0.6, 0.6)), chance)
    return scan.encoded(bits, "TIFF", compression="group4"), 200
