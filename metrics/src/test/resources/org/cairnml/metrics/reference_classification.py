"""Writes classification.txt: inputs and scikit-learn's values for them.

python3 reference_classification.py   (scikit-learn 1.2.1, numpy 1.24.2)
"""
import warnings

import numpy as np
import sklearn
from sklearn import metrics as m
from sklearn.calibration import calibration_curve

warnings.filterwarnings("ignore")
rng = np.random.default_rng(7)
out = open("classification.txt", "w")


def line(key, value):
    values = np.atleast_1d(value).ravel()
    out.write(key + " = " + " ".join(repr(v.item()) for v in values) + "\n")


def section(name):
    out.write(f"\n[{name}]\n")


def labels(truth, predicted, weights, k):
    """What follows from the confusion matrix; only classes present count, as by default."""
    w = dict(sample_weight=weights)
    line("truth", truth)
    line("predicted", predicted)
    line("weights", weights)
    line("classes", k)
    line("confusion", m.confusion_matrix(truth, predicted, labels=range(k), **w).astype(float))
    for by in ("true", "pred", "all"):
        line("confusion_" + by, m.confusion_matrix(truth, predicted, labels=range(k), normalize=by, **w))
    line("accuracy", m.accuracy_score(truth, predicted, **w))
    line("balanced_accuracy", m.balanced_accuracy_score(truth, predicted, **w))
    present = np.unique(truth).size
    if present > 1:
        line("adjusted_balanced_accuracy", m.balanced_accuracy_score(truth, predicted, adjusted=True, **w))
    line("mcc", m.matthews_corrcoef(truth, predicted, **w))
    line("zero_one_loss", m.zero_one_loss(truth, predicted, **w))
    line("hamming_loss", m.hamming_loss(truth, predicted, **w))
    if np.unique(np.r_[truth, predicted]).size == k > 1:
        line("kappa", m.cohen_kappa_score(truth, predicted, **w))
        line("kappa_linear", m.cohen_kappa_score(truth, predicted, weights="linear", **w))
        line("kappa_quadratic", m.cohen_kappa_score(truth, predicted, weights="quadratic", **w))
    if k == 2 and np.any(truth == 1) and np.any(truth == 0):
        positive, negative = m.class_likelihood_ratios(truth, predicted, labels=[0, 1], raise_warning=False, **w)
        line("likelihood_ratios", np.array([positive, negative]))
    for c, (tn, fp, fn, tp) in enumerate(
        m.multilabel_confusion_matrix(truth, predicted, labels=range(k), **w).reshape(k, 4)
    ):
        line(f"counts_{c}", np.array([tp, fp, fn, tn], float))
    for average in ("macro", "micro", "weighted"):
        a = dict(average=average, **w)
        line("precision_" + average, m.precision_score(truth, predicted, **a))
        line("recall_" + average, m.recall_score(truth, predicted, **a))
        line("f1_" + average, m.f1_score(truth, predicted, **a))
        line("f05_" + average, m.fbeta_score(truth, predicted, beta=0.5, **a))
        line("jaccard_" + average, m.jaccard_score(truth, predicted, **a))
    a = dict(average=None, labels=range(k), **w)
    line("precision", m.precision_score(truth, predicted, **a))
    line("recall", m.recall_score(truth, predicted, **a))
    line("f1", m.f1_score(truth, predicted, **a))
    line("f2", m.fbeta_score(truth, predicted, beta=2, **a))
    line("jaccard", m.jaccard_score(truth, predicted, **a))


def binary_scores(truth, scores, weights):
    w = dict(sample_weight=weights)
    line("scores", scores)
    line("roc_auc", m.roc_auc_score(truth, scores, **w))
    for f in (0.1, 0.5):
        line(f"roc_auc_to_{f}", m.roc_auc_score(truth, scores, max_fpr=f, **w))
    fpr, tpr, thresholds = m.roc_curve(truth, scores, drop_intermediate=False, **w)
    line("roc_fpr", fpr)
    line("roc_tpr", tpr)
    line("roc_thresholds", thresholds[1:])
    precision, recall, thresholds = m.precision_recall_curve(truth, scores, **w)
    line("pr_precision", precision)
    line("pr_recall", recall)
    line("pr_auc", m.auc(recall, precision))
    line("average_precision", m.average_precision_score(truth, scores, **w))
    fpr, fnr, thresholds = m.det_curve(truth, scores, **w)
    line("det_fpr", fpr)
    line("det_fnr", fnr)
    line("det_thresholds", thresholds)
    for strategy in ("uniform", "quantile"):
        if np.all(weights == 1) and np.unique(scores).size > 3:
            observed, predicted = calibration_curve(truth, scores, n_bins=4, strategy=strategy)
            line("calibration_observed_" + strategy, observed)
            line("calibration_predicted_" + strategy, predicted)
    line("brier", m.brier_score_loss(truth, scores, **w))
    line("log_loss", m.log_loss(truth, scores, labels=[0, 1], **w))
    margin = 4 * scores - 2
    line("margin", margin)
    line("hinge", m.hinge_loss(truth, margin, **w))


