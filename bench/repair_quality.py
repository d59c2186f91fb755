#!/usr/bin/env python3
"""Measures the repair and prints its figures.

usage: repair_quality.py REPAIR_FILTER MODEL SHARED [--stripped N]

REPAIR_FILTER is the program of bench/repair_filter.cc; SHARED holds corpus/, seeds/, gold/ and
score/. Held out are the lines whose number in their corpus file is a multiple of 50, which
vanthu-train never reads; of these, the novel ones have no seven words in a row with the training
lines of the same files. Prints garbled documents, stripped text, harm to right text, calibration,
speed, the kinds of the remaining errors and the commonest confusions.
"""
import argparse
import collections
import lzma
import random
import re
import subprocess
import sys
import unicodedata

LEGAL = ["tvpl_ubnd", "tvpl_central", "congbao_hrmaster", "lawintech"]
GENERAL = ["baomoi2017.sample", "wiki2025.sample"]
SEEDS = ["001", "003"]
ENGLISH = ["The council shall publish its report before the end of the second quarter.",
           "Each department keeps a register of incoming documents and of the tasks they assign."]
CODE = ["for (int i = 0; i < n; ++i) total += price[i] * 1.08;", "GET /api/v1/records?year=2024&page=2",
        "1.250.000\t98,5%\t12/03/2024\t028.3829.1179", "Windows 11 Pro 23H2, CPU i7-13700, RAM 16GB"]


def tone_placed():
    """Endings with the tone in the older place, and in the newer one: oà, òa."""
    out = {}
    for rime in ("oa", "oe", "uy"):
        for tone in "\u0300\u0301\u0303\u0309\u0323":
            for form in (str, str.title, str.upper):
                older, newer = rime + tone, rime[0] + tone + rime[1]
                out[unicodedata.normalize("NFC", form(older))] = unicodedata.normalize("NFC", form(newer))
    return out


TONES = tone_placed()


def bare(word):
    """The word without punctuation around it; both places of a tone mark are one."""
    word = re.sub(r"^[\W_]+|[\W_]+$", "", word)
    return word[:-2] + TONES.get(word[-2:], word[-2:]) if word[:-2].lower() != "q" else word


def strip_marks(text):
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return unicodedata.normalize("NFC", "".join(c for c in text if not unicodedata.combining(c)))


def sevens(line):
    words = line.lower().split()
    return [hash(tuple(words[i:i + 7])) for i in range(len(words) - 6)]


class Bench:
    def __init__(self, args):
        self.args = args
        self.errors = collections.Counter()
        self.confusions = collections.Counter()

    def lines(self, name):
        with lzma.open(f"{self.args.shared}/corpus/{name}.txt.xz", "rt", encoding="utf8") as file:
            for number, line in enumerate(file):
                yield number, unicodedata.normalize("NFC", line.strip())

    def held_out(self, names):
        """(all held-out lines, those among them that are novel)"""
        held = [l for n in names for i, l in self.lines(n) if i % 50 == 0 and 30 < len(l) < 800]
        wanted = collections.defaultdict(set)
        for k, line in enumerate(held):
            for seven in sevens(line):
                wanted[seven].add(k)
        seen = set()
        for name in names:
            for i, line in self.lines(name):
                if i % 50:
                    for seven in sevens(line):
                        seen |= wanted.get(seven, set())
        return held, [l for k, l in enumerate(held) if k not in seen and len(l.split()) > 7]

    def run(self, text, *options):
        done = subprocess.run([self.args.filter, self.args.model, *options], input=text.encode(),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
        return done.stdout.decode(), done.stderr.decode().strip()

    def kind(self, got, want):
        if not got:
            return "lost or moved"
        if got.lower() == want.lower():
            return "case"
        if strip_marks(got.lower()) == strip_marks(want.lower()):
            return "marks"
        return "letters" if got.isalpha() else "noise"

    def compare(self, title, given, wanted, *options):
        out, speed = self.run("\n\n".join(given) + "\n", *options)
        words = right = changed = digits = 0
        for source, want, got in zip(given, wanted, out.split("\n")[::2]):
            a, b, c = want.split(), got.split(), source.split()
            if len(a) != len(b):
                words += len(a)
                self.errors["split or join"] += 1
                continue
            for x, y, z in zip(a, b, c):
                words += 1
                changed += y != z
                digits += re.sub(r"\D", "", y) != re.sub(r"\D", "", z)
                if bare(x) == bare(y):
                    right += 1
                else:
                    self.errors[self.kind(bare(y), bare(x))] += 1
                    self.confusions[bare(y), bare(x)] += 1
        print(f"{title}: {words} words, {100 * right / max(1, words):.2f} % right, "
              f"{changed} changed, digits altered in {digits}; {speed}")

    def calibration(self, given, wanted):
        out, _ = self.run("\n\n".join(given) + "\n", "--repairs")
        table = collections.defaultdict(lambda: [0, 0])
        place = {}
        for row in out.splitlines():
            number, read, now, kind, confidence = row.split("\t")
            line, float_confidence = int(number) // 2, float(confidence)
            want, source = wanted[line].split(), given[line].split()
            at = place.get(line, 0)
            while at < len(source) and source[at] != read:
                at += 1
            if kind not in ("diacritics", "letters") or len(want) != len(source) or at == len(source):
                continue
            place[line] = at + 1
            cell = table[min(9, int(float_confidence * 10))]
            cell[0] += 1
            cell[1] += bare(want[at]) == bare(now)
        print("calibration (confidence from: repairs, share right)")
        for step in sorted(table):
            print(f"  {step / 10:.1f}: {table[step][0]}, {table[step][1] / table[step][0]:.3f}")

    def seeds(self):
        sys.path.insert(0, f"{self.args.shared}/score")
        import score_text
        for seed in SEEDS:
            raw = open(f"{self.args.shared}/seeds/{seed}.txt", encoding="utf8").read()
            gold = score_text.words(f"{self.args.shared}/gold/{seed}.txt")
            out, speed = self.run(raw)
            before = score_text.score(gold, raw.split())
            after = score_text.score(gold, out.split())
            print(f"garbled {seed}: bare accuracy {before['bare_accuracy']:.4f} -> "
                  f"{after['bare_accuracy']:.4f}; {speed}")
            for (got, want), count in after["confusions"]:
                if got and want and bare(got) != bare(want):
                    self.errors[self.kind(bare(got), bare(want))] += count

    def all(self):
        self.seeds()
        rng = random.Random(1)
        for title, names in (("administrative", LEGAL), ("general", GENERAL)):
            held, novel = self.held_out(names)
            rng.shuffle(novel)
            novel = novel[:self.args.stripped]
            stripped = [strip_marks(line) for line in novel]
            self.compare(f"stripped {title}, novel", stripped, novel)
            self.calibration(stripped, novel)
            self.compare(f"right {title}", held, held)
        self.compare("English", ENGLISH, ENGLISH)
        self.compare("code and numbers", CODE, CODE)
        print("errors by kind:", dict(self.errors.most_common()))
        print("commonest:", ", ".join(f"{a}->{b} {n}" for (a, b), n in self.confusions.most_common(20)))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("filter")
    parser.add_argument("model")
    parser.add_argument("shared")
    parser.add_argument("--stripped", type=int, default=900, help="lines of stripped text")
    Bench(parser.parse_args()).all()


if __name__ == "__main__":
    main()
