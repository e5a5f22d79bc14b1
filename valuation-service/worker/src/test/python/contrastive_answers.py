"""The losses of an embedding, worked out number by number, that the worker's tests compare with.

    python3 contrastive_answers.py > ../resources/dev/clade/valuation/worker/contrastive/loss/contrastive_answers.txt

No library is used, and each loss is written as its definition reads: no matrices, no masks, no logarithms of sums
taken apart. Vectors follow from their numbers, so that only answers are stored: one line a name, then its values.
"""

from itertools import combinations
from math import exp, log, sqrt

ROWS, VIEWS, WIDTH = 6, 3, 5
SCALE = 4.0
PRESENT = [[1, 1, 1], [1, 1, 0], [1, 1, 1], [0, 1, 0], [1, 1, 0], [1, 0, 1]]
ALL = [[1] * VIEWS] * ROWS
GATES = [0.5, 0.2, 0.3]
BANNED = {(0, 2), (1, 4)}
LABELS = [1, 0, 1, -1, 0, 2]
CHILDREN, CANDIDATES, PAIR = 2, 4, 2
DECLARED = [{0}, {1, 3}]
IMPOSSIBLE = {(0, 2), (1, 0)}


def series(count, scale, seed):
    return [((i * 7919 + seed) % 2003 / 2003 - 0.5) * scale for i in range(count)]


def matrix(rows, columns, seed):
    numbers = series(rows * columns, 2, seed)
    return [numbers[i * columns:(i + 1) * columns] for i in range(rows)]


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def unit(a):
    return [x / sqrt(dot(a, a) + 1e-4) for x in a]


def total(vectors):
    return [sum(column) for column in zip(*vectors)] if vectors else [0.0] * WIDTH


def mean(numbers):
    return sum(numbers) / len(numbers) if numbers else 0.0


VECTORS = [[unit(row) for row in matrix(VIEWS, WIDTH, 101 * i + 7)] for i in range(ROWS)]


def fused(i, present, without=None):
    return unit(total([[GATES[v] * x for x in VECTORS[i][v]]
                       for v in range(VIEWS) if present[i][v] and v != without]))


def views(i, present):
    return [v for v in range(VIEWS) if present[i][v]]


def banned(i, j):
    return (i, j) in BANNED or (j, i) in BANNED


def surprise(anchor, own, others, share, hardness):
    """Minus the logarithm of the share that one's own has among one's own and others."""
    positive = exp(SCALE * dot(anchor, own))
    negatives = [exp(SCALE * dot(anchor, other)) for other in others]
    count = len(negatives)
    rest = 0.0
    if count:
        importance = [negative ** hardness for negative in negatives]
        weighted = sum(i * n for i, n in zip(importance, negatives)) / mean(importance)
        rest = max((weighted - share * count * positive) / (1 - share), count * exp(-SCALE))
    return -log(positive / (positive + rest))


def hub(present, share=0.0, hardness=0.0, equal=True):
    by_view = []
    for v in range(VIEWS):
        losses = []
        for i in range(ROWS):
            if v not in views(i, present) or len(views(i, present)) < 2:
                continue
            others = [j for j in range(ROWS) if j != i and not banned(i, j)]
            accompanied = [fused(j, present, v) for j in others if set(views(j, present)) - {v}]
            having = [VECTORS[j][v] for j in others if present[j][v]]
            rest = fused(i, present, v)
            losses.append((surprise(VECTORS[i][v], rest, accompanied, share, hardness)
                           + surprise(rest, VECTORS[i][v], having, share, hardness)) / 2)
        by_view.append(losses)
    return mean([mean(losses) for losses in by_view if losses]) if equal else mean(sum(by_view, []))


def pairs(present):
    means = []
    for u, v in combinations(range(VIEWS), 2):
        losses = []
        for i in range(ROWS):
            if present[i][u] and present[i][v]:
                others = [j for j in range(ROWS) if j != i and not banned(i, j)]
                losses.append(
                    (surprise(VECTORS[i][u], VECTORS[i][v], [VECTORS[j][v] for j in others if present[j][v]], 0, 0)
                     + surprise(VECTORS[i][v], VECTORS[i][u], [VECTORS[j][u] for j in others if present[j][u]], 0, 0))
                    / 2)
        if losses:
            means.append(mean(losses))
    return mean(means)


