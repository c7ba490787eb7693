"""Times metrics of scikit-learn and of Cairn on the same data in one run and prints the ratios.

mvn -q package -pl benchmarks -am -DskipTests
python3 benchmarks/metrics.py          (needs scikit-learn; JAVA_HOME chooses the JDK)
"""
import json
import os
import pathlib
import subprocess
import tempfile

import numpy as np
import sklearn
from sklearn.metrics import roc_auc_score, silhouette_score

import timing

root = pathlib.Path(__file__).resolve().parent
java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"


def uniform(start, count):
    """The same numbers as MetricsBenchmark.uniform."""
    with np.errstate(over="ignore"):
        z = (np.arange(start, start + count, dtype=np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)).astype(float) * 2.0**-53


def milliseconds(f, repetitions):
    f()
    times, value = timing.milliseconds(f, repetitions)
    return float(np.median(times)), value


theirs = {}
for n, d, repetitions in ((5000, 10, 7), (5000, 50, 7), (20000, 10, 3), (20000, 50, 3)):
    clusters = np.arange(n) % 5
    x = uniform(0, n * d).reshape(n, d) + 0.5 * clusters[:, None]
    theirs[f"silhouette {n} x {d}"] = milliseconds(lambda: silhouette_score(x, clusters), repetitions)
scores = uniform(0, 80000)
truth = uniform(80000, 80000) < scores
theirs["rocAuc 80000"] = milliseconds(lambda: roc_auc_score(truth, scores), 15)

with tempfile.TemporaryDirectory() as folder:
    result = os.path.join(folder, "result.json")
    classes = f"{root}/target/classes:" + (root / "target/classpath.txt").read_text()
    command = [java, "--add-modules", "jdk.incubator.vector", "-cp", classes, "org.openjdk.jmh.Main"]
    subprocess.run(command + ["MetricsBenchmark", "-rf", "json", "-rff", result], check=True, stdout=subprocess.DEVNULL)
    runs = json.loads(pathlib.Path(result).read_text())

print(f"scikit-learn {sklearn.__version__}, numpy {np.__version__}; JDK {runs[0]['vmVersion']}")
print("| metric | scikit-learn ms | Cairn ms | ratio | value of scikit-learn |")
print("|---|--:|--:|--:|--:|")
for run in runs:
    p = run["params"]
    name = run["benchmark"].rsplit(".", 1)[1]
    key = f"{name} {p['n']} x {p['d']}" if "n" in p else f"{name} {p['rows']}"
    ours = run["primaryMetric"]["score"]
    print(f"| {key} | {theirs[key][0]:.3g} | {ours:.3g} | {theirs[key][0] / ours:.1f} | {theirs[key][1]:.12f} |")
