"""Pages to scans: image-only PDFs at three grades, and one with a text layer read wrongly.

All chance comes from a generator seeded by the sample's name, so a rebuild gives the same bytes.
Images are 8-bit grey numpy arrays, 0 black, 255 white.
"""
import contextlib
import io
import math
import os
import subprocess
import tempfile
import zlib

import img2pdf
import numpy
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

FONT = "/usr/share/fonts/truetype/croscore/Tinos-Bold.ttf"
STAMP_POINTS = 102  # 36 mm across


def render(pdf, dpi):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", pdf, folder + "/p"], check=True)
        names = sorted(os.listdir(folder))
        return [Image.open(os.path.join(folder, name)).copy() for name in names]


def star(draw, x, y, radius, ink):
    points = []
    for i in range(10):
        r = radius if i % 2 == 0 else radius * 0.4
        a = math.pi * i / 5
        points.append((x + r * math.sin(a), y - r * math.cos(a)))
    draw.polygon(points, fill=ink)


def ring_text(image, text, radius, size, centre_angle, turned):
    font = ImageFont.truetype(FONT, size)
    middle, step = image.width / 2, size * 0.66 / radius
    for i, letter in enumerate(text):
        angle = centre_angle + (i - (len(text) - 1) / 2) * step * (-1 if turned else 1)
        tile = Image.new("L", (size * 2, size * 2), 0)
        ImageDraw.Draw(tile).text((size, size), letter, font=font, fill=255, anchor="mm")
        tile = tile.rotate(-math.degrees(angle) + (180 if turned else 0), resample=Image.BICUBIC)
        x, y = middle + radius * math.sin(angle), middle - radius * math.cos(angle)
        left, top = round(x - size), round(y - size)
        beneath = image.crop((left, top, left + 2 * size, top + 2 * size))
        image.paste(ImageChops.lighter(tile, beneath), (left, top))


def patches(cells, size, chance):
    """A smooth random field over an image of `size`, 0 to 1."""
    few = Image.fromarray((chance.random(cells) * 255).astype("uint8"))
    return numpy.asarray(few.resize(size, Image.BICUBIC), float) / 255


