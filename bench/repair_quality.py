#!/usr/bin/env python3
"""Measures the repair and prints its figures, with gains and losses against bench/repair_figures.json.

usage: repair_quality.py BUILD SHARED [--stripped N] [--scans DIR] [--only PART...] [--save]

BUILD is the folder of `repair_filter` and `vanthu`; SHARED holds corpus/, seeds/, gold/, scans/ and
score/. Held out are the lines whose number in their corpus file is a multiple of 50, which
vanthu-train never reads; of these, the novel ones have no seven words in a row with the training
lines of the same files. DIR holds Scans as bench/quality caches them ("003.usual.scan.json").
Parts: garbled, stripped, right, ocr, size. --save writes the figures.
"""
import argparse
import collections
import difflib
import glob
import json
import lzma
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import unicodedata

LEGAL = ["tvpl_ubnd", "tvpl_central", "congbao_hrmaster", "lawintech"]
GENERAL = ["baomoi2017.sample", "wiki2025.sample"]
SEEDS = ["001", "003"]
MODEL = os.path.join(os.path.dirname(__file__), "../normalize/data/vi.lm")
FIGURES = os.path.join(os.path.dirname(__file__), "repair_figures.json")
PARTS = ["opening", "garbled", "stripped", "right", "ocr", "size"]
FOREIGN = ["The council shall publish its report before the end of the second quarter.",
           "Each department keeps a register of incoming documents and of the tasks they assign.",
           "for (int i = 0; i < n; ++i) total += price[i] * 1.08;",
           "GET /api/v1/records?year=2024&page=2", "1.250.000\t98,5%\t12/03/2024\t028.3829.1179",
           "Windows 11 Pro 23H2, CPU i7-13700, RAM 16GB"]
TONES = "\u0300\u0301\u0303\u0309\u0323"


def newer_tones():
    """Endings with the tone in the older place, and in the newer one: oà, òa."""
    nfc = lambda text: unicodedata.normalize("NFC", text)
    return {nfc(form(rime + tone)): nfc(form(rime[0] + tone + rime[1]))
            for rime in ("oa", "oe", "uy") for tone in TONES for form in (str, str.title, str.upper)}


NEWER = newer_tones()


def bare(word):
    """The word without punctuation around it; both places of a tone mark are one."""
    word = re.sub(r"^[\W_]+|[\W_]+$", "", word)
    return word[:-2] + NEWER.get(word[-2:], word[-2:]) if word[:-2].lower() != "q" else word


def without(word, marks):
    word = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    return unicodedata.normalize("NFC", "".join(c for c in word if not marks(c)))


def strip_marks(text):
    return without(text, unicodedata.combining)


def digits(text):
    return re.sub(r"\D", "", text)


def pairs_of(want, got):
    """Words that stand for one another; None on one side where there is none."""
    if len(want) == len(got):
        return list(zip(want, got))
    keys = [[strip_marks(w.lower()) for w in side] for side in (want, got)]
    out = []
    for op, i, i2, j, j2 in difflib.SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        same = op == "equal" or (i2 - i) * (j2 - j) > 250000
        out += zip(want[i:i2], got[j:j2]) if same else score_text.align(want[i:i2], got[j:j2])
    return out


def kind(pairs, i):
    """What is wrong with a pair that differs; "" where only the place of a tone does."""
    want, got = pairs[i]
    if want is None or got is None:
        near = pairs[max(0, i - 1):i + 2]
        texts = ["".join(strip_marks(p[side] or "").lower() for p in near) for side in (0, 1)]
        if texts[0] == texts[1]:
            return "split" if want is None else "join"
        return "noise token" if want is None else "lost"
    a, b = bare(want), bare(got)
    if a == b:
        return "punctuation" if want != got and digits(want) == digits(got) else ""
    if a.lower() == b.lower():
        return "case"
    same = without(a.lower(), lambda c: c in TONES) == without(b.lower(), lambda c: c in TONES)
    return "tone" if same else "letter"


def is_wrong(what):
    return what not in ("", "punctuation", "noise token")


