"""Times calls, for the scripts beside it."""
import time


def milliseconds(call, runs):
    """The times of the runs in their order, and the last result."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        result = call()
        times.append((time.perf_counter() - start) * 1e3)
    return times, result
