"""What TextComparison.java times, with scikit-learn: the same argument."""
import gzip
import sys

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer, TfidfVectorizer

import timing

RUNS = 3

with gzip.open(sys.argv[1], "rt", encoding="utf-8", newline="\n") as lines:
    next(lines)
    texts = [line.rstrip("\n").split("\t")[-1] for line in lines]
for vectorizer in TfidfVectorizer(), CountVectorizer(), HashingVectorizer():
    times, rows = timing.milliseconds(lambda: vectorizer.fit_transform(texts), RUNS)
    print(
        f"{vectorizer} of {len(texts)} texts ({rows.nnz} elements): "
        f"median {np.median(times):.0f} ms, first {times[0]:.0f} ms, best {min(times):.0f} ms"
    )
