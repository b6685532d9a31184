"""How much hangs on what nobody knows: the same comparison under many sets of assumptions.

Run it as it is from the root of the project, or cell by cell (`# %%`) in an editor or in Jupyter.
"""

# %% The scenario and where figures go
import os
from pathlib import Path

import weefsel

scenario = os.environ.get("SCENARIO", "scenarios/first-look.toml")
figures = Path(os.environ.get("FIGURES", "out/figures"))
figures.mkdir(parents=True, exist_ok=True)

# %% Every option under twelve sets of assumptions, two worlds each. For a real study take sixty or more.
results = weefsel.run(scenario, draws=12, replicates=2)
indicator = "social_cohesion"

# %% What the program concludes from them
for name, table in results.decision.items():
    print(f"{name}\n{table.to_string(index=False)}\n")

# %% The difference in each set: the mean over its worlds, so that luck counts less
pairs = results.paired(results.by_year(indicator)).isel(year=-1)
by_set = pairs.mean("replicate")
option = next(o for o in results.options if o != results.reference)
mine = by_set.sel(option=option).to_pandas()
print(f"{option}: better in {(mine > 0).sum()} of {mine.count()} sets; from {mine.min():.4f} to {mine.max():.4f}")

# %% Draw the sets from the smallest difference to the largest; the band is the interval of their mean
weefsel.plot_assumptions(results, indicator).savefig(figures / "sets_of_assumptions.png", dpi=150)

# %% Which assumptions go together with the difference: rank correlations. With few sets most of these are chance.
ranks = results.assumptions.rank().corrwith(mine.rank())
print(ranks.sort_values(key=abs, ascending=False).head(8).round(2).to_string())

# %%
results.close()
