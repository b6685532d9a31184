"""Compare options: live a scenario, see what differs and how sure that is, and draw it.

Run it as it is from the root of the project, or cell by cell (`# %%`) in an editor or in Jupyter.
"""

# %% The scenario and where figures go
import os
from pathlib import Path

import weefsel

scenario = os.environ.get("SCENARIO", "scenarios/first-look.toml")
figures = Path(os.environ.get("FIGURES", "out/figures"))
figures.mkdir(parents=True, exist_ok=True)

# %% Live every option in the same eight worlds. With out="out/mine" the results stay.
results = weefsel.run(scenario, replicates=8)
print(results)

# %% The table that summary.csv holds, for a few indicators at the end
table = results.comparison
at_end = table[(table.horizon_years == results.years) & (table.option != table.reference)]
columns = ["option", "indicator", "difference", "difference_lower", "difference_upper", "probability_better"]
print(at_end[at_end.indicator.isin(["social_cohesion", "severely_lonely", "participation"])][columns].to_string(index=False))

# %% The same from the worlds themselves: option minus reference in the same world, then the mean and its interval
cohesion = results.differences("social_cohesion")
print(cohesion.isel(year=-1).to_dataframe()[["mean", "lower", "upper", "n", "probability_better"]])

# %% Draw it. Dotted: the least difference that people would notice.
drawing = weefsel.plot_comparison(results, noticeable={"social_cohesion": 0.1, "severely_lonely": 0.005})
drawing.savefig(figures / "comparison.png", dpi=150)

# %% Over the years: the band says how sure the difference from the reference is
weefsel.plot_bands(results, "participation", noticeable=0.005).savefig(figures / "participation.png", dpi=150)

# %% Who pays: present value of what each payer spends less (plus) or more (minus) than in the reference, EUR
print(weefsel.balance(results)["mean"].to_pandas().round())

# %%
results.close()
