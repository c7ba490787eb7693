"""Writes isotonic.csv: points with ties and scikit-learn's isotonic fit at them and between them.

Run with scikit-learn 1.2.1, numpy 1.24.2: python3 make_isotonic_reference.py
"""
import csv
import numpy as np
from sklearn.isotonic import IsotonicRegression

rng = np.random.default_rng(5)
n = 60
x = np.round(rng.uniform(0, 6, n), 1)
y = np.round(np.log1p(x) + rng.normal(0, 0.5, n), 3)
w = np.round(rng.uniform(0, 3, n), 1)
w[3] = 0
at = np.round(rng.uniform(-1, 7, n), 3)
with open("isotonic.csv", "w", newline="") as out:
    out.write("# origin: make_isotonic_reference.py with scikit-learn 1.2.1, numpy 1.24.2\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["x", "y", "w", "at", "up", "down", "auto_reversed", "weighted", "bounded"])
    columns = [x, y, w, at]
    for kind, trend, sign, weights, low, high in [
        ("up", True, 1, None, None, None),
        ("down", False, 1, None, None, None),
        ("auto_reversed", "auto", -1, None, None, None),
        ("weighted", True, 1, w, None, None),
        ("bounded", True, 1, None, 0.7, 1.4),
    ]:
        m = IsotonicRegression(increasing=trend, out_of_bounds="clip", y_min=low, y_max=high)
        columns.append(m.fit(x, sign * y, sample_weight=weights).predict(at))
    for row in zip(*columns):
        writer.writerow([repr(float(v)) for v in row])
