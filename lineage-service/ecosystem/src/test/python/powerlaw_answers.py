"""Writes what the Python package powerlaw, SciPy and mpmath answer about heavy-tailed counts.

Run as: python3 powerlaw_answers.py > ../resources/dev/clade/lineage/ecosystem/powerlaw/powerlaw_answers.json

Two data sets are those of Clauset, Shalizi and Newman that come with the package (MIT): how often
each word occurs in Moby Dick, and deaths in attacks of terrorists. The others are drawn. Each is
told as distinct values with counts. The package's likelihood (no estimate_discrete) is maximised
numerically, so its exponents are good to about 1e-5; "exact" has the root of the likelihood's
derivative by mpmath instead, and minimises the discrete log-normal's likelihood to the end.
"""

import json
import os
import warnings

import mpmath
import numpy as np
import powerlaw
import scipy
from scipy import optimize, special

SEED = 20240711
SMALLEST_TAIL = 50
# By default the package stops at an exponent of 3.
OPTIONS = {
    "discrete": True,
    "estimate_discrete": False,
    "parameter_ranges": {"alpha": [1.0001, 20]},
    "verbose": 0,
}


def reference(name):
    path = os.path.join(os.path.dirname(powerlaw.__file__), "reference_data", name)
    return np.rint(np.loadtxt(path)).astype(int)


def zipf_body(chance):
    """A power law of exponent 2.5 from 8 on, below which there is nearly no slope."""
    tail = chance.zipf(2.5, 60_000)
    return np.concatenate([tail[tail >= 8][:1_500], chance.integers(1, 8, 3_000)])


def lognormal(chance):
    values = np.rint(chance.lognormal(2, 1.2, 4_000)).astype(int)
    return values[values > 0]


def geometric(chance):
    return chance.geometric(0.05, 2_000)


def exact_alpha(tail, xmin):
    mean = mpmath.mpf(float(np.log(tail).mean()))

    def slope(s):
        return -mpmath.zeta(s, xmin, 1) / mpmath.zeta(s, xmin) - mean

    start = 1 + 1 / (float(mean) - np.log(xmin - 0.5))
    return mpmath.findroot(slope, (start, start + 0.01))


def standard_error(alpha, xmin, count):
    zeta, first, second = (mpmath.zeta(alpha, xmin, order) for order in range(3))
    return float(1 / mpmath.sqrt(count * (second / zeta - (first / zeta) ** 2)))


def power_law(alpha, xmin, tail):
    return -alpha * np.log(tail) - np.log(special.zeta(alpha, xmin))


def lognormal_tail(parameters, xmin, tail):
    mu, sigma = parameters[0], np.exp(parameters[1])

    def log_upper(x):
        return special.log_ndtr(-(np.log(x) - mu) / sigma)

    lower, upper = log_upper(tail - 0.5), log_upper(tail + 0.5)
    return lower + np.log(-np.expm1(upper - lower)) - log_upper(xmin - 0.5)


def exact_lognormal(xmin, tail):
    """Starts from several points; the best of the local optima."""
    distinct, counts = np.unique(tail, return_counts=True)
    logarithms = np.log(tail)
    found = []
    for widen in [1, 2, 4]:
        start = [logarithms.mean() - widen * logarithms.std(), np.log(widen * logarithms.std())]
        found.append(
            optimize.minimize(
                lambda p: -(counts * lognormal_tail(p, xmin, distinct)).sum() / len(tail),
                start,
                method="Nelder-Mead",
                options={"xatol": 1e-10, "fatol": 1e-15, "maxiter": 20_000, "maxfev": 20_000},
            )
        )
    best = min(found, key=lambda each: each.fun)
    return lognormal_tail(best.x, xmin, tail), [best.x[0], np.exp(best.x[1])]


def vuong(first, second):
    differences = first - second
    ratio, error = differences.sum(), differences.std() * np.sqrt(len(differences))
    return [ratio, ratio / error, special.erfc(abs(ratio / error) / np.sqrt(2))]


def compare(fit, alternative):
    result = fit.distribution_compare("power_law", alternative, normalized_ratio=True)
    return [float(each) for each in result]


