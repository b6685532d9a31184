"""Opening results, and what is said of what they do not have."""

import shutil
import unittest

import numpy as np
import studies

import weefsel


class OpeningResults(unittest.TestCase):
    def test_a_folder_and_the_file_in_it_open_alike(self) -> None:
        here = studies.study()
        for place in (here.path, here.path.parent, str(here.path.parent)):
            with weefsel.open_results(place) as opened:
                self.assertEqual(opened.path, here.path)
                self.assertEqual(list(opened), list(here))

    def test_groups_are_arrays_with_their_dimensions_and_units(self) -> None:
        r = studies.study()
        lives = ("option", "draw", "replicate")
        self.assertEqual(r.indicators.severely_lonely.dims, (*lives, "month"))
        self.assertEqual(r.indicators.severely_lonely.dtype, np.float32)
        self.assertEqual(r.by_group["age"].lonely.dims, (*lives, "year", "group"))
        self.assertEqual(r.by_neighbourhood.lonely.dims, (*lives, "year", "neighbourhood"))
        self.assertEqual(r.by_neighbourhood.neighbourhood.values.tolist(), ["North", "South"])
        self.assertEqual((r.money.granted.dims, r.money.granted.units), ((*lives, "year", "payer"), "EUR"))
        self.assertIn("event_free_months", r.ledger.entry)
        self.assertEqual(r.ledger_sham.wmo.dims, r.ledger.wmo.dims)
        self.assertEqual(r.options, ["nothing", "projects", "structural"])
        self.assertEqual(r.labels("nl")["structural"], "Structureel")
        self.assertEqual(r.scenario["shock"][0]["kind"], "pandemic")

    def test_one_set_of_assumptions_says_nothing_of_other_sets(self) -> None:
        self.assertNotIn("certainty", studies.study().decision)
        self.assertEqual(studies.study().assumptions.shape, (1, 0))

    def test_the_reference_differs_from_itself_by_exactly_nothing(self) -> None:
        differences = studies.study().differences("social_cohesion", by="age").sel(option="projects")
        for name in ("mean", "lower", "upper"):
            self.assertTrue((differences[name] == 0).all())

    def test_an_unknown_name_gets_the_nearest(self) -> None:
        r = studies.study()
        for wrong, said in (
            (lambda: r.differences("lonly"), "did you mean lonely"),
            (lambda: r.levels("lonely", by="agee"), "did you mean age"),
            (lambda: r["leger"], "did you mean ledger"),
        ):
            with self.assertRaisesRegex(weefsel.UnknownName, said):
                wrong()

    def test_what_is_no_result_file_is_refused(self) -> None:
        with self.assertRaisesRegex(FileNotFoundError, "nowhere.h5: no such file"):
            weefsel.open_results("nowhere.h5")
        summary = studies.study().path.with_name("summary.csv")
        with self.assertRaisesRegex(weefsel.NoResults, "no result file of weefsel"):
            weefsel.open_results(summary)


class RunningTheProgram(unittest.TestCase):
    def test_the_same_scenario_gives_the_same_numbers_and_another_parameter_gives_others(self) -> None:
        first = studies.study().indicators.friends.values
        with weefsel.run(studies.scenario(), parameters={"network.halflife_friend": 3}) as changed:
            self.assertEqual(changed.parameters.set_index("name").loc["network.halflife_friend", "value"], 3)
            self.assertEqual(changed.indicators.friends.shape, first.shape)
            self.assertFalse(np.array_equal(changed.indicators.friends.values, first, equal_nan=True))
        with weefsel.run(studies.scenario(), threads=2) as again:
            np.testing.assert_array_equal(again.indicators.friends.values, first)

    def test_settings_and_counts_reach_the_program(self) -> None:
        fte = "option.structural.line.1.buys.1.fte"
        with weefsel.run(studies.scenario(), set={fte: 2.5, "title": 'A "new" title'}, replicates=2, years=3) as r:
            self.assertEqual(r.scenario["option"][2]["line"][0]["buys"][0]["fte"], 2.5)
            self.assertEqual(r.attrs["title"], 'A "new" title')
            self.assertEqual((r.indicators.sizes["replicate"], r.years), (2, 3))

    def test_results_without_a_folder_go_when_they_are_closed(self) -> None:
        results = weefsel.run(studies.scenario(), replicates=1, years=1)
        self.assertTrue(results.path.is_file())
        results.close()
        self.assertFalse(results.path.parent.exists())

    def test_one_option_can_be_lived_alone(self) -> None:
        with weefsel.run(studies.scenario(), option="structural", replicates=2) as one:
            self.assertEqual((one.options, one.reference), (["structural"], "structural"))
            np.testing.assert_array_equal(
                one.indicators.lonely.sel(option="structural").values,
                studies.study().indicators.lonely.sel(option="structural", replicate=[1, 2]).values,
            )

    def test_what_the_program_refuses_is_an_error_with_its_words(self) -> None:
        with self.assertRaises(weefsel.ProgramError) as refused:
            weefsel.run(studies.scenario(), parameters={"network.halflife_frend": 6})
        self.assertEqual(refused.exception.exit_code, 2)
        self.assertIn("did you mean network.halflife_friend?", str(refused.exception))
        place = studies.folder() / "another"
        weefsel.run(studies.scenario(), out=place, replicates=1, years=1).close()
        with self.assertRaisesRegex(weefsel.ProgramError, "another scenario"):
            weefsel.run(studies.scenario(), out=place, replicates=1, years=1, seed=8)
        weefsel.run(studies.scenario(), out=place, replicates=1, years=1, seed=8, force=True).close()
        shutil.rmtree(place)

    def test_settings_are_written_as_toml(self) -> None:
        for value, text in (
            (True, "true"),
            (3, "3"),
            (np.float32(0.5), "0.5"),
            (1e-9, "1e-09"),
            ('a "b" \\ \x7f', '"a \\"b\\" \\\\ \\u007f"'),
            ([1, "a"], '[1, "a"]'),
            ({"role": "opbouwwerker", "fte": 1.5}, '{ "role" = "opbouwwerker", "fte" = 1.5 }'),
        ):
            self.assertEqual(weefsel.program.toml_value(value), text)
        with self.assertRaisesRegex(TypeError, "found NoneType"):
            weefsel.program.toml_value(None)


if __name__ == "__main__":
    unittest.main()
