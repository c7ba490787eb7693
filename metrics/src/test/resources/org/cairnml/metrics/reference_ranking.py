"""Writes ranking.txt: inputs and values of scikit-learn or of the named formula.

python3 reference_ranking.py   (scikit-learn 1.2.1, numpy 1.24.2)
"""
import numpy as np
import sklearn
from sklearn import metrics as m

rng = np.random.default_rng(17)
out = open("ranking.txt", "w")


def line(key, value):
    values = np.atleast_1d(value).ravel()
    out.write(key + " = " + " ".join(repr(v.item()) for v in values) + "\n")


def case(name, relevance, scores):
    out.write(f"\n[{name}]\n")
    line("relevance", relevance)
    line("scores", scores)
    for k in (1, 3, 10, len(relevance)):
        line(f"ndcg_{k}", m.ndcg_score([relevance], [scores], k=k))
        line(f"dcg_{k}", m.dcg_score([relevance], [scores], k=k))
        line(f"ndcg_exponential_{k}", m.ndcg_score([2.0**relevance - 1], [scores], k=k))
        line(f"ndcg_binary_{k}", m.ndcg_score([(relevance > 0).astype(float)], [scores], k=k))
    if np.unique(scores).size == len(scores):
        line("average_precision", m.average_precision_score(relevance > 0, scores))


out.write(f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}: reference_ranking.py\n")
n = 12
case("graded", rng.integers(0, 4, n).astype(float), rng.random(n))
case("graded tied", rng.integers(0, 4, n).astype(float), rng.integers(0, 4, n).astype(float))
case("binary", rng.integers(0, 2, n).astype(float), rng.random(n))
case("all scores equal", rng.integers(0, 3, n).astype(float), np.ones(n))
case("one relevant", np.eye(n)[4], rng.random(n))

for name, scores in (
    ("label ranking", rng.random((15, 5))),
    ("label ranking tied", rng.integers(0, 3, (15, 5)).astype(float)),
):
    truth = rng.integers(0, 2, (15, 5))
    truth[0] = 0
    truth[1] = 1
    out.write(f"\n[{name}]\n")
    line("truth", truth.astype(float)[:, 0])
    line("labels", truth.astype(float))
    line("label_scores", scores)
    line("lrap", m.label_ranking_average_precision_score(truth, scores))
    line("coverage", m.coverage_error(truth, scores))
    line("loss", m.label_ranking_loss(truth, scores))
