"""The parts of RESULTS.md that scripts write, each between two comments with its name."""
import os
import re

RESULTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "RESULTS.md")


def machine():
    with open("/proc/cpuinfo") as file:
        cpu = re.search(r"model name\s*: (.*)", file.read()).group(1)
    return f"{os.cpu_count()} cores of {cpu}, {os.uname().sysname}"


def put(name, text):
    """Replaces what stands between `<!-- NAME: begin -->` and `<!-- NAME: end -->`, or appends it."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    with open(RESULTS) as file:
        all_ = file.read()
    if begin not in all_:
        all_ = f"{all_.rstrip()}\n\n{begin}\n{end}\n"
    head, rest = all_.split(begin)
    with open(RESULTS, "w") as file:
        file.write(f"{head}{begin}\n{text.strip()}\n{end}{rest.split(end)[1]}")
