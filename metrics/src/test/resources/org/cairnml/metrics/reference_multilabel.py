"""Writes multilabel.txt: inputs and scikit-learn's values for rows of several labels.

python3 reference_multilabel.py   (scikit-learn 1.2.1, numpy 1.24.2)
"""
import warnings

import numpy as np
import sklearn
from sklearn import metrics as m

warnings.filterwarnings("ignore")
rng = np.random.default_rng(23)
out = open("multilabel.txt", "w")


def line(key, value):
    values = np.atleast_1d(value).ravel()
    out.write(key + " = " + " ".join(repr(v.item()) for v in values) + "\n")


def case(name, truth, predicted, scores, weights):
    out.write(f"\n[{name}]\n")
    w = dict(sample_weight=weights)
    line("truth", truth[:, 0])
    line("labels", truth.astype(float))
    line("predicted_labels", predicted.astype(float))
    line("label_scores", scores.astype(float))
    line("weights", weights)
    line("hamming", m.hamming_loss(truth, predicted, **w))
    line("subset_accuracy", m.accuracy_score(truth, predicted, **w))
    counts = m.multilabel_confusion_matrix(truth, predicted, **w).reshape(-1, 4)
    line("counts", counts[:, [3, 1, 2, 0]].astype(float))
    for average in ("macro", "micro", "weighted", "samples"):
        a = dict(average=average, **w)
        line("precision_" + average, m.precision_score(truth, predicted, **a))
        line("recall_" + average, m.recall_score(truth, predicted, **a))
        line("f1_" + average, m.f1_score(truth, predicted, **a))
        line("f2_" + average, m.fbeta_score(truth, predicted, beta=2, **a))
        line("jaccard_" + average, m.jaccard_score(truth, predicted, **a))
        # The areas need rows with and without each label.
        if average != "samples" and np.all(np.ptp(truth, axis=0) == 1):
            line("roc_auc_" + average, m.roc_auc_score(truth, scores, **a))
            line("average_precision_" + average, m.average_precision_score(truth, scores, **a))
    line("lrap", m.label_ranking_average_precision_score(truth, scores, **w))
    line("coverage", m.coverage_error(truth, scores, **w))
    line("ranking_loss", m.label_ranking_loss(truth, scores, **w))


out.write(f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}: reference_multilabel.py\n")
n, k = 40, 4
truth = rng.integers(0, 2, (n, k))
predicted = np.where(rng.random((n, k)) < 0.7, truth, 1 - truth)
scores = rng.random((n, k)) + 0.5 * truth
weights = rng.integers(1, 9, n) / 4
one = np.ones(n)
case("plain", truth, predicted, scores, one)
case("weighted", truth, predicted, scores, weights)
case("tied", truth, predicted, np.round(2 * scores), one)
case("tied weighted", truth, predicted, np.round(2 * scores), weights)
case("no predictions", truth, np.zeros_like(truth), scores, one)
case("no labels", np.zeros_like(truth), predicted, scores, one)
case("neither", np.zeros_like(truth), np.zeros_like(truth), scores, one)
case("all right", truth, truth, scores, one)
case("all wrong", truth, 1 - truth, -scores, one)
empty = truth.copy()
empty[:, 2] = 0
case("a label of no row", empty, predicted, scores, weights)
