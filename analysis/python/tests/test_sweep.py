"""Sweeps, their sensitivity, and the door for tools that ask many runs."""

import unittest
from pathlib import Path

import h5netcdf
import numpy as np
import studies

import weefsel

DESIGN = """
scenario = "{scenario}"
[design]
kind = "sobol"
points = 4
seed = 1
replicates = 2
[uncertainties]
"network.halflife_friend" = {{ low = 6, high = 18 }}
"meeting_place.encounters" = {{ low = 1, high = 3 }}
[outputs]
indicators = ["social_cohesion", "participation"]
years = [2, 5]
"""


def written_by_hand(path: Path) -> None:
    """A file laid out as sweep.h5: two points, one of which failed in one replicate."""
    with h5netcdf.File(path, "w", decode_vlen_strings=True) as file:
        file.attrs["program"] = "weefsel"
        file.dimensions = {"point": 2, "option": 2, "replicate": 2, "year": 1}
        text = h5netcdf.legacyapi.h5py.string_dtype()
        file.create_variable("option", ("option",), text)[:] = ["a", "b"]
        file.create_variable("year", ("year",), "i8", data=np.array([5]))
        file.create_variable("some.factor", ("point",), "f8", data=np.array([0.5, 1.5]))
        values = np.arange(8, dtype="f4").reshape(2, 2, 2, 1)
        values[1, :, 1] = np.nan
        file.create_variable("lonely", ("point", "option", "replicate", "year"), "f4", data=values)
        file.create_variable("scenario/toml", (), text)[()] = 'reference = "a"'


class Sweeps(unittest.TestCase):
    def test_a_sweep_is_arrays_over_points_that_carry_their_factors(self) -> None:
        path = studies.folder() / "hand.h5"
        written_by_hand(path)
        with weefsel.open_sweep(path) as sweep:
            self.assertEqual(list(sweep.data_vars), ["lonely"])
            self.assertEqual(sweep.lonely.dims, ("point", "option", "replicate", "year"))
            self.assertEqual(sweep["some.factor"].values.tolist(), [0.5, 1.5])
            self.assertEqual(sweep.attrs["reference"], "a")
            differences = sweep.lonely.sel(option="b") - sweep.lonely.sel(option=sweep.attrs["reference"])
            np.testing.assert_array_equal(differences.mean("replicate").values, [[2], [2]])

    def test_what_is_no_sweep_is_refused(self) -> None:
        for path, error in (
            (studies.folder(), FileNotFoundError),
            (studies.study().path, weefsel.NoResults),
            (studies.scenario(), weefsel.NoResults),
        ):
            with self.assertRaises(error):
                weefsel.open_sweep(path)
        with self.assertRaisesRegex(weefsel.NoResults, "lacks output"):
            weefsel.open_sensitivity(studies.study().path.with_name("summary.csv"))

    def test_a_sweep_of_the_program_opens(self) -> None:
        if not weefsel.has_command("sweep"):
            self.skipTest("this build of the program has no sweep")
        folder = studies.folder() / "sweep"
        folder.mkdir()
        (folder / "design.toml").write_text(DESIGN.format(scenario=studies.scenario()), encoding="utf-8")
        weefsel.call(["sweep", str(folder / "design.toml"), "-o", str(folder / "out"), "--quiet"])
        with weefsel.open_sweep(folder / "out") as sweep:
            self.assertEqual(set(sweep.data_vars), {"social_cohesion", "participation"})
            self.assertEqual(dict(sweep.sizes), {"point": 16, "option": 3, "replicate": 2, "year": 2})
            first = {name: float(sweep[name][0]) for name in ("network.halflife_friend", "meeting_place.encounters")}
            with weefsel.run(studies.scenario(), parameters=first, replicates=2) as one:
                np.testing.assert_allclose(
                    sweep.participation.isel(point=0).sel(year=5).values,
                    one.by_year("participation").isel(draw=0).sel(year=5).values,
                    rtol=1e-6,
                )


class Doors(unittest.TestCase):
    def setUp(self) -> None:
        if not weefsel.has_command("serve-runs"):
            self.skipTest("this build of the program has no serve-runs")

    def test_a_door_answers_with_the_numbers_of_a_study(self) -> None:
        with weefsel.Door(studies.scenario(), indicators=["friends", "lonely"], years=[4, 5]) as door:
            self.assertEqual(door.hello["options"], studies.study().options)
            for replicate in (2, 1):
                answer = door(replicate=replicate)
                told = studies.study().by_year("friends").sel(draw=1, replicate=replicate, option="structural")
                self.assertAlmostEqual(answer["structural"]["friends"][4], float(told.sel(year=4)), places=5)
            changed = door({"network.halflife_friend": np.float64(4)}, replicate=1)
            self.assertNotEqual(changed["structural"]["friends"], answer["structural"]["friends"])

    def test_a_refusal_leaves_the_door_open(self) -> None:
        with weefsel.Door(studies.scenario(), indicators=["friends"], years=[5]) as door:
            with self.assertRaisesRegex(weefsel.ProgramError, "network.halflife_friend"):
                door({"network.halflife_frend": 4})
            self.assertIn("structural", door())

    def test_a_door_on_a_wrong_scenario_says_what_is_wrong(self) -> None:
        with self.assertRaisesRegex(weefsel.ProgramError, "nowhere.toml"):
            weefsel.Door("nowhere.toml")


if __name__ == "__main__":
    unittest.main()
