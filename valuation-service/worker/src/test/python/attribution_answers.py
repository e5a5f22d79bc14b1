"""Writes what numpy answers about random gradients, for GradientScoresTest.

Run as: python3 attribution_answers.py > \
    ../resources/dev/clade/valuation/worker/attribution/attribution_answers.csv
with numpy 2. Each line is a case: the number of dimensions and the damping, then, after a semicolon
each, gradients of training images and of generated ones, and the training images' scores by TRAK,
relative influence, renormalized influence and gradient similarity.
"""

import numpy as np

random = np.random.default_rng(20260402)

for dimensions, images, samples, damping in [(3, 7, 4, 0.5), (5, 4, 3, 0.1), (6, 20, 8, 2.0)]:
    training = random.normal(size=(images, dimensions)).round(3)
    generated = random.normal(size=(samples, dimensions)).round(3)
    moments = training.T @ training
    # The mean of the eigenvalues is what the damping is a share of.
    inverse = np.linalg.inv(moments + damping * np.linalg.eigvalsh(moments).mean() * np.eye(dimensions))
    pairs = training @ inverse @ generated.T
    lengths = np.linalg.norm(training, axis=1)
    cosines = training @ generated.T / lengths[:, None] / np.linalg.norm(generated, axis=1)
    trak = pairs.mean(axis=1)
    answers = [
        trak,
        trak / np.linalg.norm(training @ inverse, axis=1),
        trak / lengths,
        cosines.mean(axis=1),
    ]
    lists = [",".join(map(repr, map(float, values.ravel()))) for values in (training, generated, *answers)]
    print(";".join([str(dimensions), str(damping), *lists]))
