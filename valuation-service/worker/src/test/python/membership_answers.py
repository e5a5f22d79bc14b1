"""Writes what scikit-learn answers about random evidence of membership, for DiscriminationTest.

Run as: python3 membership_answers.py > \
    ../resources/dev/clade/valuation/worker/membership/membership_answers.csv
with numpy 2 and scikit-learn 1. Each line is a case: evidence of members and, after a semicolon each,
of non-members, the area under the curve, and true positive rates at false positive rates of 10 %, 1 %
and 0.1 %. Evidence is rounded in some cases so that there are ties.
"""

import numpy as np
from sklearn.metrics import roc_auc_score, roc_curve

random = np.random.default_rng(20260403)

for members, others, shift, digits in [(40, 40, 0.5, 3), (30, 55, 1.0, 1), (25, 25, -0.3, 0), (120, 120, 2.0, 3)]:
    inside = random.normal(shift, 1, size=members).round(digits)
    outside = random.normal(size=others).round(digits)
    truth = np.repeat([1, 0], [members, others])
    evidence = np.concatenate([inside, outside])
    false_positives, true_positives, _ = roc_curve(truth, evidence, drop_intermediate=False)
    rates = [true_positives[false_positives <= rate].max() for rate in (0.1, 0.01, 0.001)]
    lists = [",".join(map(repr, map(float, values))) for values in (inside, outside)]
    print(";".join([*lists, *(repr(float(x)) for x in (roc_auc_score(truth, evidence), *rates))]))
