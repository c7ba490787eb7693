"""Writes transformers.txt: inputs, and what scikit-learn makes of them.

One array a line: name rows cols values, row after row.
"""
import sys

import numpy as np
import sklearn
from sklearn.impute import KNNImputer, SimpleImputer
from sklearn.preprocessing import (
    MaxAbsScaler,
    MinMaxScaler,
    Normalizer,
    OneHotEncoder,
    PowerTransformer,
    QuantileTransformer,
    RobustScaler,
    StandardScaler,
)

OUT = open("transformers.txt", "w")


def put(name, array):
    array = np.asarray(array, dtype=float)
    array = array.reshape(1, -1) if array.ndim == 1 else array
    values = " ".join("NaN" if np.isnan(v) else repr(float(v)) for v in array.ravel())
    OUT.write(f"{name} {array.shape[0]} {array.shape[1]} {values}\n")


OUT.write(
    f"# Python {sys.version.split()[0]}, numpy {np.__version__}, "
    f"scikit-learn {sklearn.__version__}: reference.py in this folder\n"
)
rng = np.random.default_rng(7)
x = rng.normal(size=(60, 5)) * [1, 100, 1e-3, 5, 1] + [0, 1e4, 3, -2, 0]
x[:, 3] = np.exp(rng.normal(size=60))
x[:, 4] = 2.5
w = rng.integers(0, 4, size=60).astype(float)
holes = x.copy()
holes[rng.random(x.shape) < 0.15] = np.nan
rounded = np.round(holes, 0)
codes = rng.integers(0, 4, size=(60, 2)).astype(float)
put("x", x)
put("weights", w)
put("holes", holes)
put("rounded", rounded)
put("codes", codes)

put("standard", StandardScaler().fit_transform(x))
put("standard.weighted", StandardScaler().fit(x, sample_weight=w).transform(x))
put("standard.holes", StandardScaler().fit_transform(holes))
for strategy in ["mean", "median", "most_frequent"]:
    put(
        f"impute.{strategy}",
        SimpleImputer(strategy=strategy, add_indicator=True).fit_transform(rounded),
    )
put("onehot", OneHotEncoder().fit_transform(codes).toarray())
put("onehot.first", OneHotEncoder(drop="first").fit_transform(codes).toarray())
put("onehot.rare", OneHotEncoder(min_frequency=15).fit_transform(codes).toarray())
put("onehot.limited", OneHotEncoder(max_categories=3).fit_transform(codes).toarray())
put("minmax", MinMaxScaler().fit_transform(holes))
put("minmax.range", MinMaxScaler(feature_range=(-1, 3)).fit_transform(holes))
put("maxabs", MaxAbsScaler().fit_transform(holes))
put("robust", RobustScaler().fit_transform(holes))
put("robust.deciles", RobustScaler(quantile_range=(10, 90)).fit_transform(holes))
for norm in ["l1", "l2", "max"]:
    put(f"normalizer.{norm}", Normalizer(norm=norm).fit_transform(x))
for count in [10, 60]:
    for shape in ["uniform", "normal"]:
        put(
            f"quantile.{shape}.{count}",
            QuantileTransformer(
                n_quantiles=count, output_distribution=shape
            ).fit_transform(rounded),
        )
varying = x[:, [0, 3]]
power = PowerTransformer().fit(varying)
put("power.lambdas", power.lambdas_)
put("power", power.transform(varying))
boxcox = PowerTransformer(method="box-cox").fit(varying[:, 1:])
put("boxcox.lambdas", boxcox.lambdas_)
put("boxcox", boxcox.transform(varying[:, 1:]))
small = holes[:, :4] - np.nanmean(holes[:, :4], axis=0)
small /= np.nanstd(small, axis=0)
put("knn.input", small)
for weights in ["uniform", "distance"]:
    put(
        f"knn.{weights}",
        KNNImputer(n_neighbors=4, weights=weights, add_indicator=True).fit_transform(small),
    )
OUT.close()
