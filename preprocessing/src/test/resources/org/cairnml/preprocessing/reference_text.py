"""Writes texts.txt: what scikit-learn makes of the texts below, which TextTest has too.

One array a line: name rows cols values, row after row. A line "terms name: ..." has a vocabulary.
"""
import sys

import sklearn
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer, TfidfVectorizer

TEXTS = [
    "The cat sat on the mat; the cat sat.",
    "Кот сидел на ковре, а собака не сидела.",
    "A dog's life: 42 bones, 3_000 naps & one cat!",
    "Straße ÄRGER naïve café — mat mat",
    "",
    "on on on the   road\tagain",
]
OUT = open("texts.txt", "w")
OUT.write(
    f"# Python {sys.version.split()[0]}, scikit-learn {sklearn.__version__}: "
    "reference_text.py in this folder\n"
)


def put(name, vectorizer):
    array = vectorizer.fit_transform(TEXTS).toarray()
    values = " ".join(repr(float(v)) for v in array.ravel())
    OUT.write(f"{name} {array.shape[0]} {array.shape[1]} {values}\n")
    if hasattr(vectorizer, "get_feature_names_out"):
        terms = "|".join(vectorizer.get_feature_names_out())
        OUT.write(f"# terms {name}: {terms}\n")


put("count", CountVectorizer())
put("tfidf", TfidfVectorizer())
put("tfidf.sublinear", TfidfVectorizer(sublinear_tf=True, norm=None))
put("tfidf.ngrams", TfidfVectorizer(ngram_range=(1, 2), stop_words=["the", "on"]))
put("count.frequent", CountVectorizer(min_df=2, max_df=0.4))
put("tfidf.char", TfidfVectorizer(analyzer="char", ngram_range=(2, 3)))
put("tfidf.charwb", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)))
put("count.binary", CountVectorizer(binary=True, lowercase=False))
put("hashing", HashingVectorizer(n_features=31))
put("hashing.counts", HashingVectorizer(n_features=16, norm=None, ngram_range=(1, 2)))
put("hashing.unsigned", HashingVectorizer(n_features=20, alternate_sign=False))
put("hashing.char", HashingVectorizer(n_features=64, analyzer="char", ngram_range=(2, 3)))
wide = HashingVectorizer().fit_transform(TEXTS).tocoo()
for name, values in (("row", wide.row), ("col", wide.col), ("value", wide.data)):
    joined = " ".join(repr(float(v)) for v in values)
    OUT.write(f"hashing.wide.{name} 1 {wide.nnz} {joined}\n")
OUT.close()
