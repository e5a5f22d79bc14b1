"""Prints the plausibility of a power law of the words of Moby Dick, for PlausibilityTest.

Run as: python3 powerlaw_plausibility.py [step]

With a step, such as 0.01, exponents are rounded to it, as in the programs of Clauset, Shalizi and
Newman. 150 replicates have a standard error of .04, and take a minute or two.
"""

import os
import sys

import numpy as np
import powerlaw
from scipy import optimize, special

SEED = 1
REPLICATES = 150
SMALLEST_TAIL = 50
LARGEST = 200_000


def likeliest(xmin, mean, step):
    alpha = optimize.minimize_scalar(
        lambda s: np.log(special.zeta(s, xmin)) + s * mean,
        bounds=(1.01, 12),
        method="bounded",
        options={"xatol": 1e-7},
    ).x
    return round(alpha / step) * step if step else alpha


def best(values, step):
    distinct, counts = np.unique(values, return_counts=True)
    tails = counts[::-1].cumsum()[::-1]
    logarithms = (counts * np.log(distinct))[::-1].cumsum()[::-1]
    fits = []
    for i in np.flatnonzero(tails >= SMALLEST_TAIL):
        alpha = likeliest(distinct[i], logarithms[i] / tails[i], step)
        law = special.zeta(alpha, distinct[i:]) / special.zeta(alpha, distinct[i])
        fits.append((np.abs(law - tails[i:] / tails[i]).max(), distinct[i], alpha))
    return min(fits)


def replicate(chance, values, xmin, alpha):
    body = values[values < xmin]
    count = chance.binomial(len(values), 1 - len(body) / len(values))
    numbers = np.arange(xmin, LARGEST)
    survival = special.zeta(alpha, numbers) / special.zeta(alpha, xmin)
    tail = numbers[np.searchsorted(-survival, -chance.random(count), side="right") - 1]
    return np.concatenate([tail, chance.choice(body, len(values) - count)])


def main():
    step = float(sys.argv[1]) if len(sys.argv) > 1 else None
    path = os.path.join(os.path.dirname(powerlaw.__file__), "reference_data", "words.txt")
    words = np.rint(np.loadtxt(path)).astype(int)
    distance, xmin, alpha = best(words, step)
    chance = np.random.default_rng(SEED)
    further = sum(
        best(replicate(chance, words, xmin, alpha), step)[0] >= distance for _ in range(REPLICATES)
    )
    print(f"xmin {xmin}, alpha {alpha:.5f}, distance {distance:.6f}, p {further / REPLICATES:.3f}")


if __name__ == "__main__":
    main()
