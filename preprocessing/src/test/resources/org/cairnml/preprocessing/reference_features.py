"""Writes features.txt: inputs, and what scikit-learn's feature transformers make of them.

One array a line: name rows cols values, row after row.
"""
import sys

import numpy as np
import sklearn
from sklearn.feature_selection import (
    VarianceThreshold,
    chi2,
    f_classif,
    f_regression,
    mutual_info_classif,
    mutual_info_regression,
)
from sklearn.preprocessing import KBinsDiscretizer, PolynomialFeatures

OUT = open("features.txt", "w")


def put(name, array):
    array = np.asarray(array, dtype=float)
    array = array.reshape(1, -1) if array.ndim == 1 else array
    values = " ".join(repr(float(v)) for v in array.ravel())
    OUT.write(f"{name} {array.shape[0]} {array.shape[1]} {values}\n")


OUT.write(
    f"# Python {sys.version.split()[0]}, numpy {np.__version__}, "
    f"scikit-learn {sklearn.__version__}: reference_features.py in this folder\n"
)
rng = np.random.default_rng(11)
x = np.abs(rng.normal(size=(40, 3))) * [1, 10, 100]
x[:, 1] = np.round(x[:, 1])
classes = rng.integers(0, 3, size=40)
y = 2 * x[:, 0] - 0.1 * x[:, 1] + rng.normal(size=40)
put("x", x)
put("classes", classes)
put("y", y)
put("polynomial.3", PolynomialFeatures(3).fit_transform(x))
put(
    "polynomial.interactions",
    PolynomialFeatures(2, interaction_only=True, include_bias=False).fit_transform(x),
)
for strategy in ["uniform", "quantile", "kmeans"]:
    bins = KBinsDiscretizer(4, encode="ordinal", strategy=strategy)
    binned = bins.fit_transform(x)
    put(f"bins.{strategy}", binned)
    put(f"bins.{strategy}.inverse", bins.inverse_transform(binned))
bins = KBinsDiscretizer(5, encode="onehot-dense")
binned = bins.fit_transform(x)
put("bins.onehot", binned)
put("bins.onehot.inverse", bins.inverse_transform(binned))
# With a threshold of 0 variances_ holds the range of a column where that is smaller.
put("variance", VarianceThreshold(1e-9).fit(x).variances_)
put("f.classes", f_classif(x, classes)[0])
put("f.regression", f_regression(x, y)[0])
put("chi2", chi2(x, classes)[0])
# Without ties, so that the tiny noise which scikit-learn adds changes no order of distances.
untied = np.column_stack([x[:, 0], x[:, 2], np.sin(3 * y)])
put("untied", untied)
put("information.classes", mutual_info_classif(untied, classes, random_state=0))
put("information.regression", mutual_info_regression(untied, y, random_state=0))
OUT.close()
