"""Counts turnover, libraries, cards and evolution of the real hub, for HubTurnoverTest and its like.

What reports add to the studies is counted as they define it: snapshots of counts that are listed
when they change, lines through downloads and descendants, and scores in the order of names.

Run as: python3 hub_evolution.py DATA > ../resources/dev/clade/lineage/ecosystem/hub/hub_evolution.json

DATA is the folder that holds hub_models_2024_07 and the others. Needs pandas, SciPy, statsmodels,
pymannkendall and pycountry.
"""

import collections
import gzip
import json
import re
import sys
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import pycountry
import pymannkendall
import statsmodels.api as sm
from scipy import optimize, stats
from statsmodels.stats.multitest import multipletests

TABLES = Path(__file__).parents[2] / "main/resources/dev/clade/lineage/ecosystem"
OWNERS = (
    "google-bert distilbert FacebookAI openai-community google-t5 albert xlnet transfo-xl almanach "
    "dbmdz salesforce julien-c"
).split()
FIRST, LAST = "2022-04", "2024-06"


def tsv(path):
    return pd.read_csv(path, sep="\t", quoting=3, keep_default_na=False)


def lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def top(values, size):
    return set(sorted(values, key=lambda name: (-values[name], name.lower(), name))[:size])


def turnover(snapshots, size):
    ever, last, rows = set(), set(), []
    for label, values in snapshots:
        new = top(values, size)
        rows.append([len(last & new), len((new & ever) - last), len(new - ever)])
        ever |= new
        last = new
    return {"rows": rows, "ever": len(ever)}


def exports(data):
    state, snapshots = {}, []
    for moment, rows in tsv(data / "hub_models_2026_08/history.tsv.gz").groupby("snapshot_utc"):
        for row in rows.itertuples():
            state[row.id] = int(row.downloads_30d)
            if row.removed == "true" or row.removed is True:
                del state[row.id]
        snapshots.append((moment, dict(state)))
    return snapshots


def weeks(data):
    table = tsv(data / "timeseries_thebloke_2023_2024/weekly.tsv.gz")
    return [(w, dict(zip(g["id"], g["downloads"]))) for w, g in table.groupby("snapshot_utc")]


def dated(data, size=1000, window=45, most=8):
    """TheBloke's weeks as a catalogue lists them, and the snapshots that a report makes of them."""
    table = tsv(data / "timeseries_thebloke_2023_2024/weekly.tsv.gz").sort_values(
        ["id", "snapshot_utc"], kind="stable"
    )
    before = table.groupby("id")["downloads"].shift()
    table = table[before.isna() | (before != table["downloads"])]
    table = table.assign(day=pd.to_datetime(table["snapshot_utc"].str[:10]))
    counted = table.groupby("day")["id"].nunique()
    days = []
    for day in sorted(counted[counted >= size].index, reverse=True):
        if len(days) < most and (not days or (days[-1] - day).days >= 30):
            days.append(day)
    snapshots = []
    for day in reversed(days):
        known = table[(table["day"] <= day) & (table["day"] >= day - pd.Timedelta(days=window))]
        last = known.groupby("id").tail(1)
        snapshots.append((str(day.date()), dict(zip(last["id"], last["downloads"]))))
    found = turnover(snapshots, size)
    found["days"] = [day for day, _ in snapshots]
    found["counted"] = [len(values) for _, values in snapshots]
    return found


def resolver(ids):
    known, folded = set(ids), {}
    for name in sorted(ids):
        folded.setdefault(name.lower(), name)

    def resolve(name):
        if name in known:
            return name
        if name.lower() in folded:
            return folded[name.lower()]
        if "/" not in name:
            for owner in OWNERS:
                found = folded.get(f"{owner}/{name}".lower())
                if found:
                    return found
        return "?" + name.lower()

    return resolve


def two_years(data, models):
    resolve = resolver(models["id"])
    old = {}
    for row in lines(data / "hub_models_2022_02/models.jsonl.gz"):
        name = resolve(row["modelId"])
        name = row["modelId"] if name.startswith("?") else name
        old[name] = max(old.get(name, 0), row.get("downloads") or 0)
    return [("2022-02", old), ("2024-07", dict(zip(models["id"], models["downloads"])))]


def libraries(models):
    tags = set(pd.read_csv(TABLES / "library/library_tags.tsv", sep="\t")["tag"])
    resolve = resolver(models["id"])
    own, edges = {}, set()
    for row in models.itertuples():
        words = row.tags.split("|")
        own[row.id] = (set(words) & tags) | ({row.library_name} - {""})
        for word in words:
            if word.startswith("base_model:") and len(word) > 11:
                edges.add((resolve(word[11:]), row.id))
    edges = {(a, b) for a, b in edges if a != b}
    count = collections.defaultdict(lambda: [0, 0, 0, 0])
    for base, model in edges:
        if own[model]:
            for library in own.get(base, ()):
                count[library][0] += 1
                count[library][1] += library in own[model]
    for model in {model for _, model in edges}:
        for library in own[model]:
            count[library][2] += 1
            count[library][3] += len(own[model]) > 1
    derived = collections.Counter(base for base, _ in edges)
    downloads = dict(zip(models["id"], models["downloads"]))
    ofDerived = collections.Counter()
    for base, model in edges:
        ofDerived[base] += downloads[model]
    lines = {}
    for name, values in [("derived", ofDerived), ("own", downloads)]:
        pairs = [(values[base], n) for base, n in derived.items() if base in values]
        for rows, points in [("all", pairs), ("different", sorted(set(pairs)))]:
            x, y = np.log10(np.array(points, float) + 1e-5).T
            fit = stats.linregress(x, y)
            lines[f"{name} {rows}"] = [len(points), fit.slope, fit.intercept, fit.rvalue]
    return own, edges, {
        "lines": lines,
        "kept": {k: count[k] for k in sorted(count, key=lambda k: (-count[k][3], k))[:40]},
        "edges": len(edges),
        "parents": len(derived),
        "single": sum(n == 1 for n in derived.values()),
    }


