"""Writes discriminant_reference.csv: probabilities of discriminant analyses of classification.csv in this folder.

Run with scikit-learn 1.2.1, numpy 1.24.2: python3 make_discriminant_reference.py
"""
import csv
import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis as LDA
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis as QDA

with open("classification.csv") as f:
    table = list(csv.DictReader(line for line in f if not line.startswith("#")))
x = np.array([[float(row[f"x{j}"]) for j in range(4)] for row in table])
y = np.array([row["class"] for row in table])
double = np.column_stack([x, x[:, 0] + x[:, 1]])
priors = [0.5, 0.2, 0.3]
with open("discriminant_reference.csv", "w", newline="") as out:
    out.write("# origin: make_discriminant_reference.py with scikit-learn 1.2.1, numpy 1.24.2\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["case", "quantity", "index", "value"])
    for case, model, data in [
        ("lda", LDA(), x),
        ("lda_priors", LDA(priors=priors), x),
        ("lda_collinear", LDA(), double),
        ("lda_none_shrunk", LDA(solver="lsqr", shrinkage=0.0), x),
        ("lda_shrunk", LDA(solver="lsqr", shrinkage=0.3), x),
        ("lda_auto", LDA(solver="lsqr", shrinkage="auto"), x),
        ("lda_auto_priors", LDA(solver="lsqr", shrinkage="auto", priors=priors), x),
        ("qda", QDA(), x),
        ("qda_priors", QDA(priors=priors), x),
        ("qda_regularized", QDA(reg_param=0.2), x),
    ]:
        for c, column in enumerate(model.fit(data, y).predict_proba(data[:20]).T):
            for i, value in enumerate(column):
                writer.writerow([case, f"class{c}", i, repr(float(value))])
