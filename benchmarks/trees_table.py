#!/usr/bin/env python3
"""Markdown tables of what `trees` measured.

    trees_table.py RESULTS_DIR            prints them
    trees_table.py RESULTS_DIR --write    puts them into RESULTS.md

Ratios are medians of the ratios of single folds, over the folds that both sides had, and above 1 where
Cairn is faster; accuracies and log-losses are means over the same folds.
"""
import datetime
import statistics
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import results_section

SETS = ("synthetic", "covertype", "census")
NAMES = {
    "tree": "tree of depth 10", "forest": "forest", "extra": "extra trees",
    "leaves": "boosting, 31 leaves", "leaves-l2-0": "boosting, 31 leaves, no penalty",
    "depth": "boosting, depth 6",
}
SLACK = 0.002


class Key(NamedTuple):
    part: str
    set: str
    work: str
    library: str
    trees: int
    threads: int
    language: str
    vector: str


def read(directory):
    """Values by key, measure and fold."""
    all_ = defaultdict(lambda: defaultdict(dict))
    for file in sorted(directory.glob("*.tsv")):
        for line in file.read_text().splitlines():
            set_, work, library, trees, threads, language, vector, fold, what, value = line.split("\t")
            key = Key(file.stem, set_, work, library, int(trees), int(threads), language, vector)
            all_[key][what][int(fold)] = float(value)
    return {key: dict(values) for key, values in all_.items()}


class Table:
    """The rows of targets, and how to find figures."""

    def __init__(self, figures):
        self.figures = figures
        self.rows = []

    def find(self, part, set_, work, library, **more):
        for key, values in self.figures.items():
            wanted = dict(part=part, set=set_, work=work, library=library, **more)
            if all(getattr(key, name) == value for name, value in wanted.items()):
                return values
        return None

    def rivals(self, part, set_, work, names):
        found = ((name, self.find(part, set_, work, name)) for name in names)
        return [(name, values) for name, values in found if values]

    def add(self, work, against, target, reached, met):
        self.rows.append((work, against, target, reached, "met" if met else "**missed**"))

    def faster(self, work, ours, rivals, what, target):
        """A row: how much faster than the fastest rival."""
        rivals = comparable(ours, rivals, what)
        if not rivals:
            return
        name, values = min(rivals, key=lambda r: middle(r[1][what]))
        reached, folds = ratio(ours[what], values[what])
        self.add(work, name, f">= {target:g}x",
                 f"{reached:.2f}x ({show(ours[what])} against {show(values[what])} {unit(what)},"
                 f" {count(folds)})", reached >= target)

    def not_behind(self, work, ours, rivals, what, slack):
        """A row: accuracy or log-loss beside the best rival's."""
        lower = what == "log-loss"
        gaps = []
        for name, values in comparable(ours, rivals, what):
            folds = common(ours[what], values[what])
            mine = statistics.mean(ours[what][f] for f in folds)
            other = statistics.mean(values[what][f] for f in folds)
            gap = mine / other - 1 if lower else other - mine
            gaps.append((gap, name, mine, other, len(folds)))
        if not gaps:
            return
        gap, name, mine, other, folds = max(gaps)
        bound = f"at most best + {slack:.0%}" if lower else f"at least best - {slack}"
        self.add(work, name, f"{what} {bound}",
                 f"{mine:.4f} against {other:.4f} ({count(folds)})", gap <= slack)


def middle(values):
    return statistics.median(values.values())


def common(ours, theirs):
    return sorted(ours.keys() & theirs.keys())


def comparable(ours, rivals, what):
    """Those that measured this on a fold of ours."""
    if not ours or what not in ours:
        return []
    return [(name, values) for name, values in rivals if common(ours[what], values.get(what, {}))]


def ratio(ours, theirs):
    folds = common(ours, theirs)
    return statistics.median(theirs[f] / ours[f] for f in folds), len(folds)


def count(folds):
    return f"{folds} fold{'' if folds == 1 else 's'}"


def show(values):
    return f"{middle(values):.3g}"


def unit(what):
    return what.rsplit("-", 1)[1]


BOOSTERS = ("xgboost4j", "xgboost", "lightgbm4j", "scikit-learn")


