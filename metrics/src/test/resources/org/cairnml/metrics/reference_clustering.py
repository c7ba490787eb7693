"""Writes clustering.txt: inputs and scikit-learn's values for them.

python3 reference_clustering.py   (scikit-learn 1.2.1, numpy 1.24.2, scipy 1.10.1)
"""
import numpy as np
import scipy
import sklearn
from scipy.spatial.distance import cdist
from sklearn import metrics as m
from sklearn.metrics.cluster import _unsupervised as unsupervised

rng = np.random.default_rng(13)
out = open("clustering.txt", "w")


def line(key, value):
    values = np.atleast_1d(value).ravel()
    out.write(key + " = " + " ".join(repr(v.item()) for v in values) + "\n")


def agreement(name, truth, clusters):
    out.write(f"\n[{name}]\n")
    line("truth", truth)
    line("clusters", clusters)
    line("contingency", m.cluster.contingency_matrix(truth, clusters).astype(float))
    line("pair_confusion", m.cluster.pair_confusion_matrix(truth, clusters).astype(float))
    line("rand", m.rand_score(truth, clusters))
    line("adjusted_rand", m.adjusted_rand_score(truth, clusters))
    line("fowlkes_mallows", m.fowlkes_mallows_score(truth, clusters))
    line("mutual_information", m.mutual_info_score(truth, clusters))
    for average in ("min", "geometric", "arithmetic", "max"):
        line("nmi_" + average, m.normalized_mutual_info_score(truth, clusters, average_method=average))
        line("ami_" + average, m.adjusted_mutual_info_score(truth, clusters, average_method=average))
    line("homogeneity", m.homogeneity_score(truth, clusters))
    line("completeness", m.completeness_score(truth, clusters))
    line("v_measure", m.v_measure_score(truth, clusters))
    line("v_measure_0.5", m.v_measure_score(truth, clusters, beta=0.5))


def separation(name, x, clusters):
    out.write(f"\n[{name}]\n")
    line("truth", clusters)
    line("x", x)
    distances = cdist(x, x)
    line("silhouette", m.silhouette_samples(distances, clusters, metric="precomputed"))
    line("silhouette_mean", m.silhouette_score(distances, clusters, metric="precomputed"))
    line("davies_bouldin", m.davies_bouldin_score(x, clusters))
    line("calinski_harabasz", m.calinski_harabasz_score(x, clusters))


# Distances of cdist are direct; scikit-learn's own lose half of the digits of close rows.
unsupervised.pairwise_distances = lambda a, b=None: cdist(a, a if b is None else b)

out.write(f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}, scipy {scipy.__version__}: reference_clustering.py\n")
n = 90
truth = rng.integers(0, 4, n)
agreement("mostly right", truth, np.where(rng.random(n) < 0.8, truth, rng.integers(0, 4, n)))
agreement("other numbers", truth, np.where(rng.random(n) < 0.8, 7 - truth, rng.integers(0, 6, n)) - 1)
agreement("independent", truth, rng.integers(0, 3, n))
agreement("same", truth, 3 - truth)
agreement("one cluster", truth, np.zeros(n, int))
agreement("one class", np.zeros(n, int), truth)
agreement("one of each", np.zeros(5, int), np.ones(5, int))
agreement("all single", np.arange(8), np.arange(8)[::-1])
agreement("single against one", np.arange(8), np.zeros(8, int))
agreement("split", np.repeat([0, 1], 6), np.repeat([0, 1, 2, 3], 3))
agreement("one row", np.array([3]), np.array([5]))

for name, n, d, k, offset in (
    ("three dimensions", 60, 3, 4, 0.0),
    ("one dimension", 40, 1, 2, 0.0),
    ("seven dimensions far from the origin", 50, 7, 3, 1e4),
):
    clusters = rng.integers(0, k, n)
    x = rng.normal(size=(n, d)) + 3 * rng.normal(size=(k, d))[clusters] + offset
    separation(name, x, clusters)
x = np.round(rng.normal(size=(30, 2)))
separation("coinciding rows", x, rng.integers(0, 3, 30))
clusters = np.r_[np.zeros(10, int), np.ones(9, int), 2]
separation("a cluster of one row", rng.normal(size=(20, 2)), clusters)
