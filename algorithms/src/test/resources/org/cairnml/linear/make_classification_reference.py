"""Writes the data and reference values of the tests of logistic regression into this folder.

Run with scikit-learn 1.2.1, numpy 1.24.2: python3 make_classification_reference.py PATH/adult_train.csv.gz
The census part reads the UCI "Adult" training set (CC BY 4.0), gzipped CSV with a header, missing values empty.

Coefficients of scikit-learn are polished by Newton steps on the same objective until the gradient vanishes; the
script fails if that moves them by more than 1e-5, so they are converged values of scikit-learn's problem.
"""
import csv
import gzip
import sys
import numpy as np
from sklearn.linear_model import LogisticRegression

ORIGIN = "# origin: make_classification_reference.py with scikit-learn 1.2.1, numpy 1.24.2\n"


def write(name, header, rows):
    with open(name, "w", newline="") as out:
        out.write(ORIGIN)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow([repr(float(v)) if isinstance(v, (float, np.floating)) else v for v in row])


def polished(x, y, c, w, intercept, balanced):
    """Rows of coefficients with the intercept in front."""
    classes = np.unique(y)
    cw = np.ones(len(classes))
    if balanced:
        counts = np.array([w[y == k].sum() for k in classes])
        cw = w.sum() / (len(classes) * counts)
    w = w * cw[np.searchsorted(classes, y)]
    m = LogisticRegression(C=c, fit_intercept=intercept, solver="newton-cg", tol=1e-10, max_iter=100000)
    m.fit(x, y, sample_weight=w)
    z = np.column_stack([np.ones(len(x)), x]) if intercept else x
    theta = np.column_stack([m.intercept_, m.coef_]) if intercept else m.coef_
    start, p, k = theta.copy(), z.shape[1], theta.shape[0]
    penalty = np.full(p, 1 / c)
    if intercept:
        penalty[0] = 0
    target = (y[:, None] == classes[1:] if k == 1 else y[:, None] == classes).astype(float)
    for _ in range(8):
        s = z @ theta.T
        prob = 1 / (1 + np.exp(-s)) if k == 1 else np.exp(s - s.max(1, keepdims=True))
        if k > 1:
            prob /= prob.sum(1, keepdims=True)
        g = ((prob - target) * w[:, None]).T @ z + theta * penalty
        h = np.zeros((k, p, k, p))
        for a in range(k):
            for b in range(k):
                v = w * prob[:, a] * ((a == b) - prob[:, b])
                h[a, :, b, :] = (z * v[:, None]).T @ z + (a == b) * np.diag(penalty)
        step = np.linalg.lstsq(h.reshape(k * p, k * p), g.ravel(), rcond=1e-13)[0].reshape(k, p)
        theta = theta - step
    assert np.abs(step).max() < 1e-11, step
    assert np.abs(theta - start).max() < 1e-5 * max(1, np.abs(theta).max()), np.abs(theta - start).max()
    return theta if intercept else np.column_stack([np.zeros(k), theta])


reference = []


def add(case, theta):
    for r, row in enumerate(theta):
        for j, v in enumerate(row):
            reference.append([case, f"row{r}", j, float(v)])


rng = np.random.default_rng(7)
n, d = 150, 4
centres = np.array([[0, 0, 0, 0], [1.2, -0.5, 0, 0.4], [-0.4, 1, 0.8, 0]])
y = rng.integers(0, 3, n) * (rng.uniform(size=n) < 0.8)
x = np.round((centres[y] + rng.normal(size=(n, d))) * [1, 10, 0.1, 2] + [0, 50, 0, -1], 4)
w = np.round(rng.uniform(0, 3, n), 2)
names = np.array(["ash", "birch", "cedar"])
write("classification.csv", [*(f"x{j}" for j in range(d)), "class", "w"],
      [[*row, names[k], v] for row, k, v in zip(x.tolist(), y, w.tolist())])
two = y < 2
one = np.ones(n)
for kind, rows in (("two", two), ("three", np.ones(n, bool))):
    for c in (0.01, 1.0, 100.0):
        add(f"{kind}_{c}", polished(x[rows], y[rows], c, one[rows], True, False))
        add(f"{kind}_weighted_{c}", polished(x[rows], y[rows], c, w[rows], True, False))
        add(f"{kind}_balanced_{c}", polished(x[rows], y[rows], c, one[rows], True, True))
        add(f"{kind}_origin_{c}", polished(x[rows], y[rows], c, one[rows], False, False))
    add(f"{kind}_free", polished(x[rows], y[rows], 1e300, one[rows], True, False))

with gzip.open(sys.argv[1], "rt") as f:
    table = list(csv.DictReader(f))
columns, blocks = list(table[0])[:-1], []
for name in columns:
    values = [row[name] for row in table]
    if name in ("age", "fnlwgt", "education_num", "capital_gain", "capital_loss", "hours_per_week"):
        v = np.array(values, float)
        blocks.append(((v - v.mean()) / v.std())[:, None])
    else:
        blocks.append((np.array(values)[:, None] == np.array(sorted(set(values)))).astype(float))
x = np.hstack(blocks)
y = (np.array([row[list(table[0])[-1]] for row in table]) == ">50K").astype(int)
add("census_1.0", polished(x, y, 1.0, np.ones(len(y)), True, False))

write("classification_reference.csv", ["case", "quantity", "index", "value"], reference)