def targets(table):
    for set_, least in (("synthetic", 10), ("covertype", 3)):
        ours = table.find("forest", set_, "forest", "Cairn")
        work = f"forest, fit, {set_}"
        table.faster(work, ours, table.rivals("forest", set_, "forest", ["scikit-learn"]), "fit-s", least)
        table.not_behind(work, ours, table.rivals("forest", set_, "forest", ["scikit-learn", "Smile"]),
                         "accuracy", SLACK)
    for set_ in SETS:
        for kind in ("leaves", "depth"):
            ours = table.find("boosting", set_, kind, "Cairn")
            rivals = table.rivals("boosting", set_, kind, BOOSTERS)
            work = f"{NAMES[kind]}, fit, {set_}"
            table.faster(work, ours, [r for r in rivals if r[0] != "scikit-learn"], "fit-s", 1.2)
            table.not_behind(work, ours, rivals, "log-loss", 0.01)
    for set_ in SETS[:2]:
        table.faster(f"forest, predict 20,000 rows, {set_}", table.find("forest", set_, "forest", "Cairn"),
                     table.rivals("forest", set_, "forest", ["scikit-learn"]), "batch-ms", 5)
    for set_ in SETS[:2]:
        for kind in ("leaves", "depth"):
            table.faster(f"{NAMES[kind]}, predict 20,000 rows, {set_}",
                         table.find("boosting", set_, kind, "Cairn"),
                         table.rivals("boosting", set_, kind, ["xgboost4j", "xgboost"]), "batch-ms", 2)
    ours = table.find("boosting", "synthetic", "leaves", "Cairn")
    rivals = table.rivals("boosting", "synthetic", "leaves", ["lightgbm4j", "Smile"])
    fast = [(f"{name}, native fast call", {"row-us": values["row-fast-us"]})
            for name, values in rivals if "row-fast-us" in values]
    for each in (rivals, fast):
        table.faster("one row, 100 boosted trees of 31 leaves, synthetic", ours, each, "row-us", 3)
    table.faster("one row, forest, synthetic", table.find("forest", "synthetic", "forest", "Cairn"),
                 table.rivals("forest", "synthetic", "forest", ["Smile"]), "row-us", 4)
    for rival, least in (("scikit-learn", 15), ("Smile", 5)):
        table.faster("tree of depth 10, synthetic", table.find("tree", "synthetic", "tree", "Cairn"),
                     table.rivals("tree", "synthetic", "tree", [rival]), "fit-s", least)
    memory(table)
    own(table)
    others(table)


def memory(table):
    ours = table.find("memory", "synthetic", "forest", "Cairn")
    theirs = table.find("memory", "synthetic", "forest", "scikit-learn")
    if ours and theirs:
        heap, mine, peak = ours["heap-mb"][0], ours["peak-mb"][0], theirs["peak-mb"][0]
        table.add("smallest -Xmx of a forest fit, synthetic", "scikit-learn's peak resident size",
                  "<= 1/2", f"{heap / peak:.2f} ({heap:.0f} of {peak:.0f} MB; resident {mine:.0f} MB)",
                  heap <= peak / 2)


def own(table):
    for work in ("forest", "leaves", "depth"):
        for set_ in SETS[:2]:
            table.faster(f"{NAMES[work]}, fit, {set_}, 2 threads",
                         table.find("threads", set_, work, "Cairn", threads=2),
                         [("own 1 thread", one)] if (
                             one := table.find("threads", set_, work, "Cairn", threads=1)) else [],
                         "fit-s", 1.6)
    for work in ("forest", "leaves", "depth"):
        for set_ in SETS[:2]:
            on = table.find("scalar", set_, work, "Cairn", vector="vector")
            off = table.find("scalar", set_, work, "Cairn", vector="scalar")
            for what in ("fit-s", "batch-ms", "row-us"):
                if on and comparable(on, [("off", off or {})], what):
                    slower, folds = ratio(on[what], off[what])
                    table.add(f"{NAMES[work]}, {what.split('-')[0]}, {set_}, without the incubator flag",
                              "own time with it", "<= 1.2x", f"{slower:.2f}x ({count(folds)})",
                              slower <= 1.2)


def others(table):
    """Smile and Tribuo; the time of fewer trees than 100 is one that 100 would exceed."""
    for key in list(table.figures):
        if key.library in ("Smile", "Tribuo") and key.work != "tree" and key.work != "leaves-l2-0":
            home = {"forest": "forest", "leaves": "boosting", "depth": "boosting"}[key.work]
            ours = (table.find(key.part, key.set, key.work, "Cairn", trees=100)
                    or table.find(home, key.set, key.work, "Cairn"))
            few = "" if key.trees == 100 else f", only {key.trees} of 100 trees"
            rival = [(key.library + few, table.figures[key])]
            work = f"{NAMES[key.work]}, fit, {key.set}"
            table.faster(work, ours, rival, "fit-s", 1)
            if not few:
                table.not_behind(work, ours, rival, "accuracy", SLACK)


def details(figures):
    lines = ["| set | work | library | folds | binning s | fit s | accuracy | log-loss"
             " | 20,000 rows ms | row us | p50 | p99 | fast row us |",
             "|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"]
    columns = ("bin-s", "fit-s", "accuracy", "log-loss", "batch-ms",
               "row-us", "row-p50-us", "row-p99-us", "row-fast-us")
    for key, values in figures.items():
        if key.part in ("memory", "threads", "scalar") or "fit-s" not in values:
            continue
        library = key.library + (" (Python)" if key.language == "python" else "")
        if key.work != "tree" and key.trees != 100:
            library += f", {key.trees} trees"
        cells = [key.set, NAMES[key.work], library, str(len(values["fit-s"]))]
        cells += [cell(values[what], what) if what in values else "" for what in columns]
        lines.append(row(cells))
    return lines


def cell(values, what):
    if what in ("accuracy", "log-loss"):
        return f"{statistics.mean(values.values()):.4f}"
    return show(values)


def row(cells):
    return "| " + " | ".join(cells) + " |"


def section(figures):
    table = Table(figures)
    targets(table)
    javas = sorted({key.language for key in figures if key.language.startswith("java")} - {"java"})
    return "\n".join([
        f"{datetime.date.today()}, {results_section.machine()}, {', '.join(javas)}.", "",
        row(["work", "against", "target", "reached", ""]), "|---|---|---|---|---|",
        *map(row, table.rows), "",
        "All figures: medians over the folds, accuracy and log-loss means.", "",
        *details(figures)])


def main(directory, options):
    text = section(read(directory))
    if "--write" in options:
        results_section.put("trees_table.py", text)
    else:
        print(text)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
