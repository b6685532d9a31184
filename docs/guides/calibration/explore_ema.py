"""Which assumptions move the difference between two options, with EMA Workbench:   python3 explore_ema.py my.toml"""
import sys

from ema_workbench import Model, RealParameter, ScalarOutcome, SequentialEvaluator

from door import door

SCENARIO = sys.argv[1]
YEAR = 8
FLAGS = "--indicators", "social_cohesion", "--at-years", str(YEAR)
# The workbench wants names that Python allows.
FULL_NAME = {name.replace(".", "__"): name for name in ("network.halflife_friend", "meeting_place.encounters")}


def simulated(**values):
    # The same chance events in every run (replicate 1), so that differences between runs are not chance.
    said = door(SCENARIO, *FLAGS).ask({FULL_NAME[name]: value for name, value in values.items()}, replicate=1)
    return {"difference": said["structural"]["social_cohesion"][YEAR] - said["projects"]["social_cohesion"][YEAR]}


def main():
    ranges = door(SCENARIO, *FLAGS).hello["parameters"]
    model = Model("weefsel", function=simulated)
    model.uncertainties = [RealParameter(name, ranges[full]["low"], ranges[full]["high"])
                           for name, full in FULL_NAME.items()]
    model.outcomes = [ScalarOutcome("difference")]
    with SequentialEvaluator(model) as evaluator:
        experiments, outcomes = evaluator.perform_experiments(scenarios=100)
    experiments.assign(**outcomes).to_csv("experiments.csv", index=False)


if __name__ == "__main__":
    main()
