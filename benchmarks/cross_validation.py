"""5-fold cross-validation of logistic regression on the census pipeline, in scikit-learn.

    python3 benchmarks/cross_validation.py adult_train.csv.gz [ROUNDS]

Side by side with org.cairnml.benchmarks.CrossValidationTime. Two processes with one BLAS thread each,
and one process with two; medians after a warm-up. "dense" scales the one-hot columns too and
makes all dense; "usual", as Cairn, scales numbers only and keeps one-hot columns sparse.
"""

import sys
import time

import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_validate
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from threadpoolctl import threadpool_limits


def pipelines(x):
    numbers = x.select_dtypes("number").columns
    texts = x.columns.difference(numbers)
    fill = SimpleImputer(strategy="constant", fill_value="missing")
    usual = make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
        (make_pipeline(fill, OneHotEncoder(handle_unknown="ignore")), texts),
    )
    dense = make_column_transformer(
        (SimpleImputer(strategy="median"), numbers),
        (make_pipeline(fill, OneHotEncoder(handle_unknown="ignore", sparse_output=False)), texts),
    )
    yield "usual", make_pipeline(usual, LogisticRegression(max_iter=1000))
    yield "dense", make_pipeline(dense, StandardScaler(), LogisticRegression(max_iter=1000))


def main(file, rounds):
    data = pd.read_csv(file)
    y = data.pop("income")
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    scoring = ["accuracy", "balanced_accuracy", "roc_auc", "neg_log_loss"]
    for name, pipeline in pipelines(data):
        for processes, threads in ((2, 1), (1, 2)):
            seconds = []
            with threadpool_limits(threads):
                for _ in range(rounds + 1):
                    start = time.perf_counter()
                    scores = cross_validate(
                        pipeline, data, y, cv=folds, scoring=scoring, n_jobs=processes
                    )
                    seconds.append(time.perf_counter() - start)
            print(
                f"{name}, {processes} processes x {threads} threads: "
                f"{np.median(seconds[1:]):.3f} s (least {min(seconds[1:]):.3f}), "
                f"AUC {scores['test_roc_auc'].mean():.4f}, "
                f"fit {scores['fit_time'].mean():.3f} s"
            )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3)
