"""Writes xgboost_*.json (models) and xgboost_*.csv (rows, and what XGBoost predicts of them).

Made with Python 3.11, xgboost 1.7.4, numpy 1.24. Run in this folder: python3 make_xgboost_models.py
"""

import json

import numpy as np
import xgboost as xgb

RNG = np.random.default_rng(7)


def numbers(n, d=4):
    x = RNG.normal(size=(n, d)) * [1, 10, 0.01, 1000]
    x[RNG.random(x.shape) < 0.1] = np.nan
    return x


def with_categories(n):
    x = numbers(n)
    x[:, 1] = RNG.integers(0, 9, n)
    x[:, 2] = RNG.integers(0, 70, n)
    x[RNG.random(n) < 0.1, 1] = np.nan
    x[RNG.random(n) < 0.1, 2] = np.nan
    return x


def at_thresholds(model, rows):
    """Rows with a value at, just below, just above, and half a float32 step below a threshold."""
    trees = model["learner"]["gradient_booster"]
    trees = trees.get("gbtree", trees)["model"]["trees"]
    found = []
    for tree in trees:
        for left, kind, feature, t in zip(
            tree["left_children"], tree["split_type"], tree["split_indices"], tree["split_conditions"]
        ):
            if left != -1 and kind == 0:
                t = np.float32(t)
                down = np.nextafter(t, np.float32(-np.inf))
                half = (float(down) + float(t)) / 2
                for value in (
                    float(t),
                    float(down),
                    float(np.nextafter(t, np.float32(np.inf))),
                    half,
                    np.nextafter(half, -np.inf),
                    np.nextafter(half, np.inf),
                ):
                    row = rows[RNG.integers(len(rows))].copy()
                    row[feature] = value
                    found.append(row)
    found = np.array(found)
    return found[RNG.permutation(len(found))[:60]]


def write(name, params, x, y, rounds=4, types=None):
    types = types or ["float"] * x.shape[1]
    names = [f"x{j}" for j in range(x.shape[1])]

    def data(rows, label=None):
        return xgb.DMatrix(
            rows, label=label, feature_names=names, feature_types=types, enable_categorical=True
        )

    booster = xgb.train({"max_depth": 3, "seed": 1, **params}, data(x, y), rounds)
    booster.save_model(f"xgboost_{name}.json")
    with open(f"xgboost_{name}.json") as file:
        model = json.load(file)
    rows = np.vstack([x[:40], at_thresholds(model, x), np.full((1, x.shape[1]), np.nan)])
    if "c" in types:
        unseen = x[:30].copy()
        unseen[:, 1] = np.tile([9, 10, 63, 64, 300], 6)
        unseen[10:, 2] = np.tile([70, 71, 127, 128, 1000], 4)
        rows = np.vstack([rows, unseen])
    predicted = np.atleast_2d(booster.predict(data(rows)).T).T
    if "multi:softmax" in params.values():
        predicted = predicted.reshape(-1, 1)
    with open(f"xgboost_{name}.csv", "w") as file:
        file.write(f"# xgboost {xgb.__version__}, make_xgboost_models.py, {params}\n")
        columns = names + [f"p{k}" for k in range(predicted.shape[1])]
        file.write(",".join(columns) + "\n")
        for row, p in zip(rows, predicted):
            values = [repr(float(v)) if v == v else "NaN" for v in row] + [f"{v:.9g}" for v in p]
            file.write(",".join(values) + "\n")


def signal(x):
    return np.nan_to_num(x[:, 0]) + np.sin(np.nan_to_num(x[:, 1])) + np.nan_to_num(x[:, 3]) / 1000


X = numbers(400)
S = signal(X)
COUNTS = RNG.poisson(np.exp(S / 2)).astype(float)
CLASSES = np.digitize(S, [-0.8, 0.8])
write("squarederror", {"objective": "reg:squarederror"}, X, S)
write("logistic", {"objective": "reg:logistic", "base_score": 0.4}, X, 1 / (1 + np.exp(-S)))
write("poisson", {"objective": "count:poisson", "base_score": 0.7}, X, COUNTS)
write("gamma", {"objective": "reg:gamma"}, X, np.exp(S / 2))
write("tweedie", {"objective": "reg:tweedie", "tweedie_variance_power": 1.4}, X, COUNTS)
write("rank", {"objective": "rank:pairwise"}, X, CLASSES)
write("binary", {"objective": "binary:logistic", "base_score": 0.3}, X, S > 0)
write("softprob", {"objective": "multi:softprob", "num_class": 3}, X, CLASSES)
write("softprob2", {"objective": "multi:softprob", "num_class": 2}, X, S > 0)
write("softmax", {"objective": "multi:softmax", "num_class": 3}, X, CLASSES)
write("dart", {"booster": "dart", "rate_drop": 0.5, "objective": "reg:squarederror"}, X, S, 6)
write("forest", {"num_parallel_tree": 3, "subsample": 0.5, "objective": "binary:logistic"}, X, S > 0, 2)

C = with_categories(600)
T = signal(C) + np.sin(7 * np.nan_to_num(C[:, 1])) * 2 + np.cos(5 * np.nan_to_num(C[:, 2]))
KINDS = ["float", "c", "c", "float"]
write(
    "categories",
    {"tree_method": "hist", "max_cat_to_onehot": 1, "objective": "reg:squarederror", "max_depth": 4},
    C,
    T,
    5,
    KINDS,
)
write(
    "onehot",
    {"tree_method": "hist", "max_cat_to_onehot": 100, "objective": "binary:logistic", "max_depth": 4},
    C,
    T > 0,
    5,
    KINDS,
)
