#!/usr/bin/env python3
"""Linear algebra beside its rivals: the routine set, and its section of RESULTS.md.

    python3 benchmarks/linear_algebra.py JAVA_HOME...

runs every part on each JDK (about 20 minutes for one, on 2 cores) and writes the section. A part:
--only product,gram. Times are kept in benchmarks/target/linear_algebra.json, so that parts can be
run one after another; --render writes the section from what is there. --rounds N repeats all, --more
adds rounds to those kept, and a ratio is then the median over the rounds. Only the standard
library is needed.

Three columns: "no flag" is a JVM without the incubator module on the scalar backend, "SIMD" has the
flag and the backend simd, "SIMD + OpenBLAS" has the flag and lets Cairn choose. Rivals run in JVMs
with the flag, right before and after; those that the first column is compared with also without.
"""

import argparse
import datetime
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

import results_section

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KEPT = os.path.join(ROOT, "benchmarks", "target", "linear_algebra.json")
FLAG = "--add-modules=jdk.incubator.vector"
COLUMNS = {"scalar": "no flag", "simd": "SIMD", "cairn": "SIMD + OpenBLAS"}
NO_FLAG = " without the flag"

OPENBLAS = ["openblas-arrays", "openblas-pointers"]
JAVA = ["ejml", "ojalgo", "commons"]
PURE = ["ejml", "ojalgo"]
SMALL = [2, 3, 4, 7, 8, 16, 17, 31, 64]
MIDDLE = [127, 192, 256]
LARGE = [509, 1024, 2048]


def part(benchmark, systems, plain, threads=None, **sizes):
    """A run with the flag of some systems, and one without it of others, on the same sizes."""
    return {"benchmark": benchmark, "systems": systems, "plain": plain,
            "params": dict(sizes, **({"threads": threads} if threads else {}))}


PARTS = {
    "product": [
        part("ProductBenchmark", ["cairn", "simd"] + OPENBLAS + JAVA, ["scalar", "ejml"], [1],
             size=SMALL + MIDDLE + [509, 1024]),
        part("ProductBenchmark", ["cairn", "simd"] + OPENBLAS, [], [1], size=[2048]),
        part("ProductBenchmark", ["cairn", "simd", "openblas-pointers"] + PURE, ["scalar"], [2],
             size=[127, 256] + LARGE),
        part("ProductBenchmark", ["nd4j"], [], [1], size=[4, 16, 64, 256, 1024]),
    ],
    "float": [
        part("FloatProductBenchmark", ["cairn", "simd"] + OPENBLAS + ["ejml"], ["scalar"], [1],
             size=[4, 16, 64, 192, 256, 509, 1024]),
        part("FloatProductBenchmark", ["simd", "openblas-pointers"], [], [1], size=[2048]),
        part("FloatProductBenchmark", ["cairn", "simd", "openblas-pointers"], [], [2], size=LARGE),
    ],
    "gram": [
        part("GramBenchmark", ["cairn", "simd", "openblas-pointers", "ejml"], ["scalar"], [1, 2],
             rows=[80000], size=[20, 50]),
        part("GramBenchmark", ["cairn", "simd", "openblas-pointers", "ejml"], ["scalar"], [1, 2],
             rows=[5000], size=[200]),
        part("GramBenchmark", ["cairn", "simd", "openblas-pointers", "ejml"], ["scalar"], [1],
             rows=[0], size=[512]),
    ],
    "matrix-vector": [
        part("MatrixVectorBenchmark", ["cairn", "simd", "loop"] + OPENBLAS + JAVA, ["scalar"], [1],
             size=[16, 50, 250]),
    ],
    "vectors": [
        part("DotBenchmark", ["cairn", "simd", "loop", "memory"] + OPENBLAS + ["ejml"], ["scalar"],
             size=[1000, 20011, 8388608]),
        part("AxpyBenchmark", ["cairn", "simd", "loop", "memory"] + OPENBLAS + ["ejml"], ["scalar"],
             size=[1000, 20011, 8388608]),
        part("ExpBenchmark", ["cairn", "simd", "loop", "ejml"], ["scalar"], size=[1000, 1000000]),
    ],
    "factorization": [
        part("FactorizationBenchmark", ["cairn", "openblas-pointers"], [], [2],
             kind=["CHOLESKY"], size=[2000]),
        part("FactorizationBenchmark", ["cairn", "simd", "openblas-pointers"] + PURE, ["scalar"],
             [2], kind=["CHOLESKY", "LU", "QR", "EIGEN", "SVD"], size=[100, 500, 1000]),
        part("FactorizationBenchmark", ["commons"], [], [2],
             kind=["CHOLESKY", "LU", "QR", "EIGEN", "SVD"], size=[100, 500]),
        part("FactorizationBenchmark", ["nd4j"], [], [2],
             kind=["CHOLESKY", "LU", "QR", "EIGEN", "SVD"], size=[500]),
    ],
}


