"""Writes the data and reference values of the tests of generalized linear models into this folder.

Run with statsmodels 0.13.5, scikit-learn 1.2.1, numpy 1.24.2: python3 make_glm_reference.py
"""
import csv
import warnings
import numpy as np
import statsmodels.api as sm
from sklearn.linear_model import TweedieRegressor

warnings.simplefilter("ignore")
ORIGIN = "# origin: make_glm_reference.py with statsmodels 0.13.5, scikit-learn 1.2.1, numpy 1.24.2\n"
f, links = sm.families, sm.families.links
rng = np.random.default_rng(11)
n = 80
x = np.round(np.column_stack([rng.normal(size=n), rng.uniform(0, 2, n), rng.normal(2, 0.5, n)]), 3)
eta = 0.3 + x @ [0.4, -0.5, 0.3]
data = {
    "gaussian": np.round(eta + rng.normal(size=n), 3),
    "binomial": (rng.uniform(size=n) < 1 / (1 + np.exp(-eta))).astype(float),
    "poisson": rng.poisson(2 * np.exp(eta)).astype(float),
    "gamma": np.round(rng.gamma(2, np.exp(eta) / 2), 3) + 0.01,
    "inverse_gaussian": np.round(rng.wald(np.exp(eta), 3), 3) + 0.01,
    "tweedie": np.round(np.array([rng.gamma(k) if k else 0 for k in rng.poisson(np.exp(eta))]), 3),
}
w = rng.integers(1, 4, n).astype(float)
exposure = np.round(rng.uniform(0.2, 3, n), 2)
with open("glm.csv", "w", newline="") as out:
    out.write(ORIGIN)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["x0", "x1", "x2", *data, "w", "exposure"])
    for row in zip(*x.T, *data.values(), w, exposure):
        writer.writerow([repr(float(v)) for v in row])

rows = []


def add(case, quantity, values):
    for i, v in enumerate(np.atleast_1d(values)):
        rows.append([case, quantity, i, repr(float(v))])


def glm(case, family, weights=None, offset=None):
    y = data[case.split("-")[0]]
    r = sm.GLM(y, sm.add_constant(x), family=family, freq_weights=weights, offset=offset).fit(
        tol=1e-15, maxiter=500, tol_criterion="params")
    for quantity, values in [
        ("coefficient", r.params), ("standard_error", r.bse), ("p", r.pvalues), ("low", r.conf_int()[:, 0]),
        ("deviance", r.deviance), ("null_deviance", r.null_deviance), ("pearson", r.pearson_chi2),
        ("dispersion", r.scale), ("log_likelihood", r.llf), ("aic", r.aic), ("bic", r.bic_llf)]:
        if not np.isnan(np.atleast_1d(values)).any():
            add(case, quantity, values)


glm("gaussian-identity", f.Gaussian())
glm("binomial-logit", f.Binomial())
glm("binomial-logit-w", f.Binomial(), w)
glm("binomial-probit", f.Binomial(links.probit()))
glm("binomial-cloglog", f.Binomial(links.cloglog()))
glm("poisson-log", f.Poisson())
glm("poisson-log-w", f.Poisson(), w)
glm("poisson-log-offset", f.Poisson(), None, np.log(exposure))
glm("gamma-log", f.Gamma(links.log()))
glm("gamma-inverse", f.Gamma(links.inverse_power()))
glm("gamma-log-w", f.Gamma(links.log()), w)
glm("inverse_gaussian-log", f.InverseGaussian(links.log()))
glm("tweedie-log", f.Tweedie(links.log(), var_power=1.5))
for name, power, alpha in [("poisson", 1, 1.0), ("gamma", 2, 0.1), ("tweedie", 1.5, 0.5)]:
    m = TweedieRegressor(power=power, alpha=alpha, link="log", tol=1e-14, max_iter=1000,
                         solver="newton-cholesky")
    m.fit(x, data[name], sample_weight=w)
    add(name + "-ridge", "coefficient", [m.intercept_, *m.coef_])
with open("glm_reference.csv", "w", newline="") as out:
    out.write(ORIGIN)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["case", "quantity", "index", "value"])
    writer.writerows(rows)
