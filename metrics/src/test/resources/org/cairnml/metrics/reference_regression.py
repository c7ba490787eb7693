"""Writes regression.txt: inputs and scikit-learn's values for them.

python3 reference_regression.py   (scikit-learn 1.2.1, numpy 1.24.2)
"""
import numpy as np
import sklearn
from sklearn import metrics as m

rng = np.random.default_rng(11)
out = open("regression.txt", "w")


def line(key, value):
    values = np.atleast_1d(value).ravel()
    out.write(key + " = " + " ".join(repr(v.item()) for v in values) + "\n")


def case(name, truth, predicted, weights):
    out.write(f"\n[{name}]\n")
    w = dict(sample_weight=weights)
    line("truth", truth)
    line("predicted", predicted)
    line("weights", weights)
    line("mae", m.mean_absolute_error(truth, predicted, **w))
    line("mse", m.mean_squared_error(truth, predicted, **w))
    line("rmse", m.mean_squared_error(truth, predicted, squared=False, **w))
    if np.ptp(truth) > 0:
        line("r2", m.r2_score(truth, predicted, **w))
        line("explained_variance", m.explained_variance_score(truth, predicted, **w))
    line("max_error", m.max_error(truth, predicted))
    # Weights mean repetition; scikit-learn's own weighted median does not average the middle two.
    repeated = np.repeat(np.arange(len(truth)), (4 * weights).astype(int))
    line("median_absolute_error", m.median_absolute_error(truth[repeated], predicted[repeated]))
    # scikit-learn has no sMAPE; this is its definition.
    size = np.abs(truth) + np.abs(predicted)
    line("smape", np.average(2 * np.abs(truth - predicted) / np.where(size == 0, 1, size), weights=weights))
    if np.all(truth != 0):
        line("mape", m.mean_absolute_percentage_error(truth, predicted, **w))
    for alpha in (0.1, 0.5, 0.9):
        line(f"pinball_{alpha}", m.mean_pinball_loss(truth, predicted, alpha=alpha, **w))
        if np.ptp(truth) > 0:
            line(f"d2_pinball_{alpha}", m.d2_pinball_score(truth, predicted, alpha=alpha, **w))
    if np.ptp(truth) > 0:
        line("d2_absolute_error", m.d2_absolute_error_score(truth, predicted, **w))
    if np.all(truth >= 0) and np.all(predicted >= 0):
        line("msle", m.mean_squared_log_error(truth, predicted, **w))
    # At 1e6 the formulas lose half of the digits or more, in scikit-learn as here.
    small = np.all(truth < 1e3)
    if small and np.all(truth >= 0) and np.all(predicted > 0):
        line("poisson", m.mean_poisson_deviance(truth, predicted, **w))
        line("tweedie_1.5", m.mean_tweedie_deviance(truth, predicted, power=1.5, **w))
        if np.ptp(truth) > 0:
            line("d2_poisson", m.d2_tweedie_score(truth, predicted, power=1, **w))
            line("d2_tweedie_1.5", m.d2_tweedie_score(truth, predicted, power=1.5, **w))
    if small and np.all(truth > 0) and np.all(predicted > 0):
        line("gamma", m.mean_gamma_deviance(truth, predicted, **w))
        line("tweedie_3", m.mean_tweedie_deviance(truth, predicted, power=3, **w))
        if np.ptp(truth) > 0:
            line("d2_gamma", m.d2_tweedie_score(truth, predicted, power=2, **w))
    line("tweedie_0", m.mean_tweedie_deviance(truth, predicted, power=0, **w))
    if small and np.all(predicted > 0):
        line("tweedie_-1", m.mean_tweedie_deviance(truth, predicted, power=-1, **w))


out.write(f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}: reference_regression.py\n")
n = 50
one = np.ones(n)
truth = rng.normal(3, 2, n)
noise = rng.normal(0, 1, n)
weights = rng.integers(1, 9, n) / 4
case("plain", truth, truth + noise, one)
case("weighted", truth, truth + noise, weights)
positive = rng.gamma(2, 3, n)
case("positive", positive, positive * np.exp(0.3 * noise), one)
case("positive weighted", positive, positive * np.exp(0.3 * noise), weights)
counts = rng.poisson(2, n).astype(float)
case("counts with ties", counts, np.maximum(0.5, np.round(counts + noise)), one)
case("counts weighted", counts, np.maximum(0.5, np.round(counts + noise)), weights)
case("large offset", 1e6 + truth, 1e6 + truth + noise, one)
case("worse than the mean", truth, -truth, one)
case("constant truth", np.full(5, 2.0), np.array([1.0, 2.0, 3.0, 2.5, 2.0]), np.ones(5))
case("constant prediction", truth, np.full(n, 3.0), one)
case("exact", truth, truth, one)
case("one row", np.array([2.0]), np.array([3.0]), np.ones(1))
case("even number of rows", np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.5, 2.0, 5.0, 7.0]), np.ones(4))
