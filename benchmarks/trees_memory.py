#!/usr/bin/env python3
"""The smallest heap with which Cairn's forest is fitted, and the peak resident size of each side.

    trees_memory.py FILE JAVA...     FILE is a .f64 file, JAVA the command up to the main class

Each heap is tried in a process of its own, data included, 2 threads, serial collector; one that
takes over a minute counts as too small. Lines are those of the other measurements.
"""
import os
import subprocess
import sys
from pathlib import Path

STEP_MB = 4
LIMIT_SECONDS = 60
LIMIT_SECONDS_PYTHON = 600


def run(command, limit):
    """Whether the command ended well in time, and its peak resident size in MB."""
    process = subprocess.Popen(
        ["timeout", "--foreground", str(limit), *command],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode == 0, usage.ru_maxrss / 1024


def main(file, java):
    def forest(megabytes):
        return run([*java, "-XX:+UseSerialGC", f"-Xmx{megabytes}m",
                    "org.cairnml.benchmarks.trees.ForestHeap", file, "2"], LIMIT_SECONDS)

    def show(library, language, what, value):
        print(Path(file).stem, "forest", library, 100, 2, language, "-", 0, what, f"{value:.6g}",
              sep="\t", flush=True)

    too_small, enough = 16, 512
    good, peak = forest(enough)
    if not good:
        sys.exit(f"Does not end with {enough} MB")
    while enough - too_small > STEP_MB:
        middle = (too_small + enough) // 2
        good, size = forest(middle)
        if good:
            enough, peak = middle, size
        else:
            too_small = middle
    show("Cairn", "java", "heap-mb", enough)
    show("Cairn", "java", "peak-mb", peak)
    script = str(Path(__file__).with_name("trees.py"))
    good, peak = run([sys.executable, script, "peak", file], LIMIT_SECONDS_PYTHON)
    if not good:
        sys.exit("scikit-learn's forest did not end")
    show("scikit-learn", "python", "peak-mb", peak)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
