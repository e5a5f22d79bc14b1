"""Fits a discrete power law to the numbers in a file and prints seconds, xmin, alpha and D."""
import sys
import time
import warnings

import numpy
import powerlaw

warnings.simplefilter("ignore")
values = numpy.loadtxt(sys.argv[1], dtype=numpy.int64)
start = time.perf_counter()
fit = powerlaw.Fit(
    values[values > 0], discrete=True, estimate_discrete=False, verbose=False)
fit.distribution_compare("power_law", "lognormal")
fit.distribution_compare("power_law", "exponential")
print(time.perf_counter() - start, int(fit.xmin), fit.alpha, fit.D)
