"""Writes selection.csv (data) and selection_reference.csv (what scikit-learn selects of them).

Made with Python 3.11, scikit-learn 1.2.1. Run in this folder: python3 make_selection.py
The reference has for each case the columns that are kept (1 or 0) and their ranking, 1 for the
kept ones; SelectFromModel has importances in its place.
"""

import numpy as np
import sklearn
from sklearn.feature_selection import RFE, SelectFromModel
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge

ROWS, COLUMNS = 60, 8
rng = np.random.default_rng(17)
x = rng.normal(size=(ROWS, COLUMNS)) * [1, 2, 1, 0.5, 1, 1, 3, 1]
x[:, 5] = 0.7 * x[:, 0] + 0.5 * rng.normal(size=ROWS)
y = x @ [2, -1, 0.2, 3, 0, 0.5, 0.1, -0.4] + rng.normal(size=ROWS)
labels = np.digitize(y, np.quantile(y, [0.3, 0.7]))
binary = (labels > 0).astype(int)

head = f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}: make_selection.py\n"
with open("selection.csv", "w") as out:
    out.write(head)
    out.write(",".join([f"x{j}" for j in range(COLUMNS)] + ["y", "label", "binary"]) + "\n")
    for i in range(ROWS):
        numbers = [repr(float(v)) for v in (*x[i], y[i])]
        out.write(",".join(numbers + [str(labels[i]), str(binary[i])]) + "\n")

out = open("selection_reference.csv", "w")
out.write(head + "case,quantity,index,value\n")


def put(case, selector, target, score):
    selector.fit(x, target)
    for quantity, values in (("kept", selector.get_support()), ("score", score(selector))):
        for index, value in enumerate(values):
            out.write(f"{case},{quantity},{index},{float(value)!r}\n")


def importances(selector):
    coefficients = np.atleast_2d(selector.estimator_.coef_)
    return np.abs(coefficients).sum(axis=0)


logistic = LogisticRegression(solver="newton-cg", tol=1e-10, max_iter=10000)
put("mean", SelectFromModel(LinearRegression()), y, importances)
put("ridge", SelectFromModel(Ridge(5.0)), y, importances)
put("threshold", SelectFromModel(LinearRegression(), threshold=0.3), y, importances)
put("most", SelectFromModel(LinearRegression(), max_features=2), y, importances)
put("labels", SelectFromModel(logistic), labels, importances)
put("binary", SelectFromModel(logistic), binary, importances)

ranking = lambda selector: selector.ranking_
put("half", RFE(LinearRegression()), y, ranking)
put("one", RFE(Ridge(5.0), n_features_to_select=1), y, ranking)
put("by three", RFE(LinearRegression(), n_features_to_select=2, step=3), y, ranking)
put("rounds of labels", RFE(logistic, n_features_to_select=3), labels, ranking)
put("rounds of binary", RFE(logistic, n_features_to_select=2, step=2), binary, ranking)
out.close()
