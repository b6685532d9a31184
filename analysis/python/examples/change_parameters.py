"""Which assumption matters: change one parameter at a time, low and high, and draw a tornado.

Cheap and easy to read, but blind to parameters that work together; `weefsel sweep` and `weefsel sensitivity` see those
(sweep_parameters.py). Run it as it is from the root of the project, or cell by cell (`# %%`).
"""

# %% The scenario, where figures go, and what is changed: low and high
import os
from pathlib import Path

import pandas as pd

import weefsel

scenario = os.environ.get("SCENARIO", "scenarios/first-look.toml")
figures = Path(os.environ.get("FIGURES", "out/figures"))
figures.mkdir(parents=True, exist_ok=True)
ranges = {
    "network.halflife_friend": (6, 18),
    "network.introductions": (0.01, 0.05),
    "meeting_place.encounters": (1, 3),
    "meeting_place.habit_kept": (0.85, 0.97),
}
indicator = "social_cohesion"

# %% The difference of the first option with the reference in the last year, for one value of one parameter
def difference(**parameters):
    with weefsel.run(scenario, replicates=4, parameters=parameters) as results:
        option = next(o for o in results.options if o != results.reference)
        return results.paired(results.by_year(indicator)).isel(year=-1).sel(option=option).load()


# %% The same chance events in every run, so the effect of a parameter is paired by world as well
rows = []
for name, (low, high) in ranges.items():
    effect = difference(**{name: high}) - difference(**{name: low})
    found = weefsel.interval_of_worlds(effect)
    rows.append((indicator, name, "high - low", *(float(found[v]) for v in ("mean", "lower", "upper"))))
table = pd.DataFrame(rows, columns=["output", "factor", "index", "value", "lower", "upper"])
print(table.to_string(index=False))

# %% Draw it
weefsel.plot_tornado(table, indicator, indices=["high - low"]).savefig(figures / "one_at_a_time.png", dpi=150)
