"""Drawings show the numbers of the results, in the colours of the report."""

import re
import unittest
from pathlib import Path

import numpy as np
import pandas as pd
import studies
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

import weefsel
from weefsel import look

PAGE_STYLE = Path(__file__).resolve().parents[3] / "ui" / "tokens.css"


def dots(axes: Axes) -> dict[float, float]:
    """Row and value of the dots that were drawn."""
    return {float(line.get_ydata()[0]): float(line.get_xdata()[0]) for line in axes.lines if line.get_marker() != "None"}


def panels(figure: Figure) -> list[Axes]:
    figure.canvas.draw()
    return list(figure.axes)


class Drawings(unittest.TestCase):
    def setUp(self) -> None:
        self.results = studies.study()

    def test_a_comparison_has_a_panel_an_indicator_and_a_dot_an_option(self) -> None:
        drawn = panels(weefsel.plot_comparison(self.results, ["friends", "lonely"], year=4, noticeable={"friends": 9}))
        self.assertEqual(len(drawn), 2)
        for axes, name in zip(drawn, ("friends", "lonely"), strict=True):
            mean = self.results.differences(name)["mean"].sel(year=4)
            self.assertEqual(dots(axes)[0], float(mean.sel(option="nothing")))
            self.assertEqual(dots(axes)[1], float(mean.sel(option="structural")))
            self.assertEqual([t.get_text() for t in axes.get_yticklabels()], ["Nothing", "Structural"])
            low, high = axes.get_xlim()
            self.assertEqual(low, -high)
        self.assertGreater(drawn[0].get_xlim()[1], 9)

    def test_bands_are_drawn_around_the_reference_as_in_the_report(self) -> None:
        (axes,) = panels(weefsel.plot_bands(self.results, "social_cohesion", language="nl"))
        lines = {line.get_label(): line for line in axes.lines}
        self.assertEqual(set(lines), {"Niets", "Projecten (referentie)", "Structureel"})
        levels = self.results.levels("social_cohesion")["mean"]
        np.testing.assert_array_equal(lines["Structureel"].get_ydata(), levels.sel(option="structural"))
        np.testing.assert_array_equal(lines["Structureel"].get_xdata(), [1, 2, 3, 4, 5])  # measured at its end
        (axes,) = panels(weefsel.plot_bands(self.results, "lonely"))
        np.testing.assert_array_equal(axes.lines[0].get_xdata(), [0.5, 1.5, 2.5, 3.5, 4.5])  # mean of the year
        reference = self.results.levels("lonely")["mean"].sel(option="projects")
        upper = (reference + self.results.differences("lonely")["upper"]).sel(option="nothing")
        band = axes.collections[0].get_paths()[0].vertices
        np.testing.assert_allclose(band[band[:, 0] == 2.5, 1].max(), upper.sel(year=3))

    def test_a_trifle_is_not_drawn_as_a_leap(self) -> None:
        (axes,) = panels(weefsel.plot_bands(self.results, "social_cohesion", noticeable=0.5))
        low, high = axes.get_ylim()
        self.assertAlmostEqual(high - low, 2)
        (axes,) = panels(weefsel.plot_bands(self.results, "social_cohesion"))
        self.assertLess(axes.get_ylim()[1] - axes.get_ylim()[0], 1)

    def test_groups_stand_on_lines_of_their_own(self) -> None:
        (axes,) = panels(weefsel.plot_groups(self.results, "lonely", "age"))
        groups = self.results.by_group["age"].group.values.tolist()
        self.assertEqual([t.get_text() for t in axes.get_yticklabels()], groups)
        self.assertEqual(len(dots(axes)), 2 * len(groups))
        self.assertEqual(len(panels(weefsel.plot_bands(self.results, "lonely", band="level", by="neighbourhood"))), 2)

    def test_a_tornado_has_the_largest_factor_above(self) -> None:
        table = pd.DataFrame(
            [("cohesion", "small", 0.1), ("cohesion", "large", 0.7), ("cohesion", "middle", 0.3), ("other", "x", 1)],
            columns=["output", "factor", "value"],
        ).assign(index="ST")
        table = table.assign(lower=table.value - 0.05, upper=table.value + 0.05)
        (axes,) = panels(weefsel.plot_tornado(table, "cohesion", indices=["ST"], first=2))
        self.assertEqual([t.get_text() for t in axes.get_yticklabels()], ["large", "middle"])
        self.assertEqual([bar.get_width() for bar in axes.patches], [0.7, 0.3])
        self.assertGreater(axes.get_ylim()[0], axes.get_ylim()[1])  # the first line is the upper one
        for output, indices in (("chesion", ["ST"]), ("cohesion", ["S2"])):
            with self.assertRaises(weefsel.UnknownName):
                weefsel.plot_tornado(table, output, indices=indices)

    def test_what_cannot_be_drawn_is_said(self) -> None:
        with self.assertRaisesRegex(ValueError, "years 1 to 5"):
            weefsel.plot_comparison(self.results, year=20)
        with weefsel.run(studies.scenario(), option="structural", replicates=2) as one:
            with self.assertRaisesRegex(ValueError, "one option only"):
                weefsel.plot_comparison(one)

    def test_colours_are_those_of_the_report(self) -> None:
        light = PAGE_STYLE.read_text(encoding="utf-8").split("@media", 1)[0]
        of = dict(re.findall(r"--([\w-]+): (#\w+);", light))
        self.assertEqual([o.colour for o in look.OPTIONS], [of[f"option-{i}"] for i in (1, 2, 3, 4)])
        self.assertEqual((look.REFERENCE.colour, look.INK, look.RULE), (of["reference"], of["ink"], of["rule"]))
        self.assertEqual(look.SHOCK, of["shock"])
        (axes,) = panels(weefsel.plot_bands(self.results, "friends"))
        drawn = {line.get_label(): to_hex(line.get_color()) for line in axes.lines}
        self.assertEqual(drawn["Structural"], of["option-2"])  # the second that is not the reference
        self.assertEqual(drawn["Projects (reference)"], of["reference"])


if __name__ == "__main__":
    unittest.main()
