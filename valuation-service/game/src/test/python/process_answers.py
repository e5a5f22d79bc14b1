"""Writes what numpy answers about the games of game_answers.csv, for GaussianProcessShapTest.

Run as: python3 process_answers.py ../resources/dev/clade/valuation/game/testing/game_answers.csv \
    > ../resources/dev/clade/valuation/game/process/process_answers.csv
with numpy 2. Each line is a game in the same order: the values that are expected under the process
given the sample, a semicolon, and the squares of the standard errors.

The process is solved in another form than in Clade: by generalized least squares with the inverse of
each covariance, Shapley values by the formula over all coalitions, and standard errors by leaving
out each pair and solving again.
"""

import math
import sys

import numpy as np

DECAYS = (0.03, 0.1, 0.4)
WORTHS = (0, 3, 30, 1e6)
NOISES = (1e-8, 1e-6, 1e-4, 1e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)


def shapley_weights(n):
    """The weight of each coalition's utility in each player's value."""
    weights = np.zeros((n, 1 << n))
    for player in range(n):
        for mask in range(1 << n):
            others = (mask & ~(1 << player)).bit_count()
            weight = 1 / (n * math.comb(n - 1, others))
            weights[player, mask] = weight if mask >> player & 1 else -weight
    return weights


def generalized(covariance, curve, y):
    """The inverse with the curve projected away, and the restricted log-likelihood's parts."""
    inverse = np.linalg.inv(covariance)
    information = curve.T @ inverse @ curve
    project = inverse - inverse @ curve @ np.linalg.solve(information, curve.T @ inverse)
    determinants = np.linalg.slogdet(covariance)[1] + np.linalg.slogdet(information)[1]
    return project, y @ project @ y, determinants


def solve(n, utilities, masks):
    full = (1 << n) - 1
    halves = [m for m in masks if m >> (n - 1) & 1]
    y = np.array([(utilities[m] - utilities[full - m]) / 2 for m in halves])
    count = len(halves)
    t = np.array([2 * m.bit_count() / n - 1 for m in halves])
    curve = np.stack([t, t**3], axis=1)
    annihilator = np.eye(count) - curve @ np.linalg.pinv(curve)
    free = count - 2
    weights = shapley_weights(n)
    everything = range(1 << n)
    distance = np.array([[(a ^ b).bit_count() for b in halves] for a in everything])
    bits = np.array([[m >> i & 1 for i in range(n)] for m in everything])
    centered = bits - bits.mean(axis=1, keepdims=True)
    additive = centered @ centered[halves].T
    share = count / (2 ** (n - 1) - 1)
    points = []
    for decay in DECAYS:
        base = (1 - decay) / (1 + decay)
        interactions = (base**distance - base ** (n - distance)) / 2
        for times in WORTHS:
            unscaled = [interactions, additive]
            scaled = [k / (np.trace(annihilator @ k[halves]) / free) for k in unscaled]
            k = (scaled[0] + times * scaled[1]) / (1 + times)
            values = weights @ k
            values -= values.mean(axis=0)
            for noise in NOISES:
                covariance = k[halves] + noise * np.eye(count)
                project, squares, determinants = generalized(covariance, curve, y)
                likelihood = -(free * np.log(squares) + determinants) / 2
                left = noise * project @ y
                expected = values @ project @ y
                expected = expected + share * 2 * weights[:, halves] @ left
                variances = np.zeros(n)
                for out in range(count):
                    rest = [i for i in range(count) if i != out]
                    smaller, _, _ = generalized(
                        covariance[np.ix_(rest, rest)], curve[rest], y[rest]
                    )
                    moved = values @ project @ y - values[:, rest] @ smaller @ y[rest]
                    variances += moved**2
                points.append((likelihood, expected, variances))
    best = max(p[0] for p in points)
    points = [p for p in points if math.exp(p[0] - best) >= 1e-3]
    chances = np.exp([p[0] - best for p in points])
    chances /= chances.sum()
    mean = sum(c * p[1] for c, p in zip(chances, points))
    variance = sum(c * (p[2] + (p[1] - mean) ** 2) for c, p in zip(chances, points))
    return mean + (utilities[full] - utilities[0]) / n, variance


for line in open(sys.argv[1], encoding="utf-8"):
    parts = line.split(";")
    n = int(parts[0])
    numbers = np.array(parts[1].split(","), dtype=float)
    sample = [int(float(m)) for m in parts[4].split(",")]
    print(*(",".join(repr(float(x)) for x in part) for part in solve(n, numbers, sample)), sep=";")
