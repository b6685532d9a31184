"""Stands in for EMA Workbench 3.0 where that is not installed: what its documentation and source say of the arguments of
what the recipe uses, of the names that it allows, of how a function is called (by keyword, one number a
parameter), and of what comes back. It tries a few points instead of all that are asked for."""
import numbers

import numpy
import pandas

EXPERIMENTS = 4


class Named:
    def __init__(self, name):
        assert name.isidentifier(), f"{name} is no name that Python allows"
        self.name = name


class RealParameter(Named):
    def __init__(self, name, lower_bound, upper_bound, resolution=None, default=None, variable_name=None):
        super().__init__(name)
        assert lower_bound < upper_bound
        self.lower_bound, self.upper_bound = lower_bound, upper_bound


class ScalarOutcome(Named):
    def __init__(self, name, kind=0, variable_name=None, function=None, expected_range=None):
        super().__init__(name)


class Model(Named):
    def __init__(self, name, function=None):
        super().__init__(name)
        self.function, self.uncertainties, self.outcomes = function, [], []


class SequentialEvaluator:
    def __init__(self, msis):
        self.model = msis

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return None

    def perform_experiments(self, scenarios=0, policies=0, reporting_interval=None, reporting_frequency=10,
                            uncertainty_union=False, lever_union=False, outcome_union=False,
                            uncertainty_sampling=None, uncertainty_sampling_kwargs=None, lever_sampling=None,
                            lever_sampling_kwargs=None, callback=None, combine="full_factorial"):
        assert isinstance(scenarios, int) and scenarios > 0
        random = numpy.random.default_rng(1)
        rows, outcomes = [], {outcome.name: [] for outcome in self.model.outcomes}
        for _ in range(EXPERIMENTS):
            row = {p.name: random.uniform(p.lower_bound, p.upper_bound) for p in self.model.uncertainties}
            output = self.model.function(**row)
            for name, values in outcomes.items():
                assert isinstance(output[name], numbers.Number)
                values.append(output[name])
            rows.append(row)
        experiments = pandas.DataFrame(rows).assign(scenario=range(EXPERIMENTS), policy="None", model=self.model.name)
        return experiments, {name: numpy.array(values) for name, values in outcomes.items()}