def probabilities(truth, p, weights, areas=True):
    k = p.shape[1]
    w = dict(sample_weight=weights)
    line("probabilities", p)
    line("log_loss", m.log_loss(truth, p, labels=range(k), **w))
    # Among equal probabilities scikit-learn puts the later class first, Cairn the earlier one.
    for top in range(1, k) if np.all(np.diff(np.sort(p, axis=1)) > 0) else ():
        line(f"top_{top}", m.top_k_accuracy_score(truth, p, k=top, labels=range(k), **w))
    # scikit-learn 1.2 has the Brier score of two classes only; this is its definition.
    line("brier", np.average(np.sum((p - np.eye(k)[truth]) ** 2, axis=1), **dict(weights=weights)))
    line("average_precision", m.average_precision_score(np.eye(k)[truth], p, average="macro", **w))
    line("hinge", m.hinge_loss(truth, p, labels=range(k), **w))
    if areas:
        line("auc_ovr_macro", m.roc_auc_score(truth, p, multi_class="ovr", average="macro", **w))
        line("auc_ovr_weighted", m.roc_auc_score(truth, p, multi_class="ovr", average="weighted", **w))
        line("auc_ovr_micro", m.roc_auc_score(truth, p, multi_class="ovr", average="micro", **w))
        line("auc_ovo_macro", m.roc_auc_score(truth, p, multi_class="ovo", average="macro"))
        line("auc_ovo_weighted", m.roc_auc_score(truth, p, multi_class="ovo", average="weighted"))


out.write(f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}: reference_classification.py\n")
n = 60
for name, decimals, weighted in (
    ("binary", 17, False),
    ("binary weighted", 17, True),
    ("binary tied", 1, False),
    ("binary tied weighted", 1, True),
):
    section(name)
    truth = rng.integers(0, 2, n)
    scores = np.round(np.clip(0.5 * rng.random(n) + 0.3 * truth + 0.1, 0, 1), decimals)
    weights = rng.integers(1, 9, n) / 4 if weighted else np.ones(n)
    labels(truth, (scores > 0.5).astype(int), weights, 2)
    binary_scores(truth, scores, weights)

section("binary certain and wrong")
truth = np.array([0, 0, 1, 1, 1])
scores = np.array([0.0, 1.0, 1.0, 0.0, 0.5])
labels(truth, (scores > 0.5).astype(int), np.ones(5), 2)
binary_scores(truth, scores, np.ones(5))

for name, k, decimals, weighted in (
    ("multiclass", 4, 17, False),
    ("multiclass weighted", 4, 17, True),
    ("multiclass tied", 3, 1, False),
):
    section(name)
    truth = rng.integers(0, k, n)
    p = rng.random((n, k)) + 0.8 * np.eye(k)[truth]
    if decimals == 1:
        p = np.round(5 * p / p.sum(axis=1, keepdims=True)) / 5
        p[:, 0] = np.clip(p[:, 0] + 1 - p.sum(axis=1), 0, 1)
        p = p / p.sum(axis=1, keepdims=True)
    else:
        p = p / p.sum(axis=1, keepdims=True)
    weights = rng.integers(1, 9, n) / 4 if weighted else np.ones(n)
    labels(truth, p.argmax(axis=1), weights, k)
    probabilities(truth, p, weights)

section("a class never predicted")
truth = np.array([0, 0, 1, 1, 2, 2, 2])
labels(truth, np.array([0, 1, 1, 1, 0, 1, 1]), np.ones(7), 3)

section("a class without rows")
truth = np.array([0, 0, 2, 2, 2, 0])
labels(truth, np.array([0, 1, 2, 2, 0, 0]), np.ones(6), 3)

section("a class with neither")
truth = np.array([0, 0, 2, 2, 2, 0])
labels(truth, np.array([0, 2, 2, 2, 0, 0]), np.ones(6), 3)

section("one class present")
labels(np.zeros(4, int), np.array([0, 0, 1, 0]), np.ones(4), 2)

section("all wrong")
labels(np.array([0, 1, 0, 1]), np.array([1, 0, 1, 0]), np.ones(4), 2)

section("all right")
truth = np.array([0, 1, 2, 1, 0])
labels(truth, truth, np.ones(5), 3)


def one_class(name, truth, p, weights):
    """Probabilities where one class alone has rows: what scikit-learn defines for it."""
    section(name)
    k = p.shape[1]
    w = dict(sample_weight=weights)
    labels(truth, p.argmax(axis=1), weights, k)
    line("probabilities", p)
    line("log_loss", m.log_loss(truth, p, labels=range(k), **w))
    if k == 2:
        line("brier", m.brier_score_loss(truth, p[:, 1], pos_label=1, **w))
    else:
        # As in probabilities: the definition, which scikit-learn 1.2 lacks for several classes.
        line("brier", np.average(np.sum((p - np.eye(k)[truth]) ** 2, axis=1), weights=weights))
    # scikit-learn gives 0 for a class without rows, Cairn leaves it out (NaN if none is left).
    if k == 2 and truth.all():
        line("average_precision", m.average_precision_score(truth, p[:, 1], **w))
    for top in range(1, k) if k > 2 else ():
        line(f"top_{top}", m.top_k_accuracy_score(truth, p, k=top, labels=range(k), **w))
    if k > 2:
        line("hinge", m.hinge_loss(truth, p, labels=range(k), **w))
    elif not truth.any():
        # Of the second class alone, scikit-learn takes the sign of the margin for that of the first.
        margin = 4 * p[:, 1] - 2
        line("margin", margin)
        line("hinge", m.hinge_loss(truth, margin, labels=[0, 1], **w))


second = np.array([0.1, 0.75, 0.4, 0.0, 1.0])
both = np.c_[1 - second, second]
for kind, weights in (("", np.ones(5)), (" weighted", np.array([2.0, 0.5, 0.0, 1.0, 1.5]))):
    one_class("probabilities of the first class alone" + kind, np.zeros(5, int), both, weights)
    one_class("probabilities of the second class alone" + kind, np.ones(5, int), both, weights)
three = np.array([[0.2, 0.5, 0.3], [0.1, 0.85, 0.05], [0.6, 0.3, 0.1], [0.0, 0.1, 0.9], [0.25, 0.35, 0.4]])
one_class("probabilities of one of three classes", np.ones(5, int), three, np.ones(5))
