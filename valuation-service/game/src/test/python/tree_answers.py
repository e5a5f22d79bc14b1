"""Writes what shap and shapiq answer about a forest of drawn trees, for TreeEnsembleTest.

Run as: python3 tree_answers.py > ../resources/dev/clade/valuation/game/tree/tree_answers.csv
with scikit-learn 1.9, shap 0.49 and shapiq 1.4. Each line is a boosted ensemble of scikit-learn: the
number of players, then, after a semicolon each, its leaves as present:absent:value with commas
between them, and values of all players present against none, of shap's interventional TreeSHAP and of
shapiq's exact computer.
"""

import numpy as np
import shap
import shapiq
from sklearn.ensemble import GradientBoostingRegressor

random = np.random.default_rng(20260911)


def leaves(tree, node, present, absent, rate):
    if tree.children_left[node] < 0:
        yield present, absent, rate * tree.value[node, 0, 0]
        return
    player = 1 << int(tree.feature[node])
    yield from leaves(tree, tree.children_left[node], present, absent | player, rate)
    yield from leaves(tree, tree.children_right[node], present | player, absent, rate)


for number in range(6):
    n = 4 + number
    x = random.integers(0, 2, (60, n)).astype(float)
    y = random.normal(size=60) + x @ random.normal(size=n)
    model = GradientBoostingRegressor(max_depth=1 + number % 4, n_estimators=8, learning_rate=0.3)
    model.fit(x, y)
    parts = [leaf for (t,) in model.estimators_ for leaf in leaves(t.tree_, 0, 0, 0, 0.3)]
    explainer = shap.TreeExplainer(
        model, data=np.zeros((1, n)), feature_perturbation="interventional"
    )
    of_shap = explainer.shap_values(np.ones((1, n)))[0]
    computer = shapiq.ExactComputer(lambda rows: model.predict(rows.astype(float)), n_players=n)
    values = computer("SV", 1)
    print(
        n,
        ",".join(f"{a}:{b}:{value!r}" for a, b, value in ((a, b, float(v)) for a, b, v in parts)),
        ",".join(repr(float(v)) for v in of_shap),
        ",".join(repr(float(values[(i,)])) for i in range(n)),
        sep=";",
    )
