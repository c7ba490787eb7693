#!/usr/bin/env python3
"""Data and the Python rivals for the comparison of trees, forests and boosting (see `trees`).

    trees.py data DIR SHARED                  writes synthetic.f64, covertype.f64 and census.f64 to DIR;
                                              SHARED is the folder with covertype/ and adult/
    trees.py compare DIR WORK SET SYSTEM...   measures as TreeComparison.java does, in the same lines;
                                              SYSTEM is scikit-learn or xgboost[:folds=5][:threads=2][:trees=100]
    trees.py peak FILE                        fits scikit-learn's forest of 100 trees to the training rows

A .f64 file is little-endian: int64 rows, columns, training rows; then row-major doubles, the last
column the class. Training rows come first; `compare` parts all rows anew into five folds.
"""
import os
import statistics
import sys
import time
from pathlib import Path

import numpy as np

FOLDS = 5
BATCH = 20_000
TIMED_FOLDS = 3
BOOSTING = ("leaves", "leaves-l2-0", "depth")


def write(path, x, y, train):
    with open(path, "wb") as out:
        np.array([x.shape[0], x.shape[1] + 1, train], dtype="<i8").tofile(out)
        np.column_stack([x, y]).astype("<f8").tofile(out)
    print(path.name, x.shape, "train", train)


def read(path):
    """All rows with the class last, and how many are for training."""
    head = np.fromfile(path, dtype="<i8", count=3)
    return np.fromfile(path, dtype="<f8", offset=24).reshape(head[0], head[1]), head[2]


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


class Contestant:
    """A library and how it takes part."""

    def __init__(self, text):
        name, *settings = text.split(":")
        chosen = {key: int(value) for key, value in (pair.split("=") for pair in settings)}
        self.library = {"scikit-learn": ScikitLearn, "xgboost": XGBoost}[name]()
        self.folds = chosen.pop("folds", FOLDS)
        self.threads = chosen.pop("threads", 2)
        self.trees = chosen.pop("trees", 100)
        if chosen:
            raise ValueError(f"no settings {chosen} in {text}")


class ScikitLearn:
    name = "scikit-learn"

    def bin(self, job, x, y):
        if job.work not in BOOSTING:
            return False
        from sklearn.ensemble._hist_gradient_boosting.binning import _BinMapper

        _BinMapper(n_bins=256, n_threads=job.threads).fit_transform(x)
        return True

    def fit(self, job, x, y):
        model = self.learner(job).fit(x, y)
        self.form = np.float64 if job.work in BOOSTING else np.float32
        return model

    @staticmethod
    def learner(job):
        from sklearn.ensemble import ExtraTreesClassifier, HistGradientBoostingClassifier
        from sklearn.ensemble import RandomForestClassifier
        from sklearn.tree import DecisionTreeClassifier

        if job.work == "tree":
            return DecisionTreeClassifier(max_depth=10, random_state=job.seed)
        if job.work == "forest":
            return RandomForestClassifier(job.trees, random_state=job.seed, n_jobs=job.threads)
        if job.work == "extra":
            return ExtraTreesClassifier(job.trees, random_state=job.seed, n_jobs=job.threads)
        shape = (
            dict(max_depth=6, max_leaf_nodes=64, min_samples_leaf=1)
            if job.work == "depth"
            else dict(max_leaf_nodes=31, min_samples_leaf=20)
        )
        return HistGradientBoostingClassifier(
            max_iter=job.trees, learning_rate=0.1, max_bins=255, early_stopping=False,
            l2_regularization=job.l2, random_state=job.seed, **shape)

    def batch(self, model, x):
        rows = np.ascontiguousarray(x, self.form)
        return lambda: model.predict_proba(rows)


