#!/usr/bin/env python3
"""Data and scikit-learn's figures for the comparison of trees and forests.

    forest_sklearn.py data DIR SHARED   writes synthetic.f64, covertype.f64 and census.f64 to DIR;
                                        SHARED is the folder with covertype/ and adult/
    forest_sklearn.py run DIR [SET...]  fits and scores, prints one line a measurement

A .f64 file is little-endian: int64 rows, columns, training rows; then row-major doubles, the last
column the class. Training rows come first.
"""
import resource
import statistics
import sys
import time
from pathlib import Path

import numpy as np

SEEDS = range(5)


def write(path, x, y, train):
    with open(path, "wb") as out:
        np.array([x.shape[0], x.shape[1] + 1, train], dtype="<i8").tofile(out)
        np.column_stack([x, y]).astype("<f8").tofile(out)
    print(path.name, x.shape, "train", train)


def read(path):
    head = np.fromfile(path, dtype="<i8", count=3)
    all_ = np.fromfile(path, dtype="<f8", offset=24).reshape(head[0], head[1])
    x, y, train = all_[:, :-1], all_[:, -1].astype(int), head[2]
    return x[:train].copy(), y[:train], x[train:].copy(), y[train:]


def data(directory, shared):
    import pandas as pd
    from sklearn.datasets import make_classification

    directory.mkdir(parents=True, exist_ok=True)
    x, y = make_classification(100_000, 50, n_informative=20, random_state=0)
    write(directory / "synthetic.f64", x, y, 80_000)

    frame = pd.read_csv(shared / "covertype" / "covertype_92962.csv.gz")
    y = frame.pop("cover_type").to_numpy() - 1
    coded = [c for c in frame.columns if c.startswith(("wilderness", "soil"))]
    x = pd.get_dummies(frame, columns=coded).to_numpy(float)
    order = np.random.RandomState(0).permutation(len(x))
    write(directory / "covertype.f64", x[order], y[order], 62_962)

    parts = [pd.read_csv(shared / "adult" / f"adult_{p}.csv.gz") for p in ("train", "test")]
    frame = pd.concat(parts, ignore_index=True)
    target = frame.columns[-1]
    y = frame.pop(target).astype(str).str.contains(">50K").to_numpy(int)
    x = pd.get_dummies(frame).to_numpy(float)
    write(directory / "census.f64", x, y, len(parts[0]))


def median_of(action, times):
    took = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def run(directory, sets):
    from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
    from sklearn.tree import DecisionTreeClassifier

    for name in sets:
        x, y, xt, yt = read(directory / f"{name}.f64")
        took, scores = [], []
        for seed in SEEDS:
            forest = RandomForestClassifier(100, random_state=seed, n_jobs=2)
            start = time.perf_counter()
            forest.fit(x, y)
            took.append(time.perf_counter() - start)
            scores.append(forest.score(xt, yt))
            if name == "synthetic" and seed == 1:
                break
        leaves = np.mean([t.get_n_leaves() for t in forest.estimators_])
        print(f"{name} forest fit s {statistics.median(took):.3f} accuracy {np.mean(scores):.4f}"
              f" leaves {leaves:.0f} runs {len(took)}", flush=True)
        batch = xt[:20_000]
        print(f"{name} forest predict {len(batch)} rows ms"
              f" {1e3 * median_of(lambda: forest.predict_proba(batch), 5):.1f}", flush=True)
        print(f"{name} peak RSS MB {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")
        took, scores = [], []
        for seed in range(3):
            tree = DecisionTreeClassifier(max_depth=10, random_state=seed)
            start = time.perf_counter()
            tree.fit(x, y)
            took.append(time.perf_counter() - start)
            scores.append(tree.score(xt, yt))
        print(f"{name} tree fit s {statistics.median(took):.3f} accuracy {np.mean(scores):.4f}",
              flush=True)
        took, scores = [], []
        for seed in range(2):
            extra = ExtraTreesClassifier(100, random_state=seed, n_jobs=2)
            start = time.perf_counter()
            extra.fit(x, y)
            took.append(time.perf_counter() - start)
            scores.append(extra.score(xt, yt))
        print(f"{name} extra fit s {statistics.median(took):.3f} accuracy {np.mean(scores):.4f}",
              flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "data":
        data(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        run(Path(sys.argv[2]), sys.argv[3:] or ["covertype", "census", "synthetic"])
