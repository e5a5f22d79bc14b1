"""Prints the Chebyshev coefficients of ScaledErfc: python3 scaled_erfc.py

f(u) = erfcx(t)·(1 + 2t) is smooth on [-1, 1] with u = (t - 3.75)/(t + 3.75), also at t = infinity,
where it is 2/√π. Needs mpmath.
"""

import mpmath

mpmath.mp.dps = 40
MIDDLE = mpmath.mpf("3.75")
NODES = 64
SMALLEST = 1e-17


def smooth(u):
    t = MIDDLE * (1 + u) / (1 - u)
    if t > 1000:
        series = 1 - 1 / (2 * t**2) + 3 / (4 * t**4) - 15 / (8 * t**6)
        return (1 + 2 * t) * series / (t * mpmath.sqrt(mpmath.pi))
    return mpmath.erfc(t) * mpmath.exp(t * t) * (1 + 2 * t)


angles = [mpmath.pi * (2 * k + 1) / (2 * NODES) for k in range(NODES)]
values = [smooth(mpmath.cos(angle)) for angle in angles]
for degree in range(NODES):
    total = sum(v * mpmath.cos(degree * angle) for v, angle in zip(values, angles))
    coefficient = total * (1 if degree == 0 else 2) / NODES
    if abs(coefficient) < SMALLEST:
        break
    print(f"    {float(coefficient)!r},")
