"""Writes the reference values of logistic regression with penalties on magnitudes into this folder.

Run with scikit-learn 1.2.1, numpy 1.24.2, after make_classification_reference.py, whose classification.csv it reads.

Coefficients of scikit-learn's saga are polished by Newton steps on those that are not 0; the script fails if that
moves them by more than 1e-3 of the largest, or if the result is not optimal: so they are converged values of
scikit-learn's problem.
"""
import csv
import numpy as np
from sklearn.linear_model import LogisticRegression

ORIGIN = "# origin: make_sparse_logistic_reference.py with scikit-learn 1.2.1, numpy 1.24.2\n"
with open("classification.csv") as f:
    f.readline()
    table = list(csv.DictReader(f))
X = np.array([[float(r[f"x{j}"]) for j in range(4)] for r in table])
Y = np.array([r["class"] for r in table])
W = np.array([float(r["w"]) for r in table])
reference = []


def add(case, x, y, w, c, ratio):
    classes = np.unique(y)
    mean = x.mean(0)
    m = LogisticRegression(penalty="elasticnet", l1_ratio=ratio, C=c, solver="saga", tol=1e-9, max_iter=100000,
                           random_state=0)
    m.fit(x - mean, y, sample_weight=w)
    z = np.column_stack([np.ones(len(x)), x - mean])
    theta = np.column_stack([m.intercept_, m.coef_])
    start, (k, p) = theta.copy(), theta.shape
    l1 = np.tile(np.r_[0, np.full(p - 1, ratio / c)], (k, 1))
    l2 = np.tile(np.r_[0, np.full(p - 1, (1 - ratio) / c)], (k, 1))
    target = (y[:, None] == classes[1:] if k == 1 else y[:, None] == classes).astype(float)
    free = (theta != 0).ravel()
    for _ in range(12):
        s = z @ theta.T
        prob = 1 / (1 + np.exp(-s)) if k == 1 else np.exp(s - s.max(1)[:, None])
        if k > 1:
            prob /= prob.sum(1)[:, None]
        smooth = ((prob - target) * w[:, None]).T @ z + theta * l2
        g = (smooth + l1 * np.sign(theta)).ravel()
        h = np.zeros((k, p, k, p))
        for a in range(k):
            for b in range(k):
                v = w * prob[:, a] * ((a == b) - prob[:, b])
                h[a, :, b, :] = (z * v[:, None]).T @ z + (a == b) * np.diag(l2[0])
        h = h.reshape(k * p, k * p)[np.ix_(free, free)]
        step = np.zeros(k * p)
        step[free] = np.linalg.lstsq(h, g[free], rcond=1e-13)[0]
        theta = theta - step.reshape(k, p)
    assert np.abs(step).max() < 1e-10, (case, step)
    assert np.abs(theta - start).max() < 1e-3 * np.abs(theta).max(), (case, theta, start)
    assert (np.sign(theta) == np.sign(start))[:, 1:].all(), case
    assert (np.abs(smooth) <= l1 + 1e-8).ravel()[~free].all(), case
    chosen = prob[np.arange(len(y)), np.searchsorted(classes, y)] if k > 1 else np.where(target[:, 0] > 0, prob[:, 0], 1 - prob[:, 0])
    objective = -(w * np.log(chosen)).sum() + (l1 * np.abs(theta) + l2 / 2 * theta**2).sum()
    theta[:, 0] -= theta[:, 1:] @ mean
    if k > 1:
        theta[:, 0] -= theta[:, 0].mean()
    for r, row in enumerate(theta):
        for j, v in enumerate(row):
            reference.append([case, f"row{r}", j, repr(float(v))])
    objectives.append([case, "objective", 0, repr(float(objective))])


objectives = []
for kind, rows in (("two", Y != "cedar"), ("three", Y != "")):
    for c in (0.1, 1.0, 10.0):
        for ratio in (1.0, 0.3):
            one = np.ones(rows.sum())
            add(f"{kind}_{c}_{ratio}", X[rows], Y[rows], one, c, ratio)
            add(f"{kind}_weighted_{c}_{ratio}", X[rows], Y[rows], W[rows], c, ratio)

for name, lines in (("sparse_logistic_reference.csv", reference), ("sparse_logistic_objectives.csv", objectives)):
    with open(name, "w", newline="") as out:
        out.write(ORIGIN)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["case", "quantity", "index", "value"])
        writer.writerows(lines)
