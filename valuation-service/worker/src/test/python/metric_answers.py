"""Writes what scipy, scikit-learn and prdc answer about random samples, for IndependentAnswersTest.

Run as: python3 metric_answers.py > ../resources/dev/clade/valuation/worker/metric/metric_answers.csv
with numpy 2, scipy 1, scikit-learn 1 and prdc 0.2 (by the authors of density and coverage). Each line
is a case: the number of dimensions, then, after a semicolon each, reference points, generated points,
Frechet distance, the same extrapolated, kernel distance, its standard error, precision, recall,
density and coverage.
"""

import contextlib
import io

import numpy as np
from prdc import compute_prdc
from scipy.linalg import sqrtm
from sklearn.metrics.pairwise import polynomial_kernel

BLOCKS = 10
random = np.random.default_rng(20260401)


def frechet(reference, generated):
    shift = reference.mean(axis=0) - generated.mean(axis=0)
    first = np.cov(reference, rowvar=False)
    second = np.cov(generated, rowvar=False)
    return shift @ shift + np.trace(first + second - 2 * sqrtm(first @ second).real)


def extrapolated(reference, generated):
    """The intercept of a line over 1/n through all points and the average of two halves."""
    half = len(generated) // 2
    halves = np.mean([frechet(reference, part) for part in (generated[:half], generated[half : 2 * half])])
    line = np.polyfit([1 / len(generated), 1 / half], [frechet(reference, generated), halves], 1)
    return line[1]


def kernel_distance(reference, generated):
    def pairs(points):
        kernel = polynomial_kernel(points, degree=3, coef0=1)
        return kernel[~np.eye(len(points), dtype=bool)].mean()

    across = polynomial_kernel(reference, generated, degree=3, coef0=1).mean()
    return pairs(reference) + pairs(generated) - 2 * across


def blocks(points):
    size = len(points) // BLOCKS
    return points[: size * BLOCKS].reshape(BLOCKS, size, -1)


def neighbourhoods(reference, generated):
    with contextlib.redirect_stdout(io.StringIO()):
        three = compute_prdc(reference, generated, nearest_k=3)
        five = compute_prdc(reference, generated, nearest_k=5)
    return three["precision"], three["recall"], five["density"], five["coverage"]


for dimensions, size, other, shift, scale in [
    (2, 30, 40, 0.0, 1.0),
    (3, 45, 33, 0.7, 0.8),
    (5, 40, 60, 0.2, 1.5),
    (4, 33, 30, 2.5, 0.3),
]:
    reference = random.normal(size=(size, dimensions)).round(3)
    generated = (shift + scale * random.normal(size=(other, dimensions))).round(3)
    values = [kernel_distance(*pair) for pair in zip(blocks(reference), blocks(generated))]
    answers = [
        frechet(reference, generated),
        extrapolated(reference, generated),
        kernel_distance(reference, generated),
        np.std(values, ddof=1) / np.sqrt(BLOCKS),
        *neighbourhoods(reference, generated),
    ]
    numbers = [",".join(map(repr, map(float, points.ravel()))) for points in (reference, generated)]
    print(";".join([str(dimensions), *numbers, *(repr(float(answer)) for answer in answers)]))
