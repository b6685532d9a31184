"""Fits two parameters to two figures with pyABC, on all cores:   python3 fit_pyabc.py my.toml"""
import random
import sys

import pyabc

from door import door

SCENARIO = sys.argv[1]
OPTION, YEAR = "projects", 4
FIGURES = {"lonely": 0.46, "wmo": 65.0}  # share; clients per 1,000
FREE = ["wellbeing.loneliness_contact", "care.wmo_level"]
FLAGS = "--indicators", ",".join(FIGURES), "--at-years", str(YEAR)
LUCK = random.SystemRandom()  # other luck in every run, whichever process lives it


def model(parameters):
    said = door(SCENARIO, *FLAGS).ask(parameters, replicate=LUCK.randrange(1, 2**31))[OPTION]
    return {figure: said[figure][YEAR] for figure in FIGURES}


def main():
    ranges = door(SCENARIO, *FLAGS).hello["parameters"]
    low = {name: max(ranges[name]["low"], ranges[name]["value"] / 2) for name in FREE}
    high = {name: min(ranges[name]["high"], ranges[name]["value"] * 2) for name in FREE}
    prior = pyabc.Distribution(**{name: pyabc.RV("uniform", low[name], high[name] - low[name]) for name in FREE})
    abc = pyabc.ABCSMC(model, prior, pyabc.AdaptivePNormDistance(p=2), population_size=100,
                       sampler=pyabc.MulticoreEvalParallelSampler())
    abc.new("sqlite:///fit.db", FIGURES)
    history = abc.run(max_nr_populations=5)
    particles, weights = history.get_distribution()
    # Rows of equal weight, as `posterior = "posterior.csv"` in a scenario asks for.
    particles.sample(150, replace=True, weights=weights).to_csv("posterior.csv", index=False)


if __name__ == "__main__":
    main()
