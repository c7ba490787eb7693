"""Writes trees_wine.csv and trees_diabetes.csv (data) and trees_reference.csv (what scikit-learn grows).

Made with Python 3.11, scikit-learn 1.2.1. Run in this folder: python3 make_trees.py
The data are those of scikit-learn: all of wine, the first 200 rows of diabetes, so that no column
has more than 255 distinct values. The reference has, for each case and in preorder: the feature of
each node (-1: leaf), its rows, and by how much its split lowers the weighted impurity; for each
training row its leaf and its prediction (the probability of class 0); the cost-complexity path. Only trees that do not depend on the order in which
scikit-learn looks at equally good splits are written.
"""

import numpy as np
import sklearn
from sklearn.datasets import load_diabetes, load_wine
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

STATES = range(12)


def preorder(tree):
    order, stack = [], [0]
    while stack:
        node = stack.pop()
        order.append(node)
        if tree.children_left[node] >= 0:
            stack += [tree.children_right[node], tree.children_left[node]]
    return order


def shape(model, x):
    tree = model.tree_
    order = preorder(tree)
    place = {node: k for k, node in enumerate(order)}
    return (
        [int(max(-1, tree.feature[k])) if tree.children_left[k] >= 0 else -1 for k in order],
        [int(tree.n_node_samples[k]) for k in order],
        [place[k] for k in tree.apply(x.astype(np.float32))],
    )


def decrease(tree, k):
    left, right = tree.children_left[k], tree.children_right[k]
    if left < 0:
        return 0.0
    w, i = tree.weighted_n_node_samples, tree.impurity
    return w[k] * i[k] - w[left] * i[left] - w[right] * i[right]


def case(out, name, learner, parameters, x, y, weights=None):
    models = [learner(random_state=s, **parameters).fit(x, y, weights) for s in STATES]
    model = models[0]
    assert all(shape(m, x) == shape(model, x) for m in models), name + " is ambiguous"
    tree = model.tree_
    order = preorder(tree)
    features, samples, leaves = shape(model, x)
    values = model.predict_proba(x)[:, 0] if hasattr(model, "predict_proba") else model.predict(x)
    path = learner(random_state=0, **parameters).cost_complexity_pruning_path(x, y, weights)
    columns = {
        "feature": features,
        "samples": samples,
        "decrease": [decrease(tree, k) for k in order],
        "leaf": leaves,
        "value": values,
        "alpha": path.ccp_alphas,
    }
    for quantity, numbers in columns.items():
        for i, number in enumerate(numbers):
            out.write(f"{name},{quantity},{i},{float(number)!r}\n")


def write_data(name, x, y):
    with open(f"trees_{name}.csv", "w") as file:
        file.write(f"# scikit-learn {sklearn.__version__}, make_trees.py\n")
        file.write(",".join([f"x{j}" for j in range(x.shape[1])] + ["y"]) + "\n")
        for row, target in zip(x, y):
            file.write(",".join([repr(float(v)) for v in row] + [repr(float(target))]) + "\n")


wine, kind = load_wine(return_X_y=True)
diabetes, disease = load_diabetes(return_X_y=True, scaled=False)
diabetes, disease = diabetes[:200], disease[:200]
write_data("wine", wine, kind)
write_data("diabetes", diabetes, disease)
weights = 1.0 + np.arange(len(disease)) % 3 / 2
with open("trees_reference.csv", "w") as out:
    out.write(f"# scikit-learn {sklearn.__version__}, make_trees.py\n")
    out.write("case,quantity,index,value\n")
    c, r = DecisionTreeClassifier, DecisionTreeRegressor
    case(out, "gini", c, {"max_depth": 2}, wine, kind)
    case(out, "entropy", c, {"criterion": "entropy", "max_depth": 2}, wine, kind)
    case(out, "leaves", c, {"max_leaf_nodes": 5}, wine, kind)
    case(out, "split", c, {"min_samples_split": 60}, wine, kind)
    case(out, "balanced", c, {"class_weight": "balanced", "max_depth": 2}, wine, kind)
    case(out, "squared", r, {"max_depth": 4, "min_samples_leaf": 3}, diabetes, disease)
    case(out, "weights", r, {"max_depth": 3, "min_samples_leaf": 5}, diabetes, disease, weights)
    case(out, "absolute", r, {"criterion": "absolute_error", "max_depth": 3}, diabetes, disease)
    case(out, "poisson", r, {"criterion": "poisson", "max_depth": 3}, diabetes, disease)
