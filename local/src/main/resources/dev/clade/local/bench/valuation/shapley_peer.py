"""Estimates Shapley values with pyDVL and shapiq, on games given as tables of all coalitions.

Reads a line of budgets with commas between them, then a line a game: name, seed and utilities by
bit mask with commas, with tabs between them. Prints a line an estimate: name, seed, budget, method,
distinct coalitions asked for and values, with tabs between them.

A budget is of distinct coalitions, empty and grand included. shapiq counts some coalitions twice, so
its own budget is raised until the distinct ones are spent; pyDVL goes on until it asks for more than
the budget, and what counts are the values before that. ProxySPEX and SPEX are left out, as they need
packages that shapiq does not bring along.
"""
import logging
import sys
import warnings

import numpy as np
import pydvl.valuation.samplers as samplers
import shapiq.approximator as shapiq
from pydvl.utils.status import Status
from pydvl.valuation.dataset import Dataset
from pydvl.valuation.methods.shapley import ShapleyValuation
from pydvl.valuation.samplers.truncation import RelativeTruncation
from pydvl.valuation.stopping import StoppingCriterion
from pydvl.valuation.utility.base import UtilityBase

MOST_UPDATES = 200_000


class Table:
    """A game for shapiq that remembers what it was asked."""

    def __init__(self, utilities, players):
        self.utilities = utilities
        self.bits = 1 << np.arange(players)
        self.asked = {0, len(utilities) - 1}

    def __call__(self, rows):
        masks = np.atleast_1d(np.asarray(rows).astype(np.int64) @ self.bits)
        self.asked.update(masks.tolist())
        return self.utilities[masks]


class TableUtility(UtilityBase):
    """A game for pyDVL that remembers what it was asked."""

    def __init__(self, utilities):
        self.utilities = utilities
        self.asked = {0, len(utilities) - 1}

    def with_dataset(self, data, copy=True):
        self._training_data = data
        return self

    def __call__(self, sample):
        mask = 0 if sample is None else sum(1 << int(i) for i in sample.subset)
        self.asked.add(mask)
        return float(self.utilities[mask])


class Spent(StoppingCriterion):
    """Keeps the last values within each budget, and stops after the largest."""

    def __init__(self, utility, budgets):
        super().__init__(modify_result=False)
        self.utility = utility
        self.budgets = budgets
        self.values = {}
        self.updates = 0

    def _check(self, result):
        self.updates += 1
        count = len(self.utility.asked)
        for budget in self.budgets:
            if count <= budget:
                self.values[budget] = (count, result.values.copy())
        done = count > max(self.budgets) or self.updates > MOST_UPDATES
        return Status.Converged if done else Status.Pending

    def completion(self):
        return 0.0


def of_shapiq(n, seed):
    alike = np.ones(n + 1)
    return {
        "KernelSHAP": lambda: shapiq.KernelSHAP(n, random_state=seed),
        "KernelSHAP, paired": lambda: shapiq.KernelSHAP(n, pairing_trick=True, random_state=seed),
        "Leverage SHAP": lambda: shapiq.KernelSHAP(
            n, pairing_trick=True, sampling_weights=alike, random_state=seed
        ),
        "kADD-SHAP": lambda: shapiq.kADDSHAP(
            n, max_order=2, pairing_trick=True, random_state=seed
        ),
        "KernelSHAP-IQ": lambda: shapiq.KernelSHAPIQ(
            n, max_order=2, index="SII", pairing_trick=True, random_state=seed
        ),
        "KernelSHAP-IQ, inconsistent": lambda: shapiq.InconsistentKernelSHAPIQ(
            n, max_order=2, index="SII", pairing_trick=True, random_state=seed
        ),
        "unbiased KernelSHAP": lambda: shapiq.UnbiasedKernelSHAP(
            n, pairing_trick=True, random_state=seed
        ),
        "SVARM": lambda: shapiq.SVARM(n, random_state=seed),
        "SVARM, paired": lambda: shapiq.SVARMIQ(
            n, max_order=1, index="SV", pairing_trick=True, random_state=seed
        ),
        "stratified": lambda: shapiq.StratifiedSamplingSV(n, random_state=seed),
        "permutations": lambda: shapiq.PermutationSamplingSV(n, random_state=seed),
        "Owen": lambda: shapiq.OwenSamplingSV(n, n_anchor_points=2, random_state=seed),
    }


def of_pydvl(seed):
    def sizes(strategy):
        return samplers.StratifiedSampler(
            sample_sizes=strategy,
            sample_sizes_iteration=samplers.RandomSizeIteration,
            index_iteration=samplers.RandomIndexIteration,
            seed=seed,
        )

    return {
        "permutations": samplers.PermutationSampler(seed=seed),
        "truncated permutations": samplers.PermutationSampler(
            truncation=RelativeTruncation(rtol=0.01, burn_in_fraction=0.4), seed=seed
        ),
        "antithetic permutations": samplers.AntitheticPermutationSampler(seed=seed),
        "stratified": sizes(samplers.ConstantSampleSize()),
        "VRDS": sizes(samplers.HarmonicSampleSize()),
        "antithetic Owen": samplers.AntitheticOwenSampler(
            samplers.UniformOwenStrategy(1, seed=seed),
            n_samples_inner=1,
            index_iteration=samplers.RandomIndexIteration,
            seed=seed,
        ),
    }


def show(name, seed, budget, method, count, values):
    print(name, seed, budget, method, count, *map(float, values), sep="\t", flush=True)


def estimate(name, seed, utilities, budgets):
    n = len(utilities).bit_length() - 1
    for method, make in of_shapiq(n, seed).items():
        for budget in budgets:
            nominal, best = budget, None
            for _ in range(12):
                game = Table(utilities, n)
                found = make().approximate(nominal, game)
                if len(game.asked) > budget:
                    break
                best = (len(game.asked), [found[(i,)] for i in range(n)])
                if len(game.asked) >= budget - 2:
                    break
                nominal = max(nominal + 1, int(nominal * 1.15))
            if best:
                show(name, seed, budget, f"shapiq {method}", *best)
    for method, sampler in of_pydvl(seed).items():
        utility = TableUtility(utilities)
        spent = Spent(utility, budgets)
        data = Dataset(np.arange(n).reshape(-1, 1), np.zeros(n))
        ShapleyValuation(utility, sampler, spent, show_warnings=False).fit(data)
        for budget, (count, values) in spent.values.items():
            show(name, seed, budget, f"pyDVL {method}", count, values)


def main():
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    with open(sys.argv[1], encoding="utf-8") as lines:
        budgets = [int(budget) for budget in next(lines).split(",")]
        for line in lines:
            name, seed, utilities = line.rstrip("\n").split("\t")
            estimate(name, int(seed), np.array(utilities.split(","), dtype=float), budgets)


if __name__ == "__main__":
    main()