class XGBoost:
    name = "xgboost"

    def bin(self, job, x, y):
        import xgboost

        xgboost.QuantileDMatrix(x, label=y, max_bin=255, nthread=job.threads)
        return True

    def fit(self, job, x, y):
        import xgboost

        shape = (
            dict(max_depth=6)
            if job.work == "depth"
            else dict(grow_policy="lossguide", max_depth=0, max_leaves=31)
        )
        classes = int(y.max()) + 1
        goal = (
            dict(objective="multi:softprob", num_class=classes)
            if classes > 2
            else dict(objective="binary:logistic")
        )
        settings = {"tree_method": "hist", "eta": 0.1, "max_bin": 255, "lambda": job.l2,
                    "nthread": job.threads, **shape, **goal}
        rows = xgboost.QuantileDMatrix(x, label=y, max_bin=255, nthread=job.threads)
        return xgboost.train(settings, rows, job.trees)

    def batch(self, model, x):
        rows = np.ascontiguousarray(x, np.float32)

        def probabilities():
            p = model.inplace_predict(rows)
            return p if p.ndim == 2 else np.column_stack([1 - p, p])

        return probabilities


class Job:
    """One fit, as Job.java."""

    def __init__(self, work, contestant, seed):
        self.work, self.seed = work, seed
        self.trees = 1 if work == "tree" else contestant.trees
        self.threads = contestant.threads
        self.l2 = 0.0 if work == "leaves-l2-0" else 1.0


def cyclic(rows, start, count):
    return rows[np.arange(start, start + count) % len(rows)]


def seconds(action):
    start = time.perf_counter()
    result = action()
    return time.perf_counter() - start, result


def median_millis(call):
    """As CallTimes.java: 0.3 seconds to warm up, then calls for 0.6, 3 to 25 of them."""
    end = time.perf_counter() + 0.3
    while True:
        call()
        if time.perf_counter() >= end:
            break
    took = []
    end = time.perf_counter() + 0.6
    while len(took) < 3 or (len(took) < 25 and time.perf_counter() < end):
        took.append(seconds(call)[0])
    return 1e3 * statistics.median(took)


def compare(directory, work, name, contestants):
    rows, _ = read(directory / f"{name}.f64")
    starts = [len(rows) * f // FOLDS for f in range(FOLDS + 1)]

    def part(start, count):
        some = cyclic(rows, start, count)
        return np.ascontiguousarray(some[:, :-1]), some[:, -1].astype(int)

    for contestant in contestants:
        x, y = part(0, starts[FOLDS - 1] // 4)
        job = Job(work, contestant, 0)
        contestant.library.bin(job, x, y)
        contestant.library.fit(job, x, y)
    for fold in range(FOLDS):
        size = starts[fold + 1] - starts[fold]
        x, y = part(starts[fold + 1], len(rows) - size)
        xt, yt = part(starts[fold], size)
        some, _ = part(starts[fold], min(BATCH, len(rows)))
        for contestant in contestants:
            if fold < contestant.folds:
                measure(name, contestant, Job(work, contestant, fold), fold, (x, y), (xt, yt), some)


def measure(name, contestant, job, fold, train, test, some):
    library = contestant.library

    def show(what, value):
        print(name, job.work, library.name, job.trees, job.threads, "python", "-", fold, what,
              f"{value:.6g}", sep="\t", flush=True)

    took, known = seconds(lambda: library.bin(job, *train))
    if known:
        show("bin-s", took)
    took, model = seconds(lambda: library.fit(job, *train))
    show("fit-s", took)
    p = library.batch(model, test[0])()
    show("accuracy", np.mean(np.argmax(p, 1) == test[1]))
    chosen = p[np.arange(len(p)), test[1]].astype(float)
    show("log-loss", -np.mean(np.log(np.maximum(1e-15, chosen))))
    if fold < TIMED_FOLDS:
        show("batch-ms", median_millis(library.batch(model, some)))


def peak(path):
    from sklearn.ensemble import RandomForestClassifier

    rows, train = read(path)
    print(RandomForestClassifier(100, n_jobs=2).fit(rows[:train, :-1], rows[:train, -1]))


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "2")
    if sys.argv[1] == "data":
        data(Path(sys.argv[2]), Path(sys.argv[3]))
    elif sys.argv[1] == "peak":
        peak(Path(sys.argv[2]))
    else:
        compare(Path(sys.argv[2]), sys.argv[3], sys.argv[4], [Contestant(a) for a in sys.argv[5:]])
