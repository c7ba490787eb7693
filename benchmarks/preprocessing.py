"""What Preprocessing.java times, with pandas and scikit-learn: the same arguments."""
import sys

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import KNNImputer, SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

import timing

RUNS = 7


def clock(what, work, runs=RUNS):
    times, _ = timing.milliseconds(work, runs)
    print(f"{what}: median {np.median(times):.0f} ms, best {min(times):.0f} ms of {runs}")


train, test = (pd.read_csv(f).drop(columns=["income", "age"]) for f in sys.argv[1:3])
numbers = train.select_dtypes("number").columns
texts = [c for c in train.columns if c not in numbers]


def census():
    model = ColumnTransformer(
        [
            ("n", make_pipeline(SimpleImputer(), StandardScaler()), numbers),
            (
                "c",
                make_pipeline(
                    SimpleImputer(strategy="most_frequent"),
                    OneHotEncoder(handle_unknown="ignore"),
                ),
                texts,
            ),
        ]
    )
    model.fit(train)
    model.transform(train)
    model.transform(test)


clock("census: impute, one-hot, scale", census)
x = pd.read_csv(sys.argv[3]).drop(columns=["MedHouseVal"]).to_numpy()[: int(sys.argv[4])]
x = StandardScaler().fit_transform(x)
x[np.random.default_rng(1).random(x.shape) < 0.1] = np.nan
clock(f"housing: KNN imputer, {len(x)} rows", lambda: KNNImputer().fit_transform(x), 3)
