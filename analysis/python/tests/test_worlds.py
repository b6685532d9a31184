"""Statistics over worlds, against values computed by hand."""

import unittest

import numpy as np
import xarray as xr

import weefsel

NAN = float("nan")


def worlds(values: list[list[float]]) -> xr.DataArray:
    """Rows are draws, columns replicates."""
    return xr.DataArray(np.array(values, dtype=np.float32), dims=("draw", "replicate"))


class IntervalsOverWorlds(unittest.TestCase):
    def interval(self, values: list[list[float]]) -> tuple[float, float, float, int]:
        found = weefsel.interval_of_worlds(worlds(values))
        return float(found["mean"]), float(found["lower"]), float(found["upper"]), int(found["n"])

    def test_one_draw_has_students_interval_over_its_worlds(self) -> None:
        # 1, 2, 3: s = 1, error = 1 / sqrt(3), t(2; 0.975) = 4.302653 (Pearson & Hartley, table 12)
        mean, lower, upper, n = self.interval([[1, 2, 3]])
        self.assertAlmostEqual(mean, 2)
        self.assertAlmostEqual(lower, 2 - 4.302653 / 3**0.5, places=6)
        self.assertAlmostEqual(upper, 2 + 4.302653 / 3**0.5, places=6)
        self.assertEqual(n, 3)

    def test_worlds_of_one_draw_are_no_independent_evidence(self) -> None:
        # Means of draws 1 and 3: mean 2, s = sqrt(2), error = 1, t(1; 0.975) = 12.706205
        mean, lower, upper, n = self.interval([[0, 2], [2, 4]])
        self.assertAlmostEqual(mean, 2)
        self.assertAlmostEqual(upper - mean, 12.706205, places=5)
        self.assertAlmostEqual(mean - lower, 12.706205, places=5)
        self.assertEqual(n, 4)

    def test_a_world_that_was_not_measured_is_left_out(self) -> None:
        self.assertEqual(self.interval([[1, NAN, 2, 3]])[3], 3)
        self.assertAlmostEqual(self.interval([[1, NAN, 2, 3]])[0], 2)
        # A draw without any value leaves one draw, whose worlds then count.
        self.assertAlmostEqual(self.interval([[1, 2, 3], [NAN, NAN, NAN]])[2], 2 + 4.302653 / 3**0.5, places=6)

    def test_equal_worlds_differ_by_exactly_nothing(self) -> None:
        self.assertEqual(self.interval([[0.1] * 7])[:3], (np.float32(0.1),) * 3)

    def test_one_world_has_a_mean_and_no_interval(self) -> None:
        mean, lower, upper, _ = self.interval([[5]])
        self.assertEqual(mean, 5)
        self.assertTrue(np.isnan(lower) and np.isnan(upper))
        self.assertTrue(np.isnan(self.interval([[NAN]])[0]))


class Years(unittest.TestCase):
    def test_a_year_is_the_mean_of_what_was_measured_in_its_twelve_months(self) -> None:
        monthly = np.full(36, NAN, dtype=np.float32)
        monthly[:12] = np.arange(12)
        monthly[23] = 7
        years = weefsel.year_values(xr.DataArray(monthly, dims="month", coords={"month": np.arange(1, 37)}))
        self.assertEqual(years["year"].values.tolist(), [1, 2, 3])
        np.testing.assert_array_equal(years.values, [5.5, 7, NAN])

    def test_months_that_were_not_kept_do_not_move_the_others(self) -> None:
        years = weefsel.year_values(xr.DataArray([1.0, 3.0], dims="month", coords={"month": [12, 48]}))
        self.assertEqual(dict(zip(years["year"].values, years.values, strict=True)), {1: 1.0, 4: 3.0})


class WhichIsBetter(unittest.TestCase):
    def test_ties_count_half_and_missing_worlds_do_not_count(self) -> None:
        pairs = worlds([[1, -1, 0, NAN]])
        self.assertEqual(float(weefsel.share_better(pairs, "higher")), 0.5)
        self.assertEqual(float(weefsel.share_better(worlds([[1, 2, -1, 0]]), "higher")), 2.5 / 4)
        self.assertEqual(float(weefsel.share_better(worlds([[1, 2, -1, 0]]), "lower")), 1.5 / 4)
        self.assertTrue(np.isnan(float(weefsel.share_better(pairs, "neither"))))


if __name__ == "__main__":
    unittest.main()