def cards(data):
    texts = [row["text"] for row in lines(data / "model_cards_2022_02/cards_open_licence.jsonl.gz")]
    lower = [text.lower() for text in texts]
    lengths = [len(text) for text in texts if len(text) > 3]
    bodies = [re.sub(r"\A---\s*\n.*?\n---\s*(\n|\Z)", "", t, count=1, flags=re.DOTALL) for t in texts]
    bodies = [body for body in bodies if len(body) > 3]
    lowerBodies = [body.lower() for body in bodies]
    return {
        "count": len(texts),
        "there": len(lengths),
        "automatic": sum(
            "automatically generated" in t or "generated automatically" in t for t in lower
        ),
        "mean": float(np.mean(lengths)),
        "median": float(np.median(lengths)),
        "bodies": {
            "there": len(bodies),
            "automatic": sum(
                "automatically generated" in t or "generated automatically" in t
                for t in lowerBodies
            ),
            "mean": float(np.mean([len(body) for body in bodies])),
            "median": float(np.median([len(body) for body in bodies])),
        },
    }


# Without the code that ISO 639-1 has withdrawn, which the JDK does not know either.
LANGUAGES = {each.alpha_2 for each in pycountry.languages if hasattr(each, "alpha_2")} - {"sh"}


def described(models, edges):
    """Fields, and their share of the top and bottom 1,000 by three measures; ties by name."""
    models = models.sort_values("id", kind="stable")
    prefixes = ["arxiv", "base_model", "dataset", "license"]
    fields = {name: [] for name in prefixes + ["language", "library_name", "pipeline_tag"]}
    for row in models.itertuples():
        words = row.tags.split("|")
        for name in prefixes:
            fields[name].append(any(w.startswith(name + ":") and len(w) > len(name) + 1 for w in words))
        fields["language"].append(any(w in LANGUAGES for w in words))
        fields["library_name"].append(row.library_name != "")
        fields["pipeline_tag"].append(row.pipeline_tag != "")
    scores = np.array(list(fields.values())).mean(axis=0)
    derived = collections.Counter(base for base, _ in edges)
    measures = {
        "dependents": models["id"].map(lambda name: derived[name]).to_numpy(),
        "downloads": models["downloads"].to_numpy(),
        "likes": models["likes"].to_numpy(),
    }
    tests, p = {}, []
    for measure, values in measures.items():
        order = np.argsort(-values, kind="stable")
        a, b = scores[order[:1000]], scores[order[-1000:]]
        test = stats.ttest_ind(a, b, equal_var=False, alternative="greater")
        d = (a.mean() - b.mean()) / np.sqrt((a.var(ddof=1) + b.var(ddof=1)) / 2)
        tests[measure] = {"top": a.mean(), "bottom": b.mean(), "t": test.statistic, "d": d}
        p.append(test.pvalue)
    for measure, value in zip(tests, multipletests(p, method="holm")[1]):
        tests[measure]["adjusted"] = value
    return {
        "fields": {name: int(sum(found)) for name, found in fields.items()},
        "mean": scores.mean(),
        "tests": tests,
    }


CURVES = {
    "EXPONENTIAL": lambda x, a, b: a * np.exp(b * x),
    "LOGISTIC": lambda x, k, r, m: k / (1 + np.exp(-r * (x - m))),
    "QUADRATIC": lambda x, a, b, c: a + b * x + c * x * x,
}


def growth(counts):
    y = np.asarray(counts, float)
    x = np.arange(len(y))
    fit = sm.OLS(np.log(y), sm.add_constant(x)).fit()
    rate, interval = fit.params[1], fit.conf_int()[1]
    starts = {
        "EXPONENTIAL": [y[0], rate],
        "LOGISTIC": [1.5 * y.max(), 0.1, len(y)],
        "QUADRATIC": [1, 1, 1],
    }
    curves = {}
    for name, curve in CURVES.items():
        try:
            found, _ = optimize.curve_fit(curve, x, y, starts[name], maxfev=100_000)
        except RuntimeError:
            continue
        rss = ((curve(x, *found) - y) ** 2).sum()
        aic = len(y) * (np.log(2 * np.pi * rss / len(y)) + 1) + 2 * len(found)
        curves[name] = {"parameters": list(found), "residuals": rss, "aic": aic}
    return {
        "counts": [int(v) for v in y],
        "rate": rate,
        "rSquared": fit.rsquared,
        "doubling": [np.log(2) / rate, np.log(2) / interval[1], np.log(2) / interval[0]],
        "curves": curves,
    }


