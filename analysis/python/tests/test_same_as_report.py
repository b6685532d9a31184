"""The package's numbers are those of report.html and summary.csv, to the precision of the float32 that those hold."""

import csv
import unittest
from typing import Any

import numpy as np
import studies

import weefsel

NEAR = {"rtol": 2e-6, "atol": 1e-9}


def number(text: str) -> float:
    return float(text) if text else float("nan")


def interval(found: Any) -> list[float]:
    return [float(found[name]) for name in ("mean", "lower", "upper")]


def shown(values: Any) -> Any:
    """Numbers of the report; what is not known stands there as null."""
    return np.array(values, dtype=object).astype(float)


class SameAsReport(unittest.TestCase):
    draws = 1

    def setUp(self) -> None:
        self.results = studies.study(self.draws)
        self.report = studies.report_data(self.results)
        self.options = [o["name"] for o in self.report["options"]]

    def same(self, found: Any, told: Any, what: object) -> None:
        np.testing.assert_allclose(
            np.asarray(found, dtype=float), shown(told), **NEAR, equal_nan=True, err_msg=str(what)
        )

    def test_the_report_is_of_these_results(self) -> None:
        self.assertEqual(self.options, self.results.options)
        self.assertEqual(self.options[self.report["reference"]], self.results.reference)
        self.assertEqual(self.report["years"], self.results.years)
        self.assertEqual(self.report["draws"], self.draws)
        self.assertEqual({o["name"]: o["nl"] for o in self.report["options"]}, self.results.labels("nl"))

    def test_levels_and_differences_of_every_indicator_are_those_of_summary_csv(self) -> None:
        compared = 0
        with open(self.results.path.with_name("summary.csv"), encoding="utf-8", newline="") as file:
            rows = [r for r in csv.DictReader(file) if r["indicator"] in self.results.indicators]
        for name in {r["indicator"] for r in rows}:
            levels = self.results.levels(name).to_dataframe()
            differences = self.results.differences(name).to_dataframe()
            for row in (r for r in rows if r["indicator"] == name):
                at = (row["option"], int(row["horizon_years"]))
                level, difference = levels.loc[at], differences.loc[at]
                found = [*interval(level), *interval(difference), float(difference.probability_better)]
                names = ("mean", "lower", "upper", "difference", "difference_lower", "difference_upper")
                told = [number(row[column]) for column in (*names, "probability_better")]
                np.testing.assert_allclose(found, told, **NEAR, equal_nan=True, err_msg=f"{name} {at}")
                self.assertEqual(int(difference.n), int(row["pairs"]))
                compared += 1
        self.assertEqual(compared, len(self.options) * len(self.results.indicators) * 2)  # years 4 and 5

    def test_the_table_of_comparisons_is_that_of_the_report(self) -> None:
        table = self.results.comparison
        self.assertEqual(len(table), len(self.report["comparison"]))
        for row, told in zip(table.itertuples(), self.report["comparison"], strict=True):
            self.assertEqual((row.option, row.indicator), (self.options[told["option"]], told["indicator"]))
            self.same([row.mean, row.lower, row.upper], told["level"], row)
            self.same([row.difference, row.difference_lower, row.difference_upper], told["difference"], row)

    def test_the_lines_over_the_years_are_those_of_the_report(self) -> None:
        self.assertGreaterEqual(len(self.report["series"]), 6)
        for series in self.report["series"]:
            name = series["indicator"]
            for found, told in ((self.results.levels(name), "levels"), (self.results.differences(name), "differences")):
                for o, option in enumerate(self.options):
                    mine = found.sel(option=option)
                    self.same(np.stack([mine[v] for v in ("mean", "lower", "upper")], axis=-1), series[told][o], name)

    def test_differences_of_every_pair_of_worlds_are_those_of_the_report(self) -> None:
        for told in self.report["worlds"]:
            pairs = self.results.paired(self.results.by_year(told["indicator"])).isel(year=-1)
            for o, option in enumerate(self.options):
                self.same(pairs.sel(option=option).values.ravel(), told["differences"][o], told["indicator"])

    def test_groups_and_neighbourhoods_are_those_of_the_report(self) -> None:
        names = {g["name"] for g in self.report["groupings"]}
        self.assertLessEqual({"age", "income", "origin", "education", "neighbourhood"}, names)
        for grouping in self.report["groupings"]:
            for told in grouping["values"]:
                name, by = told["indicator"], grouping["name"]
                for found, which in (
                    (self.results.levels(name, by), "levels"),
                    (self.results.differences(name, by), "differences"),
                ):
                    place = "neighbourhood" if by == "neighbourhood" else "group"
                    self.assertEqual(found[place].values.tolist(), grouping["groups"])
                    for o, option in enumerate(self.options):
                        mine = found.isel(year=-1).sel(option=option)
                        ends = np.stack([mine[v] for v in ("mean", "lower", "upper")], axis=-1)
                        self.same(ends, told[which][o], (name, by, option))

    def test_what_a_payer_gains_is_that_of_the_report(self) -> None:
        money = self.report["money"]
        for r, rate in enumerate(money["rates"]):
            found = weefsel.balance(self.results, rate)
            for o, option in enumerate(self.options):
                for p, payer in enumerate(money["payers"]):
                    mine = interval(found.sel(option=option, payer=payer))
                    told = shown(money["balances"][o][p]["present_value"][r])
                    # Sums of euros: to the precision of a float32 of what was summed.
                    np.testing.assert_allclose(mine, told, rtol=1e-5, atol=0.01, err_msg=f"{option} {payer} {rate}")

    def test_counts_of_the_ledger_are_those_of_the_report(self) -> None:
        for ledger in self.report["ledgers"]:
            for per_1000, told_as in ((False, "counts"), (True, "per_1000")):
                found = self.results.ledger_counts(ledger["kind"], per_1000).to_dataframe()
                for told in ledger["entries"]:
                    if per_1000 and told["entry"] == "residents":  # a number of residents is no rate of them
                        self.assertEqual(told["per_1000"], [])
                        continue
                    for o, option in enumerate(self.options):
                        mine = found.loc[(option, told["entry"])]
                        self.same(interval(mine), told[told_as][o], (ledger["kind"], told["entry"], option))

    def test_parameters_and_tables_of_decisions_are_those_of_the_report(self) -> None:
        told = {p["name"]: p["value"] for p in self.report["parameters"]}
        mine = self.results.parameters.set_index("name")["value"]
        self.assertEqual(set(mine.index), set(told))
        self.same([mine[name] for name in told], list(told.values()), "parameters")
        tables = {t["name"]: t for t in self.report["tables"]}
        for name, table in self.results.decision.items():
            columns = {c["name"]: c["values"] for c in tables[name]["columns"]}
            for column in table.columns:
                if table[column].dtype.kind == "f":
                    finite = table[column].where(np.isfinite(table[column]))  # JSON has no infinity
                    self.same(finite, columns[column], (name, column))
                else:
                    self.assertEqual(table[column].tolist(), columns[column])


class SameAsReportUnderSeveralAssumptions(SameAsReport):
    draws = 3

    def test_the_tables_of_decisions_are_there(self) -> None:
        self.assertIn("certainty", self.results.decision)
        self.assertEqual(len(self.results.assumptions), self.draws)
        self.assertIn("network.halflife_friend", self.results.assumptions.columns)


if __name__ == "__main__":
    unittest.main()
