"""Writes logistic_inference_reference.csv: statsmodels' Logit, MNLogit and binomial GLM on classification.csv.

Run with statsmodels 0.13.5, numpy 1.24.2. Newton's method goes on until steps vanish. The weighted case is a GLM with
frequency weights, since Logit takes none.
"""
import sys
import numpy as np
import pandas as pd
import statsmodels
import statsmodels.api as sm
from scipy.stats import chi2

here = sys.path[0]
table = pd.read_csv(here + "/classification.csv", comment="#")
x = table[[c for c in table.columns if c.startswith("x")]].to_numpy()
names = sorted(set(table["class"]))
y = table["class"].map(names.index).to_numpy()
w = table["w"].to_numpy()
two = y < 2
out = open(here + "/logistic_inference_reference.csv", "w")
out.write(f"# origin: make_logistic_inference_reference.py with statsmodels {statsmodels.__version__}\n")
out.write("case,quantity,index,value\n")


def add(case, fit, **scalars):
    arrays = dict(
        value=fit.params, standard_error=fit.bse, statistic=fit.tvalues, p=fit.pvalues,
        low90=np.asarray(fit.conf_int(0.1))[..., 0], high90=np.asarray(fit.conf_int(0.1))[..., 1],
        covariance=fit.cov_params(), log_likelihood=fit.llf, null_log_likelihood=fit.llnull, **scalars)
    for quantity, values in arrays.items():
        values = np.asarray(values)
        # MNLogit has a column for each equation, but intervals by equation already
        if values.ndim == 2 and quantity not in ("covariance", "low90", "high90"):
            values = values.T
        for i, v in enumerate(values.ravel()):
            out.write(f"{case},{quantity},{i},{float(v)!r}\n")


def newton(model, start):
    return model.fit(start_params=start, method="newton", maxiter=100, tol=1e-14, disp=0)


def criteria(fit, y):
    """The likelihood ratio is taken against the shares of the classes: fit.llnull is found iteratively."""
    counts = np.bincount(y)
    ratio = 2 * (fit.llf - (counts * np.log(counts / len(y))).sum())
    assert abs(ratio - fit.llr) < 1e-6, (ratio, fit.llr)
    return dict(aic=fit.aic, bic=fit.bic, pseudo_r2=fit.prsquared, ratio=ratio, ratio_p=chi2.sf(ratio, fit.df_model),
                df_model=fit.df_model, df_residual=fit.df_resid)


z = sm.add_constant(x[two])
fit = newton(sm.Logit(y[two], z), None)
add("two", fit, **criteria(fit, y[two]))
fit = newton(sm.Logit(y[two], x[two]), None)
add("two_origin", fit)
fit = newton(sm.MNLogit(y, sm.add_constant(x)), None)
add("three", fit, **criteria(fit, y))
fit = sm.GLM(y[two], z, family=sm.families.Binomial(), freq_weights=w[two]).fit(tol=1e-15, maxiter=100)
add("two_weighted", fit)
