"""Interventions and analyzers written as functions, and what they measure."""

import unittest
from pathlib import Path
from typing import Any

import numpy as np
import studies

import weefsel

ELSEWHERE = 3


def trust_more(month: int, state: Any, random: Any) -> None:
    r = state.resident
    who = (r.present == 1) & (random.uniform("trust", r.birth_number) < 0.5)
    r.trust[who] = np.minimum(r.trust[who] + 0.05, 1)


def mean_trust(month: int, state: Any) -> dict[str, Any]:
    here = state.resident.present == 1
    return {"own_trust": (state.resident.trust[here].sum(), here.sum()), "nobody": None}


def leans_on_others(month: int, state: Any, random: Any) -> None:
    state.resident.trust[0] = ELSEWHERE


def fails(month: int, state: Any, random: Any) -> None:
    raise KeyError("nowhere")


def pulled(month: int, state: Any, inputs: Any, parameters: Any, random: Any) -> None:
    r = state.resident
    r.emotional_loneliness += parameters.pull * (1 - r.emotional_loneliness)
    r.loneliness = r.emotional_loneliness + 1


PULL = {"pull": {"value": 0.5, "low": 0, "high": 1, "unit": "1/month", "meaning": "How fast"}}

INDICATORS = {"own_trust": "Mean trust of residents", "nobody": ("1", "Nothing")}


def with_python() -> bool:
    """Whether the program was built with Python for plugins."""
    return (Path(weefsel.find_program()).parent / "libweefsel_python_plugin.so").is_file()


class Plugins(unittest.TestCase):
    def test_functions_become_a_plugin_of_their_texts(self) -> None:
        text = weefsel.plugin_text([trust_more], [mean_trust], INDICATORS, ["projects"])
        names: dict[str, Any] = {}
        exec(compile(text, "plugin", "exec"), names)
        self.assertEqual(names["options"], ["projects"])
        self.assertEqual(names["indicators"], INDICATORS)
        self.assertTrue(callable(names["intervention"]) and callable(names["analyzer"]))

    def test_a_function_that_leans_on_its_surroundings_is_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, "leans_on_others uses ELSEWHERE"):
            weefsel.plugin_text([leans_on_others])
        with self.assertRaisesRegex(ValueError, "made with def"):
            weefsel.plugin_text([lambda month, state, random: None])

    def test_a_scenario_that_is_not_there_is_said_at_once(self) -> None:
        with self.assertRaises(FileNotFoundError):
            weefsel.Study("nowhere.toml")

    @unittest.skipUnless(with_python(), "built without Python for plugins")
    def test_an_intervention_acts_in_its_option_and_its_indicator_is_there(self) -> None:
        study = weefsel.Study(studies.scenario())
        ran: dict[str, Any] = {"replicates": 2, "draws": 1, "years": 1}
        measured: dict[str, Any] = {"analyzers": [mean_trust], "indicators": INDICATORS, **ran}
        with (
            study.run(interventions=[trust_more], options=["projects"], **measured) as changed,
            study.run(**measured) as plain,
        ):
            self.assertEqual(changed.own.own_trust.dims, ("option", "draw", "replicate", "month"))
            self.assertTrue(bool(np.isnan(changed.own.nobody).all()))
            gained = changed.own.own_trust - plain.own.own_trust
            self.assertGreater(float(gained.sel(option="projects").mean()), 0.01)
            self.assertEqual(float(np.abs(gained.sel(option="nothing")).max()), 0)
            self.assertIn("own_trust", set(changed.comparison["indicator"]))
            self.assertTrue(changed.attrs["plugins"].startswith("study.py "))
            self.assertEqual(changed.differences("own_trust").sizes["year"], 1)

    @unittest.skipUnless(with_python(), "built without Python for plugins")
    def test_a_function_can_stand_in_the_place_of_the_equation_of_loneliness(self) -> None:
        study = weefsel.Study(studies.scenario())
        ran: dict[str, Any] = {"replicates": 1, "draws": 1, "years": 1, "loneliness": pulled, "declared": PULL}
        with study.run(**ran) as all_pulled, study.run(**ran, parameters={"plugin.study.pull": 0}) as stays:
            self.assertEqual(all_pulled.attrs["replaced_equations"], "loneliness by study.py")
            # Everybody is pulled to a score of 2: by the mood of an interview hardly anybody answers 9 or more.
            severely = [float(run.indicators.severely_lonely.isel(month=-1).max()) for run in (all_pulled, stays)]
            self.assertLess(severely[0], 0.002)
            self.assertGreater(severely[1], 2 * severely[0])

    @unittest.skipUnless(with_python(), "built without Python for plugins")
    def test_what_a_function_raises_is_said_with_its_place(self) -> None:
        with self.assertRaisesRegex(weefsel.ProgramError, "(?s)in fails.*KeyError: 'nowhere'"):
            weefsel.Study(studies.scenario()).run(interventions=[fails], replicates=1, draws=1, years=1)


if __name__ == "__main__":
    unittest.main()