def monthly(labels, months, limit):
    """Labels by repository to counts, trends and ranks of those that most have."""
    index = {str(m): i for i, m in enumerate(months)}
    counts = collections.defaultdict(lambda: np.zeros(len(index), int))
    created = np.zeros(len(index), int)
    for month, found in labels:
        if month in index:
            created[index[month]] += 1
            for label in set(found):
                counts[label][index[month]] += 1
    def ranked(start, end):
        sums = {k: int(v[start:end].sum()) for k, v in counts.items()}
        return sorted((k for k in sums if sums[k]), key=lambda k: (-sums[k], k))
    names = ranked(0, len(index))[:limit]
    first, last = ranked(0, 12), ranked(len(index) - 12, len(index))
    trends = [pymannkendall.original_test(counts[k] / created) for k in names]
    adjusted = multipletests([t.p for t in trends], method="holm")[1]
    return {
        k: {
            "counts": [int(v) for v in counts[k]],
            "tau": t.Tau,
            "slope": t.slope,
            "adjusted": a,
            "ranks": [first.index(k) + 1 if k in first else 0, last.index(k) + 1 if k in last else 0],
        }
        for k, t, a in zip(names, trends, adjusted)
    }


def concentration(values):
    x = np.sort(np.asarray(values, float))
    n = len(x)
    gini = ((2 * np.arange(1, n + 1) - n - 1) * x).sum() / (n * x.sum())
    return [gini] + [x[n - int(np.ceil(p * n)) :].sum() / x.sum() for p in [0.01, 0.1, 0.2]]


def series(created, last):
    month = created.str[:7]
    months = pd.period_range(FIRST, last, freq="M")
    new = [int((month == str(m)).sum()) for m in months]
    before = int((month < FIRST).sum())
    return {
        "before": before,
        "new": growth(new),
        "cumulative": growth(np.cumsum(new) + before),
    }


def first_commits(data):
    """Of the models with commits, those that are older than the hub's record, by first commit."""
    first = {}
    for row in lines(data / "commits/hub_commits_2024_11.jsonl.gz"):
        first[row["model_id"]] = min(row["created_at"], first.get(row["model_id"], "9"))
    models = list(lines(data / "commits/hub_commits_2024_11_models.jsonl.gz"))
    old = [row for row in models if row["created_at"] < "2022-03-02T23:29:06"]
    dated = [first[r["modelId"]] for r in old if first.get(r["modelId"], "A") <= (r["created_at"] or "9")]
    return {
        "models": len(models),
        "unrecorded": len(old),
        "dated": len(dated),
        "months": dict(sorted(collections.Counter(time[:7] for time in dated).items())),
    }


def evolution(models, own):
    month = models["created_at"].str[:7]
    months = pd.period_range(FIRST, LAST, freq="M")
    owners = models.groupby(models["id"].str.split("/").str[0])
    modality = pd.read_csv(TABLES / "evolution/task_modalities.tsv", sep="\t")
    modality = dict(zip(modality["task"], modality["modality"]))
    domains = models["pipeline_tag"].map(lambda t: modality.get(t, "unknown") if t else "none")
    tags = models["tags"].str.split("|")
    inside = models[(month >= FIRST) & (month <= LAST)]
    popularity = inside.groupby(month)["downloads"].agg(["mean", "median", "max"])
    return {
        **series(models["created_at"], LAST),
        "owners": {
            "downloads": concentration(owners["downloads"].sum()),
            "likes": concentration(owners["likes"].sum()),
            "repositories": concentration(owners.size()),
        },
        "popularity": popularity.to_numpy().tolist(),
        "domains": monthly(zip(month, domains.map(lambda d: [d])), months, 20),
        "frameworks": monthly(zip(month, models["id"].map(own)), months, 20),
        "tags": monthly(
            ((m, [t for t in ts if t and ":" not in t]) for m, ts in zip(month, tags)), months, 20
        ),
        "datasets": monthly(
            ((m, [t[8:] for t in ts if t.startswith("dataset:") and len(t) > 8]) for m, ts in zip(month, tags)),
            months,
            20,
        ),
    }


def main():
    warnings.filterwarnings("ignore")
    data = Path(sys.argv[1])
    models = tsv(data / "hub_models_2024_07/models.tsv.gz")
    datasets = tsv(data / "hub_datasets_2024_07/datasets.tsv.gz")
    own, edges, preserved = libraries(models)
    found = {
        "exports": turnover(exports(data), 1000),
        "weeks": turnover(weeks(data), 100),
        "dated": dated(data),
        "twoYears": turnover(two_years(data, models), 1000),
        "libraries": preserved,
        "cards": cards(data),
        "described": described(models, edges),
        "evolution": evolution(models, own),
        "firstCommits": first_commits(data),
        "datasets": series(datasets["created_at"], LAST),
    }
    json.dump(found, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