class Bench:
    def __init__(self, args):
        self.args, self.figures = args, {}
        self.errors, self.confusions = collections.Counter(), collections.Counter()
        self.reliability = collections.defaultdict(lambda: [0, 0])

    def figure(self, name, value):
        self.figures[name] = round(value, 2)
        old = self.old.get(name)
        change = "" if old is None or old == round(value, 2) else f"  ({value - old:+.2f})"
        print(f"{name}: {value:.2f}{change}", flush=True)

    def run(self, text, *options):
        command = [f"{self.args.build}/repair_filter", MODEL, *options]
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
        return done.stdout.decode(), float(done.stderr.split()[-2])

    def count(self, want, got):
        """Words right of those wanted; what is wrong is added to the errors."""
        pairs = pairs_of(want, got)
        right = 0
        for i, (a, b) in enumerate(pairs):
            what = kind(pairs, i)
            right += a is not None and bool(bare(a)) and not is_wrong(what)
            if what:
                self.errors[what] += 1
                if is_wrong(what) and a and b:
                    self.confusions[bare(b), bare(a)] += 1
        return right

    def garbled(self):
        for seed in SEEDS:
            raw = open(f"{self.args.shared}/seeds/{seed}.txt", encoding="utf8").read()
            gold = score_text.words(f"{self.args.shared}/gold/{seed}.txt")
            out, speed = self.run(raw)
            self.count(gold, out.split())
            self.figure(f"garbled {seed}, bare accuracy %",
                        100 * score_text.score(gold, out.split())["bare_accuracy"])
            print(f"  {speed:.0f} words/s")

    def lines(self, name):
        with lzma.open(f"{self.args.shared}/corpus/{name}.txt.xz", "rt", encoding="utf8") as file:
            for number, line in enumerate(file):
                yield number, unicodedata.normalize("NFC", line.strip())

    def held_out(self, names):
        return [l for n in names for i, l in self.lines(n) if i % 50 == 0 and 30 < len(l) < 800]

    def novel(self, names, held):
        sevens = lambda line: [hash(tuple(line[i:i + 7])) for i in range(len(line) - 6)]
        wanted = collections.defaultdict(set)
        for k, line in enumerate(held):
            for seven in sevens(line.lower().split()):
                wanted[seven].add(k)
        seen = set()
        for name in names:
            for i, line in self.lines(name):
                if i % 50:
                    for seven in sevens(line.lower().split()):
                        seen |= wanted.get(seven, set())
        return [l for k, l in enumerate(held) if k not in seen and len(l.split()) > 7]

    def opening(self):
        """Time to map the language model and build the lexicon on it."""
        command = [f"{self.args.build}/repair_filter", MODEL]
        took = [float(subprocess.run(command, input=b"", capture_output=True, check=True)
                      .stderr.split()[1]) for _ in range(9)]
        print(f"opening the model, ms: {statistics.median(took):.1f} ({min(took):.1f} to {max(took):.1f})")

    def stripped(self):
        rng = random.Random(1)
        for title, names in (("administrative", LEGAL), ("general", GENERAL)):
            novel = self.novel(names, self.held_out(names))
            rng.shuffle(novel)
            novel = novel[:self.args.stripped]
            given = [strip_marks(line) for line in novel]
            out, speed = self.run("\n\n".join(given) + "\n")
            words = sum(bool(bare(w)) for line in novel for w in line.split())
            right = sum(self.count(line.split(), got.split())
                        for line, got in zip(novel, out.split("\n")[::2]))
            self.figure(f"stripped {title}, words right %", 100 * right / words)
            print(f"  {words} words, {speed:.0f} words/s")
            self.calibrate(given, novel)

    def calibrate(self, given, wanted):
        out, _ = self.run("\n\n".join(given) + "\n", "--repairs")
        place = {}
        for row in out.splitlines():
            number, read, now, what, confidence = row.split("\t")
            line = int(number) // 2
            want, source = wanted[line].split(), given[line].split()
            at = place.get(line, 0)
            while at < len(source) and source[at] != read:
                at += 1
            if what not in ("diacritics", "letters") or at == len(source) or len(want) != len(source):
                continue
            place[line] = at + 1
            cell = self.reliability[min(9, int(float(confidence) * 10))]
            cell[0] += 1
            cell[1] += bare(want[at]) == bare(now)

    def right(self):
        texts = {"administrative": self.held_out(LEGAL), "general": self.held_out(GENERAL),
                 "foreign": FOREIGN,
                 "gold": [l for s in SEEDS for l in open(f"{self.args.shared}/gold/{s}.txt", encoding="utf8")
                          .read().split("\n") if l.strip()]}
        for title, lines in texts.items():
            out, speed = self.run("\n\n".join(lines) + "\n")
            pairs = [p for a, b in zip(lines, out.split("\n")[::2]) for p in pairs_of(a.split(), b.split())]
            self.figure(f"right text, {title}, words changed in 10,000",
                        1e4 * sum(a != b for a, b in pairs) / len(pairs))
            self.figure(f"right text, {title}, digits changed",
                        sum(digits(a or "") != digits(b or "") for a, b in pairs))
            print(f"  {len(pairs)} words, {speed:.0f} words/s")

    def ocr(self):
        """Words of recognised pages that are wrong in letters (lost and moved ones aside)."""
        total = [0, 0, 0, 0]
        for file in sorted(glob.glob(f"{self.args.scans}/*.scan.json")):
            name = os.path.basename(file).split(".")
            truth = f"{self.args.shared}/scans/typeset/{name[0]}.txt"
            if len(name) < 4 or name[1] not in ("bad", "usual") or not os.path.exists(truth):
                continue
            gold = score_text.words(truth)
            wrong = []
            for options in (["--no-repair"], []):
                done = subprocess.run([f"{self.args.build}/vanthu", "normalize", "--plain", *options, file],
                                      capture_output=True, check=True)
                pairs = pairs_of(gold, done.stdout.decode().split())
                wrong.append({i for i, w in enumerate(self.gold_kinds(pairs)) if w in ("tone", "letter", "case")})
            before, after = wrong
            print(f"  {name[0]}.{name[1]}: {len(before)} wrong -> {len(after)}, broken {len(after - before)}")
            total = [a + b for a, b in zip(total, (len(before), len(after), len(after - before), 1))]
        if total[0]:
            self.figure("recognised pages, words wrong in letters: fewer by %",
                        100 * (1 - total[1] / total[0]))
            self.figure("recognised pages, right words broken", total[2])

    def gold_kinds(self, pairs):
        return [kind(pairs, i) for i, (want, _) in enumerate(pairs) if want is not None]

    def size(self):
        """Memory and time of `vanthu repair` on garbled text without a line break."""
        raw = open(f"{self.args.shared}/seeds/001.txt", encoding="utf8").read().replace("\n", " ")
        for megabytes in (1, 4):
            text = raw * (megabytes * 10 ** 6 // len(raw.encode()) + 1)
            with tempfile.TemporaryFile() as file:
                file.write(text.encode())
                file.seek(0)
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                subprocess.run([f"{self.args.build}/vanthu", "repair"], stdin=file,
                               stdout=subprocess.DEVNULL, check=True)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
            took = after.ru_utime - before.ru_utime
            print(f"  {megabytes} MB in one line: {took:.1f} s, {len(text.split()) / took:.0f} words/s")
        self.figure("memory, MB", after.ru_maxrss / 1024)

    def all(self):
        self.old = json.load(open(FIGURES)) if os.path.exists(FIGURES) else {}
        for part in self.args.only or PARTS:
            getattr(self, part)()
        if self.reliability:
            print("reliability (confidence from: repairs, share right)")
        for step, (count, right) in sorted(self.reliability.items()):
            print(f"  {step / 10:.1f}: {count}, {right / count:.3f}")
        if 9 in self.reliability:
            count, right = self.reliability[9]
            self.figure("repairs of confidence 0.9 and more, right %", 100 * right / count)
        print("errors by kind:", dict(self.errors.most_common()))
        print("commonest (got -> wanted):",
              ", ".join(f"{a} -> {b} {n}" for (a, b), n in self.confusions.most_common(20)))
        if self.args.save:
            with open(FIGURES, "w", encoding="utf8") as file:
                json.dump({**self.old, **self.figures}, file, ensure_ascii=False, indent=1)
                file.write("\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("build")
    parser.add_argument("shared")
    parser.add_argument("--stripped", type=int, default=900, help="lines of stripped text")
    parser.add_argument("--scans", default="build/bench", help="folder of cached Scans")
    parser.add_argument("--only", nargs="+", choices=PARTS)
    parser.add_argument("--save", action="store_true")
    arguments = parser.parse_args()
    sys.path.insert(0, f"{arguments.shared}/score")
    import score_text
    Bench(arguments).all()
