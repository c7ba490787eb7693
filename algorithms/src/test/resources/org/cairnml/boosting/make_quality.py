"""Writes quality.csv: data of a number, of two classes and of three, and how well XGBoost does on them.

Made with Python 3.11, xgboost 1.7.4, numpy 1.24. Run in this folder: python3 make_quality.py
The header holds the errors, each row predicted by a model of 60 rounds that has not seen the sixth of
the rows (row number modulo 6) in which it is: the root of the mean squared error, and the mean
log-loss of two and of three classes.
"""

import numpy as np
import xgboost as xgb

N, FOLDS, ROUNDS = 900, 6, 60
PARAMETERS = {
    "tree_method": "hist",
    "grow_policy": "lossguide",
    "max_leaves": 15,
    "max_depth": 0,
    "max_bin": 255,
    "eta": 0.1,
    "lambda": 1,
    "min_child_weight": 1,
    "base_score": 0.5,
}

rng = np.random.default_rng(3)
x = np.round(rng.normal(size=(N, 6)), 3)
x[rng.random(x.shape) < 0.05] = np.nan
z = np.nan_to_num(x, nan=0.7)
signal = 2 * np.sin(2 * z[:, 0]) + z[:, 1] * z[:, 2] + np.abs(z[:, 3]) + z[:, 4]
number = np.round(signal + rng.normal(size=N) * 0.5, 3)
two = (signal + rng.logistic(size=N) > 1).astype(int)
three = np.digitize(signal + rng.logistic(size=N), [-0.5, 1.8])


def predictions(y, objective, **more):
    """What models that have not seen a row predict of it."""
    folds = np.arange(N) % FOLDS
    parts = []
    for k in range(FOLDS):
        data = xgb.DMatrix(x[folds != k], y[folds != k])
        booster = xgb.train({**PARAMETERS, **more, "objective": objective}, data, ROUNDS)
        parts.append(booster.predict(xgb.DMatrix(x[folds == k])).astype(float))
    out = np.zeros((N,) + parts[0].shape[1:])
    for k in range(FOLDS):
        out[folds == k] = parts[k]
    return out


def log_loss(p, y):
    return -np.log(p[np.arange(len(y)), y]).mean()


rmse = np.sqrt(np.mean((predictions(number, "reg:squarederror") - number) ** 2))
p = predictions(two, "binary:logistic")
loss_two = log_loss(np.column_stack([1 - p, p]), two)
loss_three = log_loss(predictions(three, "multi:softprob", num_class=3), three)
with open("quality.csv", "w") as file:
    file.write(f"# xgboost {xgb.__version__}, make_quality.py: rmse {rmse:.4f}, ")
    file.write(f"log-loss of two {loss_two:.4f}, of three {loss_three:.4f}\n")
    file.write("x0,x1,x2,x3,x4,x5,number,two,three\n")
    for row, a, b, c in zip(x, number, two, three):
        file.write(",".join("NaN" if v != v else f"{v:.3f}" for v in row) + f",{a:.3f},{b},{c}\n")
