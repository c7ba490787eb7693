"""Times linear models and k-means of scikit-learn and of Cairn on the same data in one run and prints the ratios.

mvn -q package -pl benchmarks -am -DskipTests
python3 benchmarks/linear.py           (needs scikit-learn; JAVA_HOME chooses the JDK)
python3 benchmarks/linear.py covertype_92962.csv.gz         (needs pandas; linear models alone, on real rows)
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import warnings

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs, make_classification
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression, Ridge, enet_path

import timing

warnings.filterwarnings("ignore")
root = pathlib.Path(__file__).resolve().parent
java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"



def covertype(file):
    """Scaled columns, one for each soil and area but the first; elevation; whether the cover is the commonest."""
    import pandas

    rows = pandas.read_csv(file)
    kinds = pandas.get_dummies(rows.iloc[:, 10:12].astype(str), drop_first=True)
    x = np.hstack([rows.iloc[:, 1:10], kinds]).astype(float)
    cover = rows.iloc[:, 12]
    return (x - x.mean(axis=0)) / x.std(axis=0), (cover == cover.mode()[0]).to_numpy(), rows["elevation"].to_numpy(float)


rng = np.random.default_rng(0)
if len(sys.argv) > 1:
    x, c, y = covertype(sys.argv[1])
else:
    x, c = make_classification(80000, 50, n_informative=20, random_state=0)
    y = x @ rng.normal(size=50) + 5 * rng.normal(size=len(x))
print(x.shape[0], "rows,", x.shape[1], "columns")
sets = {} if len(sys.argv) > 1 else {"blobs": make_blobs(100000, 20, centers=20, random_state=0)[0], "uniform": rng.uniform(size=(100000, 20))}


def median(f, repetitions=7):
    f()
    times, model = timing.milliseconds(f, repetitions)
    return float(np.median(times)), model


theirs = {}
ms, m = median(lambda: LinearRegression().fit(x, y))
theirs["ols"] = ms, ((y - m.predict(x)) ** 2).sum()
ms, m = median(lambda: Ridge().fit(x, y))
theirs["ridge"] = ms, ((y - m.predict(x)) ** 2).sum() + (m.coef_**2).sum()
ms, predictor = median(lambda: m.predict(x))
theirs["batch"] = ms, predictor[0]
ms, m = median(lambda: LogisticRegression().fit(x, c))
score = m.decision_function(x) * (2 * c - 1)
theirs["logistic"] = ms, np.logaddexp(0, -score).sum() + (m.coef_**2).sum() / 2


def penalized(m):
    return ((y - m.predict(x)) ** 2).sum() / (2 * len(x)) + m.alpha * abs(m.coef_).sum()


for name, precompute in (("lasso", False), ("lasso_gram", True)):
    ms, m = median(lambda: Lasso(alpha=0.1, precompute=precompute).fit(x, y))
    theirs[name] = ms, penalized(m)
xc, yc = x - x.mean(axis=0), y - y.mean()


def path():
    return enet_path(x - x.mean(axis=0), y - y.mean(), l1_ratio=0.5, n_alphas=100, precompute=True)


ms, (alphas, b, _) = median(path, 5)
r = yc[:, None] - xc @ b
theirs["enet_path"] = ms, ((r**2).sum(axis=0) / (2 * len(x)) + alphas * (abs(b).sum(axis=0) + (b**2).sum(axis=0) / 2) / 2).sum()
for name, k, iterations, tolerance in (("blobs", 20, 300, 1e-4), ("uniform", 50, 50, 0)):
    if name not in sets:
        continue
    ms, m = median(lambda: KMeans(k, n_init=1, max_iter=iterations, tol=tolerance, random_state=0).fit(sets[name]), 5)
    theirs["kmeans_" + name] = ms, m.inertia_

with tempfile.TemporaryDirectory() as folder:
    for name, array in {"x": x, "y": y, "c": c.astype(float), **sets}.items():
        np.ascontiguousarray(array).tofile(os.path.join(folder, name + ".bin"))
    classes = f"{root}/target/classes:" + (root / "target/classpath.txt").read_text()
    command = [java, "--add-modules", "jdk.incubator.vector", "-cp", classes]
    lines = subprocess.run(command + ["org.cairnml.benchmarks.LinearBenchmark", folder],
                           check=True, stdout=subprocess.PIPE, text=True).stdout.split()
ours = {tuple(line.split(",")[:2]): float(line.split(",")[2]) for line in lines}

print(f"scikit-learn {sklearn.__version__}, numpy {np.__version__}")
print("| fit | scikit-learn ms | Cairn ms | ratio | objective of scikit-learn | of Cairn |")
print("|---|--:|--:|--:|--:|--:|")
for name, (ms, objective) in theirs.items():
    mine = ours["time", name]
    print(f"| {name} | {ms:.3g} | {mine:.3g} | {ms / mine:.1f} | {objective:.10g} | {ours['objective', name]:.10g} |")
print(f"one row: {ours['time', 'million_rows']:.0f} ns")
