"""Writes what NumPy, SciPy, pandas, statsmodels, scikit-posthocs and pymannkendall answer about
random counts.

Run as: python3 statistics_answers.py > ../resources/dev/clade/lineage/ecosystem/statistics_answers.json

The counts are skewed and have many ties and zeros, as a hub's.
"""

import itertools
import json
import math

import numpy as np
import pandas as pd
import pymannkendall
import scikit_posthocs
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.multitest import multipletests

SEED = 20240711
PORTIONS = [0.0001, 0.001, 0.01, 0.1, 0.2]
PROBABILITIES = [0, 0.05, 0.25, 1 / 3, 0.5, 0.75, 0.99, 1]


def counts(chance, size, scale=1.0):
    """Log-normal numbers rounded down: many zeros, few large."""
    return np.floor(scale * chance.lognormal(0.2, 1.5, size)).astype(int)


def gini(values):
    """Half the mean absolute difference of all pairs, relative to the mean."""
    pairs = np.abs(np.subtract.outer(values, values)).mean()
    return pairs / (2 * values.mean())


def top_share(values, portion):
    largest = -np.sort(-values)
    return largest[: math.ceil(portion * len(values))].sum() / values.sum()


def lorenz(values):
    cumulated = np.concatenate([[0], np.cumsum(np.sort(values))]) / values.sum()
    return [cumulated[step * len(values) // 100] for step in range(0, 101, 10)]


def summary(values):
    series = pd.Series(values)
    return {
        "values": values.tolist(),
        "mean": series.mean(),
        "sd": series.std(),
        "populationSd": np.std(values),
        "quantiles": np.quantile(values, PROBABILITIES).tolist(),
        "skewness": stats.skew(values),
        "adjustedSkewness": series.skew(),
        "gini": gini(values),
        "topShares": [top_share(values, portion) for portion in PORTIONS],
        "lorenz": lorenz(values),
    }


def correlation(chance, size):
    first = counts(chance, size)
    second = first + counts(chance, size)
    answer = stats.spearmanr(first, second)
    return {
        "first": first.tolist(),
        "second": second.tolist(),
        "rho": answer.statistic,
        "pValue": answer.pvalue,
    }


def matrix(chance, size):
    table = pd.DataFrame({name: counts(chance, size) for name in "abc"}).astype(float)
    table["c"] += table["a"]
    table = table.mask(chance.random(table.shape) < 0.2)
    present = table.notna().astype(int)
    return {
        "columns": [[None if math.isnan(x) else x for x in table[name]] for name in table],
        "rho": table.corr(method="spearman").to_numpy().tolist(),
        "counts": (present.T @ present).to_numpy().tolist(),
    }


def groups(chance, sizes):
    samples = [counts(chance, size, 1 + i / 2) for i, size in enumerate(sizes)]
    kruskal = stats.kruskal(*samples)
    data = [sample.tolist() for sample in samples]
    dunn = {
        method: scikit_posthocs.posthoc_dunn(data, p_adjust=method).to_numpy()
        for method in [None, "holm", "bonferroni"]
    }
    pairs = []
    for i, j in itertools.combinations(range(len(samples)), 2):
        test = stats.mannwhitneyu(samples[i], samples[j], method="asymptotic")
        wins = np.sign(np.subtract.outer(samples[i], samples[j]))
        pairs.append(
            {
                "dunn": dunn[None][i, j],
                "holm": dunn["holm"][i, j],
                "bonferroni": dunn["bonferroni"][i, j],
                "u": test.statistic,
                "pValue": test.pvalue,
                "cliffsDelta": wins.mean(),
            }
        )
    return {"groups": data, "h": kruskal.statistic, "pValue": kruskal.pvalue, "pairs": pairs}


def stages(chance, subjects):
    treatments = [counts(chance, subjects, 1 + i / 2) for i in range(3)]
    friedman = stats.friedmanchisquare(*treatments)
    tests = [
        stats.wilcoxon(*pair, method="asymptotic")
        for pair in itertools.combinations(treatments, 2)
    ]
    raw = [test.pvalue for test in tests]
    return {
        "treatments": [treatment.tolist() for treatment in treatments],
        "chiSquared": friedman.statistic,
        "pValue": friedman.pvalue,
        "z": [test.zstatistic for test in tests],
        "pairs": raw,
        "holm": multipletests(raw, method="holm")[1].tolist(),
    }


def trend(chance, size):
    values = np.floor(np.arange(size) / 4 + chance.normal(0, 3, size))
    kendall = pymannkendall.original_test(values)
    x = np.arange(size, dtype=float)
    models = {
        degree: sm.OLS(values, np.vander(x, degree + 1, increasing=True)).fit() for degree in [1, 2]
    }
    return {
        "values": values.tolist(),
        "s": kendall.s,
        "tau": kendall.Tau,
        "z": kendall.z,
        "pValue": kendall.p,
        "slope": kendall.slope,
        "intercept": kendall.intercept,
        "fits": [
            {
                "coefficients": fit.params.tolist(),
                "standardErrors": fit.bse.tolist(),
                "intervals": fit.conf_int(alpha=0.1).tolist(),
                "rSquared": fit.rsquared,
                "residuals": fit.ssr,
                "aic": fit.aic,
            }
            for fit in models.values()
        ],
    }


def main():
    chance = np.random.default_rng(SEED)
    sizes = [3, 10, 41, 100, 237]
    answers = {
        "versions": {
            module.__name__: module.__version__
            for module in [np, scipy, pd, statsmodels, scikit_posthocs, pymannkendall]
        },
        "probabilities": PROBABILITIES,
        "summaries": [summary(1 + counts(chance, 3)), *(summary(counts(chance, n)) for n in sizes[1:])],
        "correlations": [correlation(chance, n) for n in sizes[1:]],
        "matrices": [matrix(chance, n) for n in [12, 80]],
        "groups": [groups(chance, [n, n + 3, 2 * n]) for n in [5, 20, 60]],
        "stages": [stages(chance, n) for n in [12, 60]],
        "trends": [trend(chance, n) for n in [8, 24, 61]],
    }
    print("{")
    print(",\n".join(f'"{key}":' + json.dumps(value, separators=(",", ":")) for key, value in answers.items()))
    print("}")


if __name__ == "__main__":
    main()
