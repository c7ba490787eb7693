"""Writes ridge_cv_reference.csv: scikit-learn's RidgeCV with leave-one-out on regression.csv."""
import sys
import numpy as np
import pandas as pd
import sklearn
from sklearn.linear_model import RidgeCV

here = sys.path[0]
table = pd.read_csv(here + "/regression.csv", comment="#")
x = table[[c for c in table.columns if c.startswith("x")]].to_numpy()
y = table["y"].to_numpy()
out = open(here + "/ridge_cv_reference.csv", "w")
out.write(f"# scikit-learn {sklearn.__version__} RidgeCV(store_cv_values=True), by make_ridge_cv_reference.py\n")
out.write("case,quantity,index,value\n")


def add(name, x, y, **options):
    m = RidgeCV(alphas=(0.01, 0.3, 1.0, 10.0, 300.0), store_cv_values=True, **options).fit(x, y)
    out.write(f"{name},alpha,0,{float(m.alpha_)!r}\n")
    for i, v in enumerate(m.cv_values_.mean(0)):
        out.write(f"{name},error,{i},{float(v)!r}\n")


add("plain", x, y)
add("origin", x, y, fit_intercept=False)
add("wide", x[:3], y[:3])