def decoupled(present):
    losses = []
    for i in range(ROWS):
        mine = views(i, present)
        if len(mine) < 2:
            continue
        apart = 0.0
        for v in mine:
            others = [exp(SCALE * dot(VECTORS[i][v], VECTORS[j][v]))
                      for j in range(ROWS) if j != i and present[j][v] and not banned(i, j)]
            if others:
                apart += log(sum(others))
        together = sum(exp(SCALE * dot(VECTORS[i][u], VECTORS[i][v])) for u in mine for v in mine if u != v)
        losses.append(apart / len(mine) - log(together))
    return mean(losses)


def supervised():
    seen = [unit(row) for row in matrix(ROWS, WIDTH, 11)]
    losses = []
    for i in range(ROWS):
        labelled = [j for j in range(ROWS) if j != i and LABELS[j] >= 0]
        same = [j for j in labelled if LABELS[j] == LABELS[i]]
        if LABELS[i] >= 0 and same:
            all_of_them = sum(exp(SCALE * dot(seen[i], seen[j])) for j in labelled)
            losses.append(mean([-log(exp(SCALE * dot(seen[i], seen[j])) / all_of_them) for j in same]))
    return mean(losses)


def link():
    children = [unit(row) for row in matrix(CHILDREN, WIDTH, 23)]
    candidates = [unit(row) for row in matrix(CANDIDATES, WIDTH, 31)]
    common = matrix(CHILDREN * CANDIDATES, PAIR, 43)
    shares = [0.7, -0.4]
    losses = []
    for c in range(CHILDREN):
        odds = {p: exp(SCALE * dot(children[c], candidates[p]) + dot(shares, common[c * CANDIDATES + p]))
                for p in range(CANDIDATES) if (c, p) not in IMPOSSIBLE}
        losses.append(mean([-log(odds[p] / sum(odds.values())) for p in DECLARED[c]]))
    return mean(losses)


def distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))


def regularizers():
    show("alignment", mean([distance(VECTORS[i][u], VECTORS[i][v])
                            for i in range(ROWS) for u, v in combinations(views(i, PRESENT), 2)]))
    points = [fused(i, PRESENT) for i in range(ROWS)]
    show("uniformity", log(mean([exp(-2 * distance(a, b)) for a in points for b in points if a is not b])))
    centre = [mean(column) for column in zip(*points)]
    covariance = [[sum((p[d] - centre[d]) * (p[e] - centre[e]) for p in points) / (ROWS - 1)
                   for e in range(WIDTH)] for d in range(WIDTH)]
    show("variance", mean([max(0.0, 1 - sqrt(covariance[d][d] + 1e-4)) for d in range(WIDTH)]))
    show("covariance", sum(covariance[d][e] ** 2 for d in range(WIDTH) for e in range(WIDTH) if d != e) / WIDTH)
    before = matrix(ROWS, WIDTH, 59)
    before[1] = before[4] = [0.0] * WIDTH
    show("drift", mean([1 - dot(points[i], before[i]) / sqrt(dot(points[i], points[i]) * dot(before[i], before[i]))
                        for i in range(ROWS) if i not in (1, 4)]))


def show(name, value):
    print(name, f"{value:.15g}")


show("hub", hub(PRESENT))
show("hubByRows", hub(PRESENT, equal=False))
show("hubOfAll", hub(ALL))
show("hubDebiased", hub(PRESENT, share=0.1))
show("hubHard", hub(PRESENT, share=0.05, hardness=1.0))
show("hubLeast", hub(PRESENT, share=0.5))
show("pairs", pairs(PRESENT))
show("decoupled", decoupled(PRESENT))
show("supervised", supervised())
show("link", link())
regularizers()
