"""Writes what shapiq and numpy answer about random games, for IndependentAnswersTest.

Run as: python3 game_answers.py > ../resources/dev/clade/valuation/game/testing/game_answers.csv
with shapiq 1.4 and numpy 2. Each line is a game: the number of players, then, after a semicolon each,
utilities by bit mask, Shapley values, Banzhaf values (both of shapiq's exact computer), bit masks of
a sample, and the values of Leverage SHAP and of size-adjusted regression from that sample.

Both regressions are solved here in another form than in Clade: Leverage SHAP in its constrained form
by Lagrange multipliers, size-adjusted regression with the columns of the curve beside one a
player.
"""

import math

import numpy as np
import shapiq

GAMES = 12
random = np.random.default_rng(20240711)


def exact(utilities, n, index):
    powers = 1 << np.arange(n)
    computer = shapiq.ExactComputer(lambda rows: utilities[rows @ powers], n_players=n)
    values = computer(index, 1)
    return [values[(i,)] for i in range(n)]


def sample(n):
    """Four pairs of each size, as masks."""
    masks = set()
    for size in range(1, n // 2 + 1):
        while sum(m.bit_count() == size for m in masks) < (8 if 2 * size == n else 4):
            mask = sum(1 << int(i) for i in random.permutation(n)[:size])
            masks |= {mask, (1 << n) - 1 - mask}
    return sorted(masks)


def rows(masks, n):
    z = np.array([[m >> i & 1 for i in range(n)] for m in masks], dtype=float)
    sizes = z.sum(axis=1).astype(int)
    counts = np.bincount(sizes, minlength=n)
    # Shapley kernel over the probability of inclusion.
    weights = [
        1 / (math.comb(n, k) * k * (n - k)) / (counts[k] / math.comb(n, k)) for k in sizes
    ]
    return z, sizes, np.array(weights)


def leverage(utilities, masks, n):
    z, _, weights = rows(masks, n)
    y = utilities[masks] - utilities[0]
    system = np.zeros((n + 1, n + 1))
    system[:n, :n] = z.T @ (weights[:, None] * z)
    system[:n, n] = system[n, :n] = 1
    right = np.append(z.T @ (weights * y), utilities[-1] - utilities[0])
    return np.linalg.solve(system, right)[:n]


def curve(sizes, n):
    """An intercept for each size or, below four coalitions a player, a quadratic."""
    if len(sizes) < 4 * n:
        return np.vander(sizes, 3).astype(float)
    return np.eye(n)[sizes][:, 1:]


def size_adjusted(utilities, masks, n):
    z, sizes, weights = rows(masks, n)
    columns = np.hstack([curve(sizes, n), z])
    root = np.sqrt(weights)
    fitted = np.linalg.lstsq(root[:, None] * columns, root * utilities[masks], rcond=None)[0]
    slopes = fitted[-n:]
    return slopes - slopes.mean() + (utilities[-1] - utilities[0]) / n


for number in range(GAMES):
    n = 5 + number % 4
    utilities = random.uniform(-1, 1, 1 << n)
    while True:
        masks = sample(n)
        z, sizes, _ = rows(masks, n)
        if np.linalg.matrix_rank(np.hstack([np.eye(n)[sizes][:, 1:], z])) == 2 * n - 2:
            break
    parts = [
        utilities,
        exact(utilities, n, "SV"),
        exact(utilities, n, "BV"),
        masks,
        leverage(utilities, masks, n),
        size_adjusted(utilities, masks, n),
    ]
    print(n, *(",".join(repr(float(x)) for x in part) for part in parts), sep=";")