# ---- running

def build(java_home):
    subprocess.run([os.path.join(ROOT, "benchmarks", "run"), "-P", "rivals",
                    "org.openjdk.jmh.Main", "-l"],
                   env=dict(os.environ, JAVA_HOME=java_home), check=True, stdout=subprocess.DEVNULL)


def class_path():
    target = os.path.join(ROOT, "benchmarks", "target")
    with open(os.path.join(target, "classpath.txt")) as file:
        return os.path.join(target, "classes") + ":" + file.read().strip()


def jmh(java_home, flags, benchmark, systems, params):
    """Runs JMH; returns ({(params..., system): microseconds}, [why something was left out])."""
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        command = [os.path.join(java_home, "bin", "java"), *flags, "-cp", class_path(),
                   "org.openjdk.jmh.Main", r"linalg\.%s\.run" % benchmark,
                   "-rf", "json", "-rff", report.name, "-p", "system=" + ",".join(systems)]
        for name, values in params.items():
            command += ["-p", "%s=%s" % (name, ",".join(map(str, values)))]
        log = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        text = open(report.name).read()
    times = {}
    for entry in json.loads(text) if text.strip() else []:
        samples = [x for fork in entry["primaryMetric"]["rawData"] for x in fork]
        times[key(benchmark, entry["params"])] = statistics.median(samples)
    skipped = re.findall(r"IllegalStateException: (?:skipped: )?(.*)", log.stdout)
    return times, sorted(set(skipped))


def key(benchmark, params):
    return "|".join([benchmark] + ["%s=%s" % item for item in sorted(params.items())])


def version(java_home):
    text = open(os.path.join(java_home, "release")).read()
    return re.search(r'JAVA_VERSION="([^"]+)"', text).group(1)


def measure(java_homes, names, rounds, more):
    kept = load()
    for java_home in java_homes:
        jdk = version(java_home)
        record = kept.setdefault(jdk, {"rounds": {}, "skipped": {}})
        for name in names:
            record["rounds"][name] = record["rounds"].get(name, []) if more else []
        for _ in range(rounds):
            for name in names:
                start = time.time()
                times, skipped = run_part(java_home, PARTS[name])
                record["rounds"][name].append(times)
                record["skipped"][name] = skipped
                record["date"] = datetime.date.today().isoformat()
                print("JDK %s, %s: %d s" % (jdk, name, time.time() - start), file=sys.stderr)
                save(kept)


def run_part(java_home, runs):
    times, skipped = {}, []
    for run in runs:
        with_flag, left_out = jmh(java_home, [FLAG], run["benchmark"], run["systems"],
                                  run["params"])
        times.update(with_flag)
        skipped += left_out
        if run["plain"]:
            plain, left_out = jmh(java_home, [], run["benchmark"], run["plain"], run["params"])
            times.update({k + ("" if "system=scalar" in k else NO_FLAG): v
                          for k, v in plain.items()})
            skipped += left_out
    return times, skipped


def load():
    if os.path.exists(KEPT):
        with open(KEPT) as file:
            return json.load(file)
    return {}


def save(kept):
    with open(KEPT, "w") as file:
        json.dump(kept, file, indent=1)


# ---- the section

class Times:
    """The times of one JDK."""

    def __init__(self, record):
        names = list(record["rounds"])
        count = max(len(record["rounds"][name]) for name in names)
        self.rounds = [{} for _ in range(count)]
        for name in names:
            for i, times in enumerate(record["rounds"][name]):
                self.rounds[i].update(times)

    def time(self, benchmark, system, plain=False, **params):
        values = [r[k] for r in self.rounds
                  for k in [key(benchmark, {**params, "system": system}) + NO_FLAG * plain]
                  if k in r]
        return statistics.median(values) if values else None

    def ratio(self, benchmark, theirs, ours, plain=False, **params):
        """The median over the rounds of theirs / ours; the best of several of theirs."""
        ratios = []
        for r in self.rounds:
            own = r.get(key(benchmark, {**params, "system": ours}))
            others = [r[k] for system in theirs
                      for k in [key(benchmark, {**params, "system": system}) + NO_FLAG * plain]
                      if k in r]
            if own and others:
                ratios.append(min(others) / own)
        return statistics.median(ratios) if ratios else None


