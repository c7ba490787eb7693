"""Values of elastic_net_reference.csv: scikit-learn run until converged on regression.csv."""
import sys
import warnings
import numpy as np
import pandas as pd
import sklearn
from sklearn.linear_model import ElasticNet

warnings.filterwarnings("ignore")
here = sys.path[0]
table = pd.read_csv(here + "/regression.csv", comment="#")
x = table[[c for c in table.columns if c.startswith("x")]].to_numpy()
y = table["y"].to_numpy()
w = table["w"].to_numpy()
out = open(here + "/elastic_net_reference.csv", "w")
out.write(f"# scikit-learn {sklearn.__version__} ElasticNet(tol=1e-14, max_iter=10**6), by elastic_net_reference.py\n")
out.write("case,quantity,index,value\n")


def add(name, x, y, w=None, **options):
    m = ElasticNet(tol=1e-14, max_iter=10**6, **options).fit(x, y, sample_weight=w)
    for i, v in enumerate([m.intercept_, *m.coef_]):
        out.write(f"{name},coefficient,{i},{v!r}\n")


for alpha in (0.01, 0.1, 1.0):
    for ratio in (0.3, 1.0):
        case = f"{alpha}_{ratio}"
        options = dict(alpha=alpha, l1_ratio=ratio)
        add("plain_" + case, x, y, **options)
        add("weighted_" + case, x, y, w, **options)
        add("origin_" + case, x, y, fit_intercept=False, **options)
        add("positive_" + case, x, y, positive=True, **options)
        add("wide_" + case, x[:3], y[:3], **options)