def answers(name, values):
    fit = powerlaw.Fit(values, **OPTIONS)
    scan = fit.xmin_fitting_results
    large = np.array([(values >= xmin).sum() >= SMALLEST_TAIL for xmin in scan["xmins"]])
    best = np.flatnonzero(large)[np.argmin(scan["distances"][large])]
    xmin = int(scan["xmins"][best])
    at = powerlaw.Fit(values, xmin=xmin, **OPTIONS)
    tail = values[values >= xmin]
    alpha = exact_alpha(tail, xmin)
    law = power_law(float(alpha), xmin, tail)
    lognormal_probabilities, lognormal_parameters = exact_lognormal(xmin, tail)
    rate = np.log1p(1 / (tail.mean() - xmin))
    exponential = np.log(-np.expm1(-rate)) - rate * (tail - xmin)
    distinct, counts = np.unique(values, return_counts=True)
    steps = slice(0, None, max(1, large.sum() // 20))
    return {
        "name": name,
        "values": distinct.tolist(),
        "counts": counts.tolist(),
        "xmin": xmin,
        "alpha": float(scan["alphas"][best]),
        "distance": float(scan["distances"][best]),
        "scan": {
            "xmins": scan["xmins"][large][steps].astype(int).tolist(),
            "alphas": scan["alphas"][large][steps].tolist(),
            "distances": scan["distances"][large][steps].tolist(),
        },
        "lognormal": compare(at, "lognormal"),
        "exponential": compare(at, "exponential"),
        "exact": {
            "alpha": float(alpha),
            "standardError": standard_error(alpha, xmin, len(tail)),
            "logLikelihood": law.sum(),
            "lognormalParameters": lognormal_parameters,
            "lognormalLikelihood": lognormal_probabilities.sum(),
            "lognormal": vuong(law, lognormal_probabilities),
            "rate": rate,
            "exponential": vuong(law, exponential),
        },
    }


def zeta_values():
    points = [(1.01, 1), (1.5, 1), (2, 1), (2.5, 3), (1.7, 9090), (3.2, 15), (3.2, 16), (8, 2), (30, 5), (200, 400)]
    rows = []
    for s, q in points:
        zeta, first, second = (mpmath.zeta(mpmath.mpf(str(s)), q, order) for order in range(3))
        mean = -first / zeta
        rows.append([s, q, *(float(x) for x in [
            mpmath.log(zeta) + mpmath.mpf(str(s)) * mpmath.log(q), mean - mpmath.log(q), second / zeta - mean**2])])
    return rows


def cells():
    """ln p of the discrete log-normal tail; the last column of a row."""
    rows = []
    for xmin, mu, sigma in [(1, 0.5, 1.0), (7, -20, 4.5), (9090, -11, 5.8), (40, 9, 0.7), (3, -4e4, 200)]:
        for x in [xmin, xmin + 1, 30 * xmin, 1000 * xmin, 10**8]:
            def upper(y):
                return mpmath.erfc((mpmath.log(y) - mu) / (sigma * mpmath.sqrt(2)))

            half = mpmath.mpf(1) / 2
            p = (upper(x - half) - upper(x + half)) / upper(xmin - half)
            rows.append([xmin, mu, sigma, x, float(mpmath.log(p))])
    return rows


def main():
    warnings.filterwarnings("ignore")
    mpmath.mp.dps = 40
    chance = np.random.default_rng(SEED)
    sets = [
        answers("words", reference("words.txt")),
        answers("terrorism", reference("terrorism.txt")),
        answers("power law above 8", zipf_body(chance)),
        answers("lognormal", lognormal(chance)),
        answers("geometric", geometric(chance)),
    ]
    arguments = [-20, -6, -1, -0.25, 0, 0.1, 0.5, 1, 3.75, 10, 100, 1e6]
    print('{"versions":%s,' % json.dumps({"powerlaw": powerlaw.__version__, "scipy": scipy.__version__, "mpmath": mpmath.__version__}))
    print('"zeta":%s,' % json.dumps(zeta_values()))
    print('"erfcx":%s,' % json.dumps([[t, float(mpmath.log(mpmath.erfc(t)) + mpmath.mpf(t) ** 2)] for t in arguments]))
    print('"cells":%s,' % json.dumps(cells()))
    print('"sets":[')
    print(",\n".join(json.dumps(each, separators=(",", ":")) for each in sets))
    print("]}")


if __name__ == "__main__":
    main()
