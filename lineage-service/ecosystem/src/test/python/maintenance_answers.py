"""Writes what scikit-learn answers about random clusters and labels.

Run as: python3 maintenance_answers.py > \\
    ../resources/dev/clade/lineage/ecosystem/maintenance/maintenance_answers.json
"""

import json

import numpy as np
import sklearn
from sklearn import cluster, metrics, preprocessing

SEED = 20231106


def rows(chance):
    """Two clouds of unequal size that touch."""
    return np.round(
        np.vstack([chance.normal(0, 1, (40, 3)), chance.normal(2.5, 1.5, (15, 3))]), 3
    )


def clusters(chance):
    found = rows(chance)
    scaled = preprocessing.StandardScaler().fit_transform(found)
    means = cluster.KMeans(2, n_init=50, random_state=SEED).fit(scaled)
    three = chance.integers(0, 3, len(found))
    return {
        "rows": found.tolist(),
        "inertia": means.inertia_,
        "labels": means.labels_.tolist(),
        "silhouette": metrics.silhouette_score(scaled, means.labels_),
        "three": three.tolist(),
        "silhouetteOfThree": metrics.silhouette_score(scaled, three),
        "adjustedRandIndex": metrics.adjusted_rand_score(means.labels_, three),
    }


def scores(chance):
    """Of each message the true classes and those given; the last class is never given."""
    truth = (chance.random((60, 3)) < [0.4, 0.3, 0.2]).astype(int)
    given = np.where(chance.random((60, 3)) < 0.7, truth, 1 - truth)
    given[:, 2] = 0
    precision, recall, f1, _ = metrics.precision_recall_fscore_support(
        truth, given, zero_division=0
    )
    return {
        "truth": truth.tolist(),
        "given": given.tolist(),
        "precision": precision.tolist(),
        "recall": recall.tolist(),
        "f1": f1.tolist(),
        "microF1": metrics.f1_score(truth, given, average="micro", zero_division=0),
        "macroF1": metrics.f1_score(truth, given, average="macro", zero_division=0),
        "exact": metrics.accuracy_score(truth, given),
    }


def main():
    chance = np.random.default_rng(SEED)
    print(
        json.dumps(
            {
                "program": f"scikit-learn {sklearn.__version__}",
                "clusters": clusters(chance),
                "scores": scores(chance),
            }
        )
    )


main()
