"""The best dynamic Bayesian network of two steps, by trying every set of parents of every variable
and every order of the variables of the later step (Silander and Myllymaki 2006).

Run alone it answers about random patterns, as: python3 dynamic_network.py > \\
    ../resources/dev/clade/lineage/ecosystem/maintenance/network_of_patterns.json
"""

import collections
import itertools
import json
import math
import random

SEED = 20241115


def score(counts, child, parents):
    """BIC in natural logarithms: log-likelihood less half of ln n for each combination."""
    combinations = collections.defaultdict(lambda: [0, 0])
    for pattern, count in counts.items():
        key = tuple(pattern[parent] for parent in parents)
        combinations[key][pattern[child]] += count
    likelihood = sum(
        n * math.log(n / sum(row)) for row in combinations.values() for n in row if n
    )
    return likelihood - math.log(sum(counts.values())) / 2 * 2 ** len(parents)


def subsets(items):
    return itertools.chain.from_iterable(
        itertools.combinations(items, size) for size in range(len(items) + 1)
    )


def best_network(counts, variables):
    """The score of the best network, with the parents of each variable of the later step."""
    half = variables // 2
    later = range(half, variables)
    best = {}
    for child in later:
        others = [each for each in later if each != child]
        for inside in subsets(others):
            found = max(
                (score(counts, child, sorted(before + inside)), sorted(before + inside))
                for before in subsets(range(half))
            )
            within = [best[child, tuple(x for x in inside if x != each)] for each in inside]
            best[child, inside] = max([found] + within)
    networks = {(): (0, {})}
    for chosen in subsets(later):
        for last in chosen:
            rest = tuple(each for each in chosen if each != last)
            gain, parents = best[last, rest]
            total = networks[rest][0] + gain
            if chosen not in networks or total > networks[chosen][0]:
                networks[chosen] = (total, networks[rest][1] | {last: parents})
    return networks[tuple(later)]


def best_of_before(counts, variables):
    """The score of the best network whose edges all come from the step before."""
    half = variables // 2
    return sum(
        max(score(counts, child, parents) for parents in subsets(range(half)))
        for child in range(half, variables)
    )


def patterns(chance):
    """Steps of three variables: 3 by 0 and 1 before, 4 by 1 before and by 3, 5 by nothing."""
    counts = collections.Counter()
    for _ in range(3000):
        before = [int(chance.random() < p) for p in (0.5, 0.3, 0.6)]
        third = int(chance.random() < 0.1 + 0.4 * before[0] + 0.3 * before[1])
        fourth = int(chance.random() < 0.2 + 0.3 * before[1] + 0.4 * third)
        counts[tuple(before + [third, fourth, int(chance.random() < 0.4)])] += 1
    return counts


def main():
    counts = patterns(random.Random(SEED))
    total, parents = best_network(counts, 6)
    families = [
        {"child": child, "parents": list(some), "score": score(counts, child, some)}
        for child in range(3, 6)
        for some in subsets([each for each in range(6) if each != child])
    ]
    print(
        json.dumps(
            {
                "patterns": [[list(pattern), count] for pattern, count in sorted(counts.items())],
                "families": families,
                "bestScore": total,
                "bestScoreOfBefore": best_of_before(counts, 6),
                "bestParents": {str(each): found for each, found in sorted(parents.items())},
            }
        )
    )


if __name__ == "__main__":
    main()