def gemm_speed(benchmark):
    def values(t):
        return {n: t.ratio(benchmark, ["openblas-pointers"], "simd", size=n, threads=1)
                for n in [192, 256] + LARGE}
    return values


def scaling(benchmark):
    def values(t):
        result = {}
        for n in LARGE:
            one, two = (t.ratio(benchmark, ["openblas-pointers"], "simd", size=n, threads=k)
                        for k in (1, 2))
            result[n] = two / one if one and two else None
        return result
    return values


def tiny(rival):
    return lambda t: {n: t.ratio("ProductBenchmark", [rival], "simd", size=n, threads=1)
                      for n in (4, 8, 16)}


def automatic(t):
    rivals = OPENBLAS + JAVA + ["nd4j"]
    result = {}
    for n in SMALL + MIDDLE + LARGE:
        threads = [k for k in (1, 2)
                   if t.time("ProductBenchmark", "cairn", size=n, threads=k)]
        ours = [t.time("ProductBenchmark", "cairn", size=n, threads=k) for k in threads]
        theirs = [t.time("ProductBenchmark", s, size=n, threads=k) for s in rivals for k in (1, 2)]
        theirs = [x for x in theirs if x]
        result[n] = min(theirs) / ours[-1] if ours and theirs else None
    return result


def without_flag(t):
    return {n: t.ratio("ProductBenchmark", ["ejml"], "scalar", plain=True, size=n, threads=1)
            for n in [64] + MIDDLE + [509, 1024]}


def cached(t):
    result = {"dot %d" % n: t.ratio("DotBenchmark", ["loop"], "simd", size=n)
              for n in (1000, 20011)}
    result.update({"gemv %d" % n: t.ratio("MatrixVectorBenchmark", ["loop"], "simd", size=n,
                                          threads=1) for n in (50, 250)})
    return result


def streamed(t):
    return {"dot": t.ratio("DotBenchmark", ["memory"], "simd", size=8388608),
            "axpy": t.ratio("AxpyBenchmark", ["memory"], "simd", size=8388608)}


def factorization(kind, rivals, ours, sizes):
    return lambda t: {n: t.ratio("FactorizationBenchmark", rivals, ours, kind=kind, size=n,
                                 threads=2) for n in sizes}


TARGETS = [
    ("dgemm, SIMD, 1 thread, against OpenBLAS pointers", (.90, .85),
     gemm_speed("ProductBenchmark"), statistics.median),
    ("sgemm, the same", (.90, .85), gemm_speed("FloatProductBenchmark"), statistics.median),
    ("dgemm, gain by the second thread, to that of OpenBLAS", .95, scaling("ProductBenchmark"),
     statistics.median),
    ("sgemm, the same", .95, scaling("FloatProductBenchmark"), statistics.median),
    ("dgemm of n = 4, 8, 16 against OpenBLAS arrays", 3, tiny("openblas-arrays"), min),
    ("the same against EJML", 1.2, tiny("ejml"), min),
    ("dgemm, automatic choice, against the best rival at each n", .95, automatic, min),
    ("dgemm without the flag against EJML", 1.0, without_flag, min),
    ("dot and gemv in the caches, SIMD, against a plain loop", 4, cached, min),
    ("dot (2 threads) and axpy (1) beyond the caches against memory loops (1)", .9, streamed,
     min),
    ("exp of 1,000,000 numbers against Math.exp", 4,
     lambda t: {1000000: t.ratio("ExpBenchmark", ["loop"], "simd", size=1000000)}, min),
] + [
    ("%s, SIMD, against the better of EJML and ojAlgo" % kind, 1.2,
     factorization(kind, PURE, "simd", (100, 500, 1000)), min)
    for kind in ("CHOLESKY", "LU", "QR", "EIGEN", "SVD")
] + [
    ("%s with OpenBLAS against LAPACKE" % kind, .9,
     factorization(kind, ["openblas-pointers"], "cairn", sizes), min)
    for kind, sizes in (("CHOLESKY", (1000, 2000)), ("QR", (500, 1000)), ("SVD", (500, 1000)))
]


def number(x):
    if x is None:
        return ""
    if x >= 100:
        return "%d" % round(x)
    return "%.*f" % (2 if x >= 1 else 3, x)


