"""Writes comparison.txt: tests of two models.

python3 reference_comparison.py   (statsmodels 0.13.5, scipy 1.10.1, numpy 1.24.2)
DeLong and the corrected t-test are in neither: their formulas, written out over all pairs.
"""
import numpy as np
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar

rng = np.random.default_rng(19)
out = open("comparison.txt", "w")


def line(key, value):
    values = np.atleast_1d(value).ravel()
    out.write(key + " = " + " ".join(repr(v.item()) for v in values) + "\n")


out.write(f"# statsmodels {statsmodels.__version__}, scipy {scipy.__version__}, numpy {np.__version__}: reference_comparison.py\n")
for b, c in ((3, 11), (0, 5), (6, 6), (40, 71), (1, 0)):
    out.write(f"\n[mcnemar {b} {c}]\n")
    line("counts", np.array([b, c]))
    line("exact", mcnemar([[50, b], [c, 20]], exact=True).pvalue)
    asymptotic = mcnemar([[50, b], [c, 20]], exact=False, correction=True)
    # At b = c statsmodels squares the correction; Cairn's statistic is 0 there.
    if b != c:
        line("statistic", asymptotic.statistic)
        line("asymptotic", asymptotic.pvalue)

for name, decimals in (("delong", 17), ("delong tied", 1)):
    n = 50
    truth = rng.integers(0, 2, n)
    scores = [np.round(rng.random(n) + w * truth, decimals) for w in (0.3, 0.5)]
    out.write(f"\n[{name}]\n")
    line("classes", 2)
    line("truth", truth)
    line("first", scores[0])
    line("second", scores[1])
    v10, v01 = [], []
    for s in scores:
        p, q = s[truth == 1], s[truth == 0]
        psi = (p[:, None] > q) + 0.5 * (p[:, None] == q)
        v10.append(psi.mean(axis=1))
        v01.append(psi.mean(axis=0))
    cov = np.cov(v10) / len(v10[0]) + np.cov(v01) / len(v01[0])
    auc = np.mean(v10, axis=1)
    line("auc", auc)
    line("se", np.sqrt(np.diag(cov)))
    z = (auc[0] - auc[1]) / np.sqrt(cov[0, 0] + cov[1, 1] - 2 * cov[0, 1])
    line("z", z)
    line("p", 2 * stats.norm.sf(abs(z)))

out.write("\n[t-test]\n")
first = rng.normal(0.8, 0.02, 10)
second = first + rng.normal(0.01, 0.01, 10)
line("first", first)
line("second", second)
d = first - second
t = d.mean() / np.sqrt((1 / 10 + 1 / 9) * d.var(ddof=1))
line("t", t)
line("p", 2 * stats.t.sf(abs(t), 9))
