"""What CsvComparison.java times, with pandas' default reader: the same arguments."""
import sys

import numpy as np
import pandas as pd

import timing

RUNS = 9

for file in sys.argv[1:]:
    times, table = timing.milliseconds(lambda: pd.read_csv(file), RUNS)
    print(
        f"{file.split('/')[-1]}: {table.shape[0]} x {table.shape[1]}: "
        f"first {times[0]:.0f} ms, median {np.median(times):.0f} ms, best {min(times):.0f} ms of {RUNS}"
    )
