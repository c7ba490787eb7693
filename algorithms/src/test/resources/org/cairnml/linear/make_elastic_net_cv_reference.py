"""Writes elastic_net_cv_reference.csv: scikit-learn's ElasticNetCV on regression.csv.

Run with scikit-learn 1.2.1, numpy 1.24.2. Rows are dealt to folds as Cairn's KFold deals 60 rows to 5 folds from
seed 0, so that both choose by the same errors.
"""
import sys
import numpy as np
import pandas as pd
import sklearn
from sklearn.linear_model import ElasticNetCV
from sklearn.model_selection import PredefinedSplit

FOLDS = [1, 2, 0, 4, 2, 0, 3, 3, 4, 1, 2, 3, 1, 0, 2, 1, 0, 0, 1, 2, 4, 1, 2, 0, 2, 4, 3, 2, 4, 2, 1, 0, 0,
         0, 3, 2, 3, 3, 1, 1, 2, 4, 3, 4, 3, 0, 2, 1, 1, 4, 4, 4, 4, 4, 0, 0, 1, 3, 3, 3]
here = sys.path[0]
table = pd.read_csv(here + "/regression.csv", comment="#")
x = table[[c for c in table.columns if c.startswith("x")]].to_numpy()
y = table["y"].to_numpy()
with open(here + "/elastic_net_cv_reference.csv", "w") as out:
    out.write(f"# origin: make_elastic_net_cv_reference.py with scikit-learn {sklearn.__version__}\n")
    out.write("case,quantity,index,value\n")
    for i, fold in enumerate(FOLDS):
        out.write(f"folds,fold,{i},{fold}\n")
    for ratio in (0.5, 1.0):
        m = ElasticNetCV(l1_ratio=ratio, n_alphas=30, cv=PredefinedSplit(FOLDS), tol=1e-13, max_iter=10**6).fit(x, y)
        for i, (alpha, error) in enumerate(zip(m.alphas_, m.mse_path_.mean(1))):
            out.write(f"net_{ratio},alpha,{i},{float(alpha)!r}\n")
            out.write(f"net_{ratio},error,{i},{float(error)!r}\n")
        out.write(f"net_{ratio},chosen,0,{float(m.alpha_)!r}\n")
        for i, b in enumerate([m.intercept_, *m.coef_]):
            out.write(f"net_{ratio},coefficient,{i},{float(b)!r}\n")
