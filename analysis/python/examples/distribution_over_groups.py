"""Who gains and who does not: an indicator by age, income and neighbourhood.

Run it as it is from the root of the project, or cell by cell (`# %%`) in an editor or in Jupyter.
"""

# %% The scenario and where figures go
import os
from pathlib import Path

import weefsel

scenario = os.environ.get("SCENARIO", "scenarios/first-look.toml")
figures = Path(os.environ.get("FIGURES", "out/figures"))
figures.mkdir(parents=True, exist_ok=True)

# %% Live every option
results = weefsel.run(scenario, replicates=8)
print("groupings:", ", ".join(results.by_group))

# %% What each option gives to each age group in the last year
levels = results.levels("severely_lonely", by="age").isel(year=-1)
print(levels["mean"].to_pandas().round(4))

# %% How much a group differs from the reference, in the same worlds
weefsel.plot_groups(results, "severely_lonely", "age").savefig(figures / "loneliness_by_age.png", dpi=150)
weefsel.plot_groups(results, "participation", "income", differences=False).savefig(
    figures / "participation_by_income.png", dpi=150
)

# %% The gap between incomes, and whether an option makes it wider: any function of the arrays can be compared so
by_income = results.by_year("participation", by="income")
gap = by_income.sel(group="high") - by_income.sel(group="low")
wider = weefsel.interval_of_worlds(results.paired(gap))
print(wider.isel(year=-1).to_dataframe()[["mean", "lower", "upper"]])

# %%
results.close()
