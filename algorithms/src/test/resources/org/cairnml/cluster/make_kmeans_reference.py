"""Writes data and reference inertias of the tests of k-means into this folder.

Run with scikit-learn 1.2.1, numpy 1.24.2: python3 make_kmeans_reference.py
The inertia is the least of 300 starts, tolerance 0: the global minimum as far as anyone knows.
"""
import csv
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris

ORIGIN = "# origin: make_kmeans_reference.py with scikit-learn 1.2.1, numpy 1.24.2; iris: Fisher 1936, UCI, CC BY 4.0\n"
iris = load_iris().data
rng = np.random.default_rng(5)
weights = np.round(rng.uniform(0, 3, len(iris)), 1)
with open("iris.csv", "w", newline="") as out:
    out.write(ORIGIN)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["x0", "x1", "x2", "x3", "w"])
    writer.writerows(np.column_stack([iris, weights]).tolist())
with open("kmeans_reference.csv", "w", newline="") as out:
    out.write(ORIGIN)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["case", "quantity", "index", "value"])
    for k in (1, 2, 3, 5):
        for name, w in (("plain", None), ("weighted", weights)):
            m = KMeans(k, n_init=300, tol=0, random_state=0).fit(iris, sample_weight=w)
            writer.writerow([f"{name}_{k}", "inertia", 0, repr(float(m.inertia_))])
