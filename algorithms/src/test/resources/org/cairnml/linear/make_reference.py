"""Writes the data and reference values of the tests of linear models into this folder.

Run with scikit-learn 1.2.1, statsmodels 0.13.5, numpy 1.24.2: python3 make_reference.py
"""
import csv
import numpy as np
import statsmodels.api as sm
from sklearn.linear_model import Ridge

ORIGIN = "# origin: make_reference.py with scikit-learn 1.2.1, statsmodels 0.13.5, numpy 1.24.2\n"


def write(name, header, rows):
    with open(name, "w", newline="") as out:
        out.write(ORIGIN)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow([repr(float(v)) if isinstance(v, (float, np.floating)) else v for v in row])


rng = np.random.default_rng(20261121)
n, d = 60, 4
x = np.round(rng.normal(size=(n, d)) * [1, 20, 0.05, 3] + [0, 100, 1, -2], 4)
w = np.round(rng.uniform(0.2, 3, n), 2)
y = np.round(2 + x @ [1.5, -0.2, 8, 0] + rng.normal(size=n) * (0.5 + np.abs(x[:, 0])), 4)
write("regression.csv", [*(f"x{j}" for j in range(d)), "y", "w"], np.column_stack([x, y, w]).tolist())

reference = []


def add(case, quantity, values):
    for i, v in enumerate(np.atleast_1d(values)):
        reference.append([case, quantity, i, float(v)])


def inference(case, result):
    add(case, "coefficient", result.params)
    add(case, "standard_error", result.bse)
    add(case, "statistic", result.tvalues)
    add(case, "p", result.pvalues)
    interval = result.conf_int(0.1)
    add(case, "low90", interval[:, 0])
    add(case, "high90", interval[:, 1])
    add(case, "covariance", np.asarray(result.cov_params()).ravel())
    for quantity, value in [
        ("r2", result.rsquared), ("adjusted_r2", result.rsquared_adj), ("f", np.squeeze(result.fvalue)),
        ("f_p", np.squeeze(result.f_pvalue)), ("log_likelihood", result.llf), ("aic", result.aic),
        ("bic", result.bic), ("residual_sd", np.sqrt(result.mse_resid)), ("residual_squares", result.ssr)]:
        add(case, quantity, value)


one = sm.add_constant(x)
inference("ols", sm.OLS(y, one).fit())
inference("ols_origin", sm.OLS(y, x).fit())
inference("wls", sm.WLS(y, one, weights=w).fit())
inference("wls_origin", sm.WLS(y, x, weights=w).fit())
for hc in ("HC0", "HC1", "HC2", "HC3"):
    inference("ols_" + hc.lower(), sm.OLS(y, one).fit(cov_type=hc))
    inference("wls_" + hc.lower(), sm.WLS(y, one, weights=w).fit(cov_type=hc))

for alpha in (0.1, 1.0, 100.0):
    m = Ridge(alpha=alpha, solver="cholesky").fit(x, y)
    add(f"ridge_{alpha}", "coefficient", [m.intercept_, *m.coef_])
    m = Ridge(alpha=alpha, solver="cholesky").fit(x, y, sample_weight=w)
    add(f"ridge_weighted_{alpha}", "coefficient", [m.intercept_, *m.coef_])
    m = Ridge(alpha=alpha, fit_intercept=False, solver="cholesky").fit(x, y)
    add(f"ridge_origin_{alpha}", "coefficient", [0, *m.coef_])
    m = Ridge(alpha=alpha, solver="svd").fit(x[:3], y[:3])
    add(f"ridge_wide_{alpha}", "coefficient", [m.intercept_, *m.coef_])

write("regression_reference.csv", ["case", "quantity", "index", "value"], reference)
