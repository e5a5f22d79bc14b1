"""Writes what SciPy and NumPy answer about random scores, for IndependentAnswersTest of evaluation.

Run as: python3 evaluation_answers.py > ../resources/dev/clade/valuation/game/evaluation/evaluation_answers.csv
with SciPy 1.17 and NumPy 2. Each line is a test of values, parts after semicolons: the number of
players, bit masks of subsets of equal size in order, utilities seed by seed (seeds after |), values,
scores by seed, their mean, standard deviation and both ends of the t interval, correlations between
seeds, the in-sample score of the additive optimum, exact values, and relative error, spread error,
Pearson's and Spearman's correlation of values with these.

The additive optimum is solved by lstsq with a column of ones. Utilities are rounded so that some are
tied, and values are eighths, so that sums of them are tied exactly.
"""

import itertools

import numpy as np
from scipy import stats

random = np.random.default_rng(20261128)


def text(numbers):
    return ",".join(repr(float(x)) for x in np.atleast_1d(numbers))


for number in range(8):
    n = 6 + number % 3
    size = n // 2
    masks = sorted(sum(1 << i for i in c) for c in itertools.combinations(range(n), size))
    masks = sorted(random.choice(masks, size=min(len(masks), 18 + number), replace=False).tolist())
    z = np.array([[m >> i & 1 for i in range(n)] for m in masks], dtype=float)
    exact = random.normal(size=n)
    values = np.round(8 * (exact + random.normal(scale=0.5, size=n))) / 8
    seeds = [
        np.round(z @ exact + random.normal(scale=0.7, size=len(masks)), 1)
        for _ in range(2 + number % 3)
    ]
    sums = z @ values
    scores = np.array([100 * stats.spearmanr(sums, u).statistic for u in seeds])
    ends = stats.t.interval(0.95, len(scores) - 1, loc=scores.mean(), scale=stats.sem(scores))
    ceilings = [
        100 * stats.spearmanr(a, b).statistic for a, b in itertools.combinations(seeds, 2)
    ]
    columns = np.hstack([np.ones((len(masks), 1)), z])
    optimum = []
    for u in seeds:
        fitted = columns @ np.linalg.lstsq(columns, u, rcond=None)[0]
        optimum.append(100 * stats.spearmanr(np.round(fitted, 9), u).statistic)
    error = values - exact
    parts = [
        text(masks),
        "|".join(text(u) for u in seeds),
        text(values),
        text(scores),
        text([scores.mean(), scores.std(ddof=1), *ends]),
        text(ceilings),
        text(np.mean(optimum)),
        text(exact),
        text(
            [
                np.linalg.norm(error) / np.linalg.norm(exact),
                (error**2).sum() / ((exact - exact.mean()) ** 2).sum(),
                stats.pearsonr(values, exact).statistic,
                stats.spearmanr(values, exact).statistic,
            ]
        ),
    ]
    print(n, *parts, sep=";")