def stamp(words, dpi, chance):
    """Ink of a round stamp, 0 none to 255 full, unevenly pressed."""
    side = round(STAMP_POINTS * dpi / 72)
    image = Image.new("L", (side, side), 0)
    draw, middle, r = ImageDraw.Draw(image), side / 2, side / 2 - 3
    for radius, width in ((r, side // 60), (r * 0.93, side // 120), (r * 0.58, side // 110)):
        draw.ellipse((middle - radius, middle - radius, middle + radius, middle + radius),
                     outline=255, width=max(2, width))
    upper, lower = words
    size = min(round(side * 0.1), round(2 * math.pi * r * 0.62 / (0.66 * max(len(upper), 1))))
    ring_text(image, upper, r * 0.76, size, 0, False)
    ring_text(image, lower, r * 0.76, round(side * 0.085), math.pi, True)
    star(draw, middle, middle, r * 0.3, 255)
    pressed = numpy.asarray(image, float) * (0.55 + 0.45 * patches((9, 9), image.size, chance))
    turned = Image.fromarray(pressed.astype("uint8")).rotate(chance.uniform(-12, 12), Image.BICUBIC)
    return turned.filter(ImageFilter.GaussianBlur(side / 400))


def press(page, ink, x, y, shade):
    """Stamps `page` about (x, y), in points; it darkens paper to `shade`, print stays."""
    scale = page.info["dpi"] / 72
    full = Image.new("L", page.size, 0)
    corner = round(x * scale - ink.width / 2), round(y * scale - ink.height / 2)
    full.paste(ink, corner)
    tint = 1 - numpy.asarray(full, float) / 255 * (1 - shade)
    out = Image.fromarray((numpy.asarray(page, float) * tint).astype("uint8"))
    out.info["dpi"] = page.info["dpi"]
    return out


def scribble(page, x, y, chance, shade=40):
    """A signature of loops, about 90 points wide, centred on (x, y)."""
    scale, points = page.info["dpi"] / 72, []
    phase, loops = chance.uniform(0, 6.28), chance.uniform(3, 5)
    for i in range(300):
        t = i / 299
        points.append(((x - 40 + 85 * t + 9 * math.cos(loops * 6.28 * t + phase)) * scale,
                       (y - 8 * t + (18 - 9 * t) * math.sin(loops * 6.28 * t)) * scale))
    ImageDraw.Draw(page).line(points, fill=shade, width=max(2, round(1.1 * scale)), joint="curve")


def signed(pages, places, words, shade, chance):
    """The pages with signature, round stamps on signature and appendix titles, and a half stamp at
    the right edge of page 2 as offices press over the edges of all sheets."""
    dpi = pages[0].info["dpi"]
    ink = stamp(words, dpi, chance)
    for number, x, y, width, height in places["ink"]:
        scribble(pages[number], x + width / 2, y + height / 2, chance)
        pages[number] = press(pages[number], ink, x + width * 0.3, y + height * 0.35, shade)
    for number, x, y, width, height in places["attached"][:1]:
        pages[number] = press(pages[number], ink, x + width * 0.12, y + 10, shade)
    if len(pages) > 2:
        wide, high = (side * 72 / dpi for side in pages[1].size)
        pages[1] = press(pages[1], ink, wide - 18, high * chance.uniform(0.35, 0.6), shade)
    return pages


def scaled(page, dpi):
    ratio = dpi / page.info["dpi"]
    out = page.resize((round(page.width * ratio), round(page.height * ratio)), Image.LANCZOS)
    out.info["dpi"] = dpi
    return out


def skewed(page, degrees, paper=255):
    out = page.rotate(degrees, resample=Image.BICUBIC, fillcolor=paper)
    out.info["dpi"] = page.info["dpi"]
    return out


def noisy(page, sigma, chance):
    """Uneven light and grain."""
    grey = numpy.asarray(page.filter(ImageFilter.GaussianBlur(0.55)), float)
    grey = 18 + grey * 0.86 + 10 * (patches((4, 3), page.size, chance) - 0.5)
    coarse = 128 + chance.normal(0, 3 * sigma, page.size[::-1])
    coarse = Image.fromarray(numpy.clip(coarse, 0, 255).astype("uint8"))
    grain = numpy.asarray(coarse.filter(ImageFilter.GaussianBlur(0.8)), float) - 128
    return Image.fromarray(numpy.clip(grey + grain, 0, 255).astype("uint8"))


def speckled(page, chance):
    """Black and white, with dust: some 250 dark and 250 light specks a page."""
    bright = numpy.asarray(page, float) + chance.normal(0, 22, page.size[::-1])
    bits = Image.fromarray(numpy.where(bright < 150, 0, 255).astype("uint8"))
    draw = ImageDraw.Draw(bits)
    for i in range(500):
        x, y = chance.uniform(0, page.width), chance.uniform(0, page.height)
        side = chance.choice([0, 1, 1, 2])
        draw.rectangle((x, y, x + side, y + side), fill=0 if i % 2 else 255)
    return bits.convert("1")


def four_greys(page):
    """PNG bytes of the page in four greys, 2 bits a point: small, and print stays smooth."""
    steps = numpy.round(numpy.asarray(page, float) / 85).astype("uint8")
    out = Image.fromarray(steps, "P")
    out.putpalette([85 * i for i in range(4) for _ in range(3)])
    return encoded(out, "PNG", bits=2, optimize=True)


def encoded(image, form, **options):
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def bind(path, images, dpi):
    layout = img2pdf.get_fixed_dpi_layout_fun((dpi, dpi))
    with open(path, "wb") as out, contextlib.redirect_stdout(io.StringIO()):  # it prints settings
        img2pdf.convert(images, layout_fun=layout, nodate=True, outputstream=out,
                        engine=img2pdf.Engine.internal)  # pikepdf would write a random ID


def misread(path, images, dpi):
    """Lays the text that an English reader sees, invisible, over the page images of `path`."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, image in enumerate(images):
            names.append("%s/%03d.png" % (folder, i))
            with open(names[-1], "wb") as out:
                out.write(image)
        with open(folder + "/list", "w") as out:
            out.write("\n".join(names))
        environment = dict(os.environ, OMP_THREAD_LIMIT="1")
        subprocess.run(["tesseract", folder + "/list", folder + "/text", "-l", "eng",
                        "--dpi", str(dpi), "-c", "textonly_pdf=1", "pdf"],
                       check=True, env=environment, stderr=subprocess.DEVNULL)
        subprocess.run(["qpdf", path, "--overlay", folder + "/text.pdf", "--", "--replace-input",
                        "--deterministic-id", "--object-streams=generate"], check=True)


def scan(folder, name, places, words):
    chance = numpy.random.default_rng(zlib.crc32(name.encode()))
    fine = render(folder / "digital.pdf", 300)
    for page in fine:
        page.info["dpi"] = 300
    good = [four_greys(page) for page in fine]
    bind(folder / "good.pdf", good, 300)

    marked = signed([scaled(page, 200) for page in fine], places, words, 0.55, chance)
    middle = [noisy(skewed(page, chance.uniform(-1.5, 1.5)), 2.2, chance) for page in marked]
    bind(folder / "middle.pdf",
         [encoded(page, "JPEG", quality=24, optimize=True) for page in middle], 200)

    bad = [speckled(skewed(page, chance.uniform(-0.6, 0.6)), chance) for page in marked]
    bind(folder / "bad.pdf", [encoded(page, "TIFF", compression="group4") for page in bad], 200)

    layered = [four_greys(skewed(page, chance.uniform(-0.5, 0.5))) for page in marked]
    bind(folder / "bad-layer.pdf", layered, 200)
    misread(str(folder / "bad-layer.pdf"), layered, 200)
