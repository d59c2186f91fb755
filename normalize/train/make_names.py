#!/usr/bin/env python3
"""Writes names of units, agencies and streets as counted lines (count, tab, line) for vanthu-train lm.

usage: make_names.py LISTS > names.tsv

LISTS holds tables without a header line: admin_units_2025.tsv and admin_units_pre2025.tsv (full
name, name, level, code, parent), agencies.tsv and street_names.tsv (name, count). The units inside
one unit are written once more as a list of bare names, as annexes have them.
"""
import collections
import sys


def rows(name):
    with open(f"{sys.argv[1]}/{name}.tsv", encoding="utf8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def units(name, count):
    members = collections.defaultdict(list)
    for full, bare, _, _, parent in rows(name):
        print(f"{count}\t{full}")
        if parent:
            members[parent].append(bare)
    for parent, names in members.items():
        print(f"{count}\t{parent}: {', '.join(names)}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    units("admin_units_2025", 2)
    units("admin_units_pre2025", 1)
    for name, count, *_ in rows("agencies"):
        print(f"{min(20, int(count) // 200 + 1)}\t{name}")
    for name, count, *_ in rows("street_names"):
        if int(count) > 1:
            print(f"1\tđường {name}")


if __name__ == "__main__":
    main()
