"""Values of sgd_reference.csv: scikit-learn's stochastic gradient descent, rows in their order, so that each step is
the same, on regression.csv and classification.csv with standardized columns."""
import sys
import warnings
import numpy as np
import pandas as pd
import sklearn
from sklearn.linear_model import SGDClassifier, SGDRegressor
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
here = sys.path[0]


def read(name):
    table = pd.read_csv(here + "/" + name, comment="#")
    return table, StandardScaler().fit_transform(table[[c for c in table.columns if c.startswith("x")]])


out = open(here + "/sgd_reference.csv", "w")
out.write(f"# scikit-learn {sklearn.__version__} SGDClassifier and SGDRegressor(shuffle=False), by make_sgd_reference.py\n")
out.write("case,quantity,index,value\n")


def add(case, m):
    for quantity, values in (("coefficient", m.coef_), ("intercept", m.intercept_), ("passes", m.n_iter_)):
        for i, v in enumerate(np.ravel(values)):
            out.write(f"{case},{quantity},{i},{float(v)!r}\n")


table, x = read("regression.csv")
y, w = table["y"].to_numpy(), table["w"].to_numpy()
for loss, name in (("squared_error", "SQUARED"), ("huber", "HUBER"), ("epsilon_insensitive", "EPSILON_INSENSITIVE")):
    add(name, SGDRegressor(loss=loss, shuffle=False).fit(x, y))
    add(name + "_weighted", SGDRegressor(loss=loss, shuffle=False, average=True).fit(x, y, sample_weight=w))
for rate, name in (("constant", "CONSTANT"), ("adaptive", "ADAPTIVE"), ("optimal", "OPTIMAL"), ("invscaling", "INVERSE_SCALING")):
    add(name, SGDRegressor(learning_rate=rate, alpha=0.01, shuffle=False).fit(x, y))
for penalty, name in (("l1", "L1"), ("elasticnet", "ELASTIC_NET"), (None, "NONE")):
    add(name, SGDRegressor(penalty=penalty, alpha=0.05, l1_ratio=0.4, shuffle=False, fit_intercept=False).fit(x, y))
table, x = read("classification.csv")
c3 = table["class"].to_numpy()
for target, c in (("two", np.where(c3 == "cedar", "birch", c3)), ("three", c3)):
    for loss, name in (("hinge", "HINGE"), ("squared_hinge", "SQUARED_HINGE"), ("log_loss", "LOG")):
        options = dict(loss=loss, alpha=0.01, shuffle=False)
        if loss == "squared_hinge":
            options.update(learning_rate="constant", eta0=0.01)
        add(f"{target}_{name}", SGDClassifier(**options).fit(x, c))
        add(f"{target}_{name}_mean", SGDClassifier(average=True, **options).fit(x, c))
