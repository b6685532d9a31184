"""Which assumptions matter, alone and together: a sweep by Sobol's design, and a tornado of its indices.

Needs `weefsel sweep`; the tornado needs `weefsel sensitivity` too. Run it as it is from the root of the project, or
cell by cell (`# %%`) in an editor or in Jupyter.
"""

# %% The scenario, where figures go, and a folder for the sweep
import os
from pathlib import Path

import matplotlib.pyplot as plt

import weefsel
from weefsel import look

scenario = Path(os.environ.get("SCENARIO", "scenarios/first-look.toml")).resolve()
figures = Path(os.environ.get("FIGURES", "out/figures"))
figures.mkdir(parents=True, exist_ok=True)
folder = figures / "sweep"

# %% What is swept: a design in TOML. For a real study take hundreds of points or more.
design = figures / "design.toml"
design.write_text(
    f"""
scenario = "{scenario}"
[design]
kind = "sobol"
points = 8
seed = 1
replicates = 2
[uncertainties]
"network.halflife_friend" = {{ low = 6, high = 18 }}
"meeting_place.encounters" = {{ low = 1, high = 3 }}
"meeting_place.habit_kept" = {{ low = 0.85, high = 0.97 }}
[outputs]
indicators = ["social_cohesion", "participation"]
years = [4]
""",
    encoding="utf-8",
)
weefsel.call(["sweep", str(design), "-o", str(folder), "--quiet"])

# %% Arrays over the points, which carry the factors
sweep = weefsel.open_sweep(folder)
print(sweep)
reference = sweep.attrs["reference"]
option = next(o for o in sweep.option.values if o != reference)

# %% The difference at each point, paired by luck, against each factor
cohesion = sweep.social_cohesion.sel(year=4)
difference = (cohesion.sel(option=option) - cohesion.sel(option=reference)).mean("replicate")
factors = [name for name, values in sweep.coords.items() if "factor" in values.attrs]
figure, panels = plt.subplots(1, len(factors), sharey=True, figsize=(look.WIDTH, 2.8), layout="constrained")
for axes, factor in zip(panels, factors, strict=True):
    axes.axhline(0, color=look.INK, linewidth=1)
    axes.plot(sweep[factor], difference, "o", color=look.OPTIONS[0].colour, alpha=0.6, markersize=5)
    axes.set_xlabel(factor)
    look.plain(axes, "y")
figure.suptitle(f"Social cohesion: {option} less {reference}, year 4", x=0.02, ha="left", fontsize=11)
figure.savefig(figures / "sweep.png", dpi=150)

# %% How much of the variation each factor makes: alone (S1) and with all that it works together with (ST)
if weefsel.has_command("sensitivity"):
    weefsel.call(["sensitivity", str(folder), "--quiet"])
    table = weefsel.open_sensitivity(folder)
    output = f"social_cohesion@{option}-{reference}@y4"  # of the difference; without "-..." of a level
    print(table[table["output"] == output].to_string(index=False))
    weefsel.plot_tornado(table, output).savefig(figures / "tornado.png", dpi=150)

# %%
sweep.close()
