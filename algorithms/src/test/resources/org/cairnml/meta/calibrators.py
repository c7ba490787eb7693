"""Reference values of calibration curves: /usr/bin/python3 calibrators.py > calibrators.csv"""
import numpy as np, sklearn, scipy
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.isotonic import IsotonicRegression
from sklearn.calibration import _sigmoid_calibration

r = np.random.RandomState(7)
n = 60
s = np.round(r.normal(size=n), 1)  # ties
y = (r.uniform(size=n) < expit(1.7 * s - 0.4)).astype(int)
w = r.randint(1, 4, size=n).astype(float)
n1, n0 = w[y == 1].sum(), w[y == 0].sum()
t = np.where(y == 1, (n1 + 1) / (n1 + 2), 1 / (n0 + 2))
def loss(ab):
    z = ab[0] * s + ab[1]
    return (w * (np.logaddexp(0, z) - t * z)).sum()
def grad(ab):
    d = w * (expit(ab[0] * s + ab[1]) - t)
    return np.array([(d * s).sum(), d.sum()])
a, b = minimize(loss, [0, 0], jac=grad, method="BFGS", options=dict(gtol=1e-12)).x
A, B = _sigmoid_calibration(s, y, w)
iso = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(s, y, w)
at = np.linspace(-4, 4, n)
print(f"# scikit-learn {sklearn.__version__} (IsotonicRegression, _sigmoid_calibration), scipy {scipy.__version__}; made by calibrators.py")
print(f"# Platt's loss minimized by BFGS to a gradient of 1e-12: slope {a!r} intercept {b!r}")
print(f"# scikit-learn's own, looser stop: slope {-A!r} intercept {-B!r}")
print("score,positive,weight,at,sigmoid,isotonic")
for row in zip(s, y, w, at, expit(a * at + b), iso.predict(at)):
    print(",".join(repr(float(v)) for v in row))