def targets(by_jdk):
    lines = ["| target | wanted | " + " | ".join("JDK %s: each; counts; reached" % j
                                                 for j in by_jdk) + " |",
             "|---|--:|" + "---|" * len(by_jdk)]
    for title, wanted, values, summary in TARGETS:
        cells = []
        for jdk, times in by_jdk.items():
            goal = wanted if not isinstance(wanted, tuple) else wanted[int(jdk.split(".")[0]) > 17]
            found = {k: v for k, v in values(times).items() if v}
            if not found:
                cells.append("not run")
                continue
            counts = summary(found.values())
            each = ", ".join("%s: %s" % (k, number(v)) for k, v in found.items())
            cells.append("%s; %s; %s" % (each, number(counts), "yes" if counts >= goal else "NO"))
        shown = " / ".join(map(str, wanted)) if isinstance(wanted, tuple) else str(wanted)
        lines.append("| %s | %s | %s |" % (title, shown, " | ".join(cells)))
    return lines


def tables(jdk, times):
    """Of each benchmark: times of all systems and the ratios of the best rival to Cairn."""
    points = {}
    for r in times.rounds:
        for k in r:
            name, *params = k.replace(NO_FLAG, "").split("|")
            values = dict(p.split("=") for p in params)
            system = values.pop("system")
            points.setdefault(name, {}).setdefault(tuple(sorted(values.items())), set()).add(system)
    lines = []
    for name, rows in points.items():
        rivals = sorted({s for systems in rows.values() for s in systems} - set(COLUMNS))
        lines += ["", "%s, JDK %s, microseconds; then ratios of the best rival to each column:"
                  % (name, jdk), "",
                  "| | " + " | ".join(rivals + list(COLUMNS.values()) + ["ratio"] * 3) + " |",
                  "|---|" + "--:|" * (len(rivals) + 6)]
        for params, _ in sorted(rows.items(), key=lambda row: order(row[0])):
            values = dict(params)
            cells = [number(times.time(name, s, **values)) for s in rivals + list(COLUMNS)]
            contest = [s for s in rivals if s not in ("loop", "memory")] or rivals
            cells += [number(times.ratio(name, contest, c, **values)) for c in COLUMNS]
            label = ", ".join("%s %s" % item for item in params)
            lines.append("| %s | %s |" % (label, " | ".join(cells)))
    return lines


def order(params):
    return [(0, int(v), "") if v.isdigit() else (1, 0, v) for _, v in params]


def rounds_of(kept):
    """{how often: the parts that were run so often}, the JDKs named where they differ."""
    parts = {}
    for name in PARTS:
        counts = {jdk: len(record["rounds"].get(name, [])) for jdk, record in kept.items()}
        if len(set(counts.values())) == 1:
            parts.setdefault(counts.popitem()[1], []).append(name)
        else:
            for jdk, count in counts.items():
                parts.setdefault(count, []).append("%s (%s)" % (name, jdk))
    return {count: ", ".join(names) for count, names in sorted(parts.items())}


def section():
    kept = load()
    by_jdk = {jdk: Times(record) for jdk, record in kept.items()}
    dates = sorted({record["date"] for record in kept.values()})
    lines = ["## Linear algebra beside its rivals", "",
             "%s, %s; JDK %s. Written by `python3 benchmarks/linear_algebra.py JAVA_HOME...`;" % (
                 ", ".join(dates), results_section.machine(), " and ".join(by_jdk)),
             "rounds: %s." % "; ".join("%s: %s" % item for item in rounds_of(kept).items()),
             "Ratios are theirs / ours. \"counts\" is the number that the target is held against:",
             "the median over the sizes for large products, else the least.", ""]
    lines += targets(by_jdk)
    for jdk, times in by_jdk.items():
        lines += tables(jdk, times)
    for jdk, record in kept.items():
        skipped = sorted({s for part in record["skipped"].values() for s in part})
        if skipped:
            lines += ["", "Left out on JDK %s: %s." % (jdk, "; ".join(skipped))]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("java_home", nargs="*")
    parser.add_argument("--only", default=",".join(PARTS), help="parts: " + ", ".join(PARTS))
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--more", action="store_true", help="add to the rounds that are kept")
    parser.add_argument("--render", action="store_true", help="write the section, run nothing")
    parser.add_argument("--no-build", action="store_true", help="what is in target is current")
    options = parser.parse_args()
    if not options.render:
        if not options.java_home:
            parser.error("at least one JAVA_HOME is needed")
        unknown = set(options.only.split(",")) - set(PARTS)
        if unknown:
            parser.error("no such part: %s" % ", ".join(sorted(unknown)))
        if not options.no_build:
            build(options.java_home[0])
        measure(options.java_home, options.only.split(","), options.rounds, options.more)
    results_section.put("linear_algebra.py", section())


if __name__ == "__main__":
    main()
