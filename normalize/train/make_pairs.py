#!/usr/bin/env python3
"""Makes pairs of read and true words to learn confusions from.

usage: make_pairs.py --lang eng|vie --pages N --seed S [--rest R] CORPUS.txt... > pairs.tsv

Typesets corpus lines on pages in several faces, sizes and styles, degrades the images as a scanner
does, recognises them with Tesseract, and prints one pair of aligned words a line: read, tab, true.
Lines whose number modulo 50 is R (default 1; 0 is held out for tests) are used. Needs Pillow,
Tesseract and the faces of fonts-croscore, fonts-freefont-ttf, fonts-texgyre and fonts-dejavu.
"""
import argparse
import io
import random
import re
import subprocess
import sys
import unicodedata

from PIL import Image, ImageDraw, ImageFilter, ImageFont

TTF = "/usr/share/fonts/truetype/"
FACES = {  # family: (weight, regular, bold, italic, bold italic)
    "tinos": (65, *(TTF + f"croscore/Tinos-{s}.ttf" for s in ("Regular", "Bold", "Italic", "BoldItalic"))),
    "free": (15, *(TTF + f"freefont/FreeSerif{s}.ttf" for s in ("", "Bold", "Italic", "BoldItalic"))),
    "termes": (10, *(f"/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-{s}.otf"
                     for s in ("regular", "bold", "italic", "bolditalic"))),
    "arimo": (6, *(TTF + f"croscore/Arimo-{s}.ttf" for s in ("Regular", "Bold", "Italic", "BoldItalic"))),
    "dejavu": (4, *(TTF + f"dejavu/DejaVuSerif{s}.ttf" for s in ("", "-Bold", "-Italic", "-BoldItalic"))),
}
GRADES = {  # language: (dpi, blur, noise, JPEG quality or None, bilevel)
    "eng": [(300, 0.4, 4, None, False), (200, 0.5, 8, 60, False), (200, 0.4, 6, None, True),
            (150, 0.5, 6, 50, False), (300, 0.9, 10, 40, True)],
    "vie": [(200, 0.6, 16, 35, False), (150, 0.5, 10, 45, False), (120, 0.4, 8, 50, False),
            (200, 0.7, 14, None, True), (150, 0.4, 6, None, True)],
}


def corpus_lines(paths, rest):
    lines = []
    for path in paths:
        with open(path, encoding="utf8") as file:
            lines += [l.strip() for i, l in enumerate(file) if i % 50 == rest and 20 < len(l) < 600]
    return [unicodedata.normalize("NFC", l) for l in lines]


def page_lines(rng, lines, width, draw_width):
    """Yields (font index 0..3, line text) until the caller stops."""
    while True:
        text, style = rng.choice(lines), rng.choices(range(4), (64, 15, 14, 7))[0]
        if rng.random() < 0.12:
            text = " ".join(text.upper().split()[:12])
        row = []
        for word in text.split():
            if row and draw_width(style, " ".join(row + [word])) > width:
                yield style, " ".join(row)
                row = []
            row.append(word)
        if row:
            yield style, " ".join(row)


def typeset(rng, lines, grade):
    dpi, blur, noise, quality, bilevel = grade
    width, height, margin = int(8.27 * dpi), int(11.7 * dpi), dpi
    face = FACES[rng.choices(list(FACES), [f[0] for f in FACES.values()])[0]]
    size = round(rng.choice((11.5, 12, 13, 13, 14)) / 72 * dpi)
    fonts = [ImageFont.truetype(path, size) for path in face[1:]]
    image = Image.new("L", (width, height), rng.randint(235, 255))
    draw, y, printed = ImageDraw.Draw(image), margin, []
    for style, text in page_lines(rng, lines, width - 2 * margin, lambda s, t: fonts[s].getlength(t)):
        draw.text((margin, y), text, font=fonts[style], fill=rng.randint(0, 50))
        printed.append(text)
        y += round(size * rng.choice((1.25, 1.35, 1.5)))
        if y > height - margin - size:
            break
    image = image.rotate(rng.uniform(-0.4, 0.4), Image.BICUBIC, fillcolor=250)
    image = image.filter(ImageFilter.GaussianBlur(blur * dpi / 200))
    image = Image.blend(image, Image.effect_noise(image.size, 64), noise / 100)
    if bilevel:
        image = image.point(lambda p, t=rng.randint(120, 175): 255 if p > t else 0).convert("1")
    elif quality:
        packed = io.BytesIO()
        image.save(packed, "JPEG", quality=quality)
        image = Image.open(packed)
    return image, printed


def recognise(image, lang, dpi):
    packed = io.BytesIO()
    image.save(packed, "PNG")
    out = subprocess.run(["tesseract", "-", "-", "-l", lang, "--psm", "6", "--dpi", str(dpi)],
                         input=packed.getvalue(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    text = unicodedata.normalize("NFC", out.stdout.decode("utf8", "replace"))
    return [line for line in text.splitlines() if line.strip()]


def skeleton(word):
    word = unicodedata.normalize("NFD", word.lower()).replace("đ", "d")
    return "".join(c for c in word if not unicodedata.combining(c))


def distance(a, b):
    a, b = skeleton(a), skeleton(b)
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1] / max(len(a), len(b), 1)


def align(read, true, cost_of=distance, gap=0.7):
    """Pairs of items of two lists in order, at least cost; items without a partner are left out."""
    n, m = len(read), len(true)
    best = [[(gap * (i + j), 0) for j in range(m + 1)] for i in range(n + 1)]
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            steps = ((best[i - 1][j - 1][0] + cost_of(read[i - 1], true[j - 1]), 1),
                     (best[i - 1][j][0] + gap, 2), (best[i][j - 1][0] + gap, 3))
            best[i][j] = min(steps)
    pairs, i, j = [], n, m
    while i and j:
        step = best[i][j][1]
        if step == 1:
            pairs.append((read[i - 1], true[j - 1]))
        i, j = i - (step != 3), j - (step != 2)
    return pairs[::-1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang", default="eng", choices=GRADES)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rest", type=int, default=1)
    parser.add_argument("corpus", nargs="+")
    args = parser.parse_args()
    rng, lines = random.Random(args.seed), corpus_lines(args.corpus, args.rest)
    for page in range(args.pages):
        grade = GRADES[args.lang][page % len(GRADES[args.lang])]
        image, printed = typeset(rng, lines, grade)
        read = recognise(image, args.lang, grade[0])
        for got, want in align(read, printed, gap=0.45):
            for pair in align(re.split(r"\s+", got.strip()), want.split(), gap=0.6):
                print("\t".join(pair))
        print(f"page {page + 1} of {args.pages}", file=sys.stderr)


if __name__ == "__main__":
    main()
