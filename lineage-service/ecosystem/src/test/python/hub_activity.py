"""Counts the activity of the hub of July 2024 with pandas and SciPy, for HubActivityTest.

Run as: python3 hub_activity.py DATA > ../resources/dev/clade/lineage/ecosystem/hub/hub_activity.json

DATA is the folder that holds hub_models_2024_07 and hub_datasets_2024_07.
"""

import itertools
import json
import math
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import optimize, special, stats

GROUPS = Path(__file__).parents[2] / "main/resources/dev/clade/lineage/ecosystem/activity/license_groups.tsv"
PORTIONS = [0.0001, 0.001, 0.01, 0.1, 0.2]
SMALLEST_TAIL = 50
FIELDS = {
    "COMPUTER_VISION": "computer-vision depth-estimation image-classification object-detection "
    "image-segmentation image-to-image unconditional-image-generation video-classification "
    "zero-shot-image-classification",
    "LANGUAGE": "text-classification token-classification table-question-answering "
    "question-answering zero-shot-classification translation summarization conversational "
    "text-generation text2text-generation fill-mask sentence-similarity",
    "MULTIMODAL": "multimodal feature-extraction text-to-image image-to-text text-to-video "
    "visual-question-answering document-question-answering graph-machine-learning",
}


def describe(values):
    ranked = np.sort(values)[::-1]
    places = np.arange(1, len(values) + 1)
    gini = ((2 * places - len(values) - 1) * ranked[::-1]).sum() / (len(values) * values.sum())
    series = pd.Series(values)
    return {
        "count": len(values),
        "mean": series.mean(),
        "median": series.median(),
        "sd": series.std(),
        "max": int(series.max()),
        "zeroShare": (series == 0).mean(),
        "skewness": stats.skew(values.astype(float)),
        "adjustedSkewness": series.skew(),
        "gini": gini,
        "herfindahl": float(((values / values.sum()) ** 2).sum()),
        "topShares": [ranked[: math.ceil(p * len(values))].sum() / values.sum() for p in PORTIONS],
    }


def power_law(values):
    """Scans all observed values; returns the one of the smallest distance."""
    distinct, counts = np.unique(values[values > 0], return_counts=True)
    tails = counts[::-1].cumsum()[::-1]
    logarithms = (counts * np.log(distinct))[::-1].cumsum()[::-1]
    best = None
    for i in np.flatnonzero(tails >= SMALLEST_TAIL):
        xmin, mean = distinct[i], logarithms[i] / tails[i]
        alpha = optimize.minimize_scalar(
            lambda s: np.log(special.zeta(s, xmin)) + s * mean,
            bounds=(1.0001, 20),
            method="bounded",
            options={"xatol": 1e-9},
        ).x
        law = special.zeta(alpha, distinct[i:]) / special.zeta(alpha, xmin)
        distance = np.abs(law - tails[i:] / tails[i]).max()
        if best is None or distance < best["distance"]:
            best = {"xmin": int(xmin), "alpha": alpha, "distance": distance, "tail": int(tails[i])}
    return best


def top(sums):
    """Returns the three owners who have most, equal ones by name."""
    ranked = sorted(sums.items(), key=lambda owner: (-owner[1], owner[0]))
    return [[name, int(total)] for name, total in ranked[:3]]


def licenses(table, groups, first):
    def group(names):
        if not names:
            return "NONE"
        found = {groups.get(name.lower(), "UNKNOWN") for name in (names[:1] if first else names)}
        return next(g for g in ["RESTRICTIVE", "UNKNOWN", "PERMISSIVE"] if g in found)

    column = table["licenses"].map(group)
    kruskal = {}
    for measure in ["LIKES", "DOWNLOADS"]:
        samples = [table[measure][column == g].to_numpy() for g in ["PERMISSIVE", "RESTRICTIVE", "NONE"]]
        kruskal[measure] = {
            "h": stats.kruskal(*samples).statistic,
            "cliffsDelta": [
                2 * stats.mannwhitneyu(a, b, method="asymptotic").statistic / len(a) / len(b) - 1
                for a, b in itertools.combinations(samples, 2)
            ],
        }
    return {"repositories": column.value_counts().to_dict(), "tests": kruskal}


def answers(path, groups):
    table = pd.read_csv(path, sep="\t", quoting=3, keep_default_na=False)
    table = table.rename(columns={"likes": "LIKES", "downloads": "DOWNLOADS"})
    tags = table["tags"].str.split("|")
    table["licenses"] = tags.map(lambda t: [x[8:] for x in t if x.startswith("license:") and len(x) > 8])
    table["owner"] = table["id"].str.split("/").str[0]
    columns = table[["LIKES", "DOWNLOADS"]]
    both = columns[(columns > 0).all(axis=1)]
    fields = {name: set(words.split()) for name, words in FIELDS.items()}
    members = {name: tags.map(lambda t: not words.isdisjoint(t)) for name, words in fields.items()}
    return {
        "measures": {
            name: {**describe(columns[name].to_numpy()), "powerLaw": power_law(columns[name].to_numpy())}
            for name in columns
        },
        "rho": columns.corr(method="spearman").iloc[0, 1],
        "rhoNonZero": both.corr(method="spearman").iloc[0, 1],
        "nonZero": len(both),
        "owners": {
            "count": int(table["owner"].nunique()),
            "gini": describe(table["owner"].value_counts().to_numpy())["gini"],
            "top": {
                "REPOSITORIES": top(table["owner"].value_counts()),
                "DOWNLOADS": top(table.groupby("owner")["DOWNLOADS"].sum()),
            },
            "downloads": describe(table.groupby("owner")["DOWNLOADS"].sum().to_numpy())["gini"],
        },
        "fields": {
            a: {b: int((members[a] & members[b]).sum()) for b in fields} for a in fields
        },
        "fieldMeans": {name: table["DOWNLOADS"][members[name]].mean() for name in fields},
        "licenses": {
            "FIRST": licenses(table, groups, True),
            "ALL": licenses(table, groups, False),
        },
    }


def main():
    data = Path(sys.argv[1])
    groups = pd.read_csv(GROUPS, sep="\t").set_index("license")["group"].to_dict()
    found = {
        "MODEL": answers(data / "hub_models_2024_07/models.tsv.gz", groups),
        "DATASET": answers(data / "hub_datasets_2024_07/datasets.tsv.gz", groups),
    }
    json.dump(found, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
