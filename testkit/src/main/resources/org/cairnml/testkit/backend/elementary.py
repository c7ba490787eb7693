"""Writes elementary.csv: exp and log to twice the precision. Needs mpmath."""
import random

from mpmath import exp, log, mp, mpf

mp.prec = 200
random.seed(7)


def line(name, x, value):
    high = float(value)
    return "%s,%r,%r,%r" % (name, x, high, float(value - mpf(high)))


lines = [
    "# x, exp(x) or log(x) as the sum of two doubles; made by elementary.py beside this file",
    "# (mpmath, 200 bits of precision), function,x,high,low",
]
points = [0.0, 1.0, -1.0, 0.5, -0.5, 1e-8, -1e-300, 0.34657, 0.34658, -0.3466, 100.0, -100.0]
points += [700.0, -700.0, 707.99, -707.99]
points += [random.uniform(-5, 5) for _ in range(60)]
points += [random.uniform(-708, 708) for _ in range(40)]
lines += [line("exp", x, exp(mpf(x))) for x in points]
points = [1.0, 2.0, 0.5, 0.7071067811865475, 0.7071067811865476, 1.4142135623730951]
points += [1.414213562373095, 1 + 2**-52, 1 - 2**-53, 1e-300, 1e300]
points += [2.2250738585072014e-308, 1.7976931348623157e308]
points += [random.uniform(0.5, 2) for _ in range(60)]
points += [10 ** random.uniform(-300, 300) for _ in range(40)]
lines += [line("log", x, log(mpf(x))) for x in points]
with open("elementary.csv", "w") as file:
    file.write("\n".join(lines) + "\n")
