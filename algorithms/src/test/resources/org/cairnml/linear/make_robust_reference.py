"""Values of robust_reference.csv: scikit-learn and statsmodels run until converged on regression.csv.

Every seventh target is pulled away, so that there are outliers. What scikit-learn's L-BFGS finds for
Huber's objective is polished by Newton's method on the same objective, with numerical rows as they are.
"""
import sys
import warnings
import numpy as np
import pandas as pd
import sklearn
import statsmodels
import statsmodels.api as sm
from sklearn.linear_model import HuberRegressor, QuantileRegressor

warnings.filterwarnings("ignore")
here = sys.path[0]
table = pd.read_csv(here + "/regression.csv", comment="#")
x = table[[c for c in table.columns if c.startswith("x")]].to_numpy()
y = table["y"].to_numpy().copy()
y[::7] += 30 * (np.arange(len(y[::7])) % 2 + 1)
w = table["w"].to_numpy()
out = open(here + "/robust_reference.csv", "w")
out.write(f"# scikit-learn {sklearn.__version__} HuberRegressor, polished, and QuantileRegressor(solver='highs'),"
          f" statsmodels {statsmodels.__version__} QuantReg, by make_robust_reference.py\n")
out.write("case,quantity,index,value\n")


def add(case, quantity, values):
    for i, v in enumerate(np.atleast_1d(values)):
        out.write(f"{case},{quantity},{i},{float(v)!r}\n")


def huber(case, x, y, w, epsilon, alpha, intercept):
    m = HuberRegressor(epsilon=epsilon, alpha=alpha, fit_intercept=intercept, max_iter=10**5, tol=1e-10).fit(x, y, w)
    w = np.ones(len(y)) if w is None else w
    z = np.c_[x, np.ones(len(y))] if intercept else x
    b = np.r_[m.coef_, m.intercept_] if intercept else m.coef_
    s = m.scale_
    penalty = np.r_[np.full(x.shape[1], alpha), np.zeros(z.shape[1] - x.shape[1])]
    for _ in range(20):
        r = (y - z @ b) / s
        inside = abs(r) <= epsilon
        g = np.r_[-2 * z.T @ (w * np.clip(r, -epsilon, epsilon)) + 2 * penalty * b,
                  w.sum() - (w * np.clip(r, -epsilon, epsilon) ** 2).sum()]
        k = np.c_[z, r] * np.sqrt(2 * w * inside / s)[:, None]
        step = np.linalg.solve(k.T @ k + np.diag(np.r_[2 * penalty, 0]), g)
        b, s = b - step[:-1], s - step[-1]
    assert abs(step).max() < 1e-11, step
    add(case, "coefficient", np.r_[b[-1], b[:-1]] if intercept else np.r_[0, b])
    add(case, "scale", s)
    return abs(np.r_[m.coef_] - b[: x.shape[1]]).max()


print(huber("huber", x, y, None, 1.35, 1e-4, True))
print(huber("huber_weighted", x, y, w, 1.1, 0.5, True))
print(huber("huber_origin", x, y, None, 2.0, 0.0, False))
for q in (0.1, 0.5, 0.9):
    for alpha in (0.0, 0.1):
        m = QuantileRegressor(quantile=q, alpha=alpha, solver="highs").fit(x, y)
        add(f"quantile_{q}_{alpha}", "coefficient", np.r_[m.intercept_, m.coef_])
        m = QuantileRegressor(quantile=q, alpha=alpha, solver="highs").fit(x, y, w)
        add(f"weighted_{q}_{alpha}", "coefficient", np.r_[m.intercept_, m.coef_])
    m = sm.QuantReg(y, sm.add_constant(x)).fit(q=q, p_tol=1e-12, max_iter=10**5)
    add(f"statsmodels_{q}", "coefficient", m.params)
m = QuantileRegressor(quantile=0.3, alpha=0.05, solver="highs", fit_intercept=False).fit(x, y)
add("origin", "coefficient", np.r_[0, m.coef_])
