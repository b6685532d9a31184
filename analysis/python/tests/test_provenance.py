"""A folder of results tells how it was made, as a valid RO-Crate, and can be made again from what it holds."""

import json
import shutil
import unittest
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ro_crate
import studies

import weefsel


class Provenance(unittest.TestCase):
    def setUp(self) -> None:
        self.made = studies.study().path.parent
        self.crate = json.loads((self.made / ro_crate.DESCRIPTOR).read_text(encoding="utf-8"))
        self.by_id = {entity["@id"]: entity for entity in self.crate["@graph"]}

    def test_the_folder_is_a_valid_crate(self) -> None:
        self.assertEqual(ro_crate.breaches(self.made), [])

    def test_it_tells_what_was_run_with_which_program_on_what(self) -> None:
        attrs = studies.study().attrs
        self.assertEqual(self.by_id["./"]["name"], attrs["title"])
        self.assertEqual(self.by_id["./"]["description"], attrs["question"])
        self.assertEqual(self.by_id["#run"]["description"], attrs["command"])
        self.assertEqual(self.by_id["#weefsel"]["softwareVersion"], attrs["version"])
        self.assertEqual(self.by_id["#commit"]["value"], attrs["commit"])
        self.assertEqual(self.by_id["scenario-resolved.toml"]["alternateName"], str(studies.scenario()))
        self.assertLessEqual(self.by_id["#run"]["startTime"], self.by_id["#run"]["endTime"])
        here = {path.name for path in self.made.iterdir()} - {ro_crate.DESCRIPTOR}
        self.assertEqual({part["@id"] for part in self.by_id["./"]["hasPart"]}, here)

    def test_the_scenario_in_the_folder_gives_the_same_results(self) -> None:
        with weefsel.run(self.made / "scenario-resolved.toml", out=studies.folder() / "again") as again:
            for name in ("summary.csv", "scenario-resolved.toml"):
                self.assertEqual((again.path.parent / name).read_bytes(), (self.made / name).read_bytes())
            self.assertEqual(again.attrs["scenario_sha256"], studies.study().attrs["scenario_sha256"])

    def test_figures_from_a_file_and_prices_are_in_the_scenario_of_the_folder(self) -> None:
        shipped = Path(__file__).resolve().parents[3] / "scenarios" / "first-look.toml"
        made = studies.folder() / "shipped"
        with weefsel.run(shipped, years=1, replicates=1, out=made) as first:
            moved = shutil.copy(made / "scenario-resolved.toml", studies.folder() / "moved.toml")
            with weefsel.run(moved, set={"equal_money": False}) as again:
                self.assertEqual(
                    (again.path.parent / "summary.csv").read_bytes(), (made / "summary.csv").read_bytes()
                )
                self.assertEqual(again.attrs["seed"], first.attrs["seed"])

    def test_a_title_with_quotes_and_angle_brackets_stays_valid(self) -> None:
        title = 'Een "titel" met </script> & \u20ac\n'
        with weefsel.run(studies.scenario(), set={"title": title}, out=studies.folder() / "odd", replicates=1) as odd:
            self.assertEqual(ro_crate.breaches(odd.path.parent), [])
            crate = json.loads((odd.path.parent / ro_crate.DESCRIPTOR).read_text(encoding="utf-8"))
            self.assertEqual(crate["@graph"][1]["name"], title)


TARGETS = """
title = "A small fit"
scenario = "{scenario}"
[search]
particles = 8
generations = 2
runs = 40
rows = 5
[[target]]
indicator = "healthy"
value = 0.75
tolerance = 0.05
unit = "1"
source = "example"
[free]
"survey.healthy_level" = {{ low = 1.6, high = 3.6 }}
"""

DESIGN = """
scenario = "{scenario}"
[design]
kind = "grid"
[levers]
"option.projects.line.1.buys.1.fte" = [1, 2]
"""


class FoldersOfManyRuns(unittest.TestCase):
    def entities(self, folder: Path) -> dict[str, Any]:
        self.assertEqual(ro_crate.breaches(folder), [])
        crate = json.loads((folder / ro_crate.DESCRIPTOR).read_text(encoding="utf-8"))
        return {entity["@id"]: entity for entity in crate["@graph"]}

    def test_the_folder_of_a_fit_is_a_valid_crate_and_gives_the_same_posterior(self) -> None:
        targets, made, again = (studies.folder() / name for name in ("fit.toml", "fit", "fit-again"))
        targets.write_text(TARGETS.format(scenario=studies.scenario()), encoding="utf-8")
        weefsel.call(["calibrate", str(targets), "-o", str(made), "--quiet"])
        by_id = self.entities(made)
        self.assertEqual(by_id["./"]["name"], "A small fit")
        self.assertEqual(by_id["targets.toml"]["alternateName"], str(targets))
        here = {path.name for path in made.iterdir()} - {ro_crate.DESCRIPTOR}
        self.assertEqual({part["@id"] for part in by_id["./"]["hasPart"]}, here)
        weefsel.call(["calibrate", str(made / "targets.toml"), "-o", str(again), "--quiet"])
        one, other = ((f / "posterior.csv").read_text(encoding="utf-8").splitlines() for f in (made, again))
        self.assertEqual(one[1:], other[1:])  # the first line names the file of targets

    def test_the_folder_of_a_sweep_is_a_valid_crate(self) -> None:
        design, made = studies.folder() / "grid.toml", studies.folder() / "grid"
        design.write_text(DESIGN.format(scenario=studies.scenario()), encoding="utf-8")
        weefsel.call(["sweep", str(design), "-o", str(made), "--quiet"])
        by_id = self.entities(made)
        self.assertEqual(by_id["./"]["name"], studies.study().attrs["title"])
        self.assertEqual(
            {part["@id"] for part in by_id["./"]["hasPart"]}, {"design.toml", "design.csv", "manifest.json", "sweep.h5"}
        )
        self.assertLessEqual(by_id["#run"]["startTime"], by_id["#run"]["endTime"])


class EveryRuleCanBeBroken(unittest.TestCase):
    def broken(self, change: Callable[[dict[str, Any]], object], says: str) -> None:
        """`change` gets the entities by @id; the checker must then say `says`."""
        made = studies.study().path.parent
        crate = json.loads((made / ro_crate.DESCRIPTOR).read_text(encoding="utf-8"))
        change({"@graph": crate["@graph"], "@context": crate["@context"], **{e["@id"]: e for e in crate["@graph"]}})
        folder = studies.folder() / "broken"
        shutil.copytree(made, folder)
        try:
            (folder / ro_crate.DESCRIPTOR).write_text(json.dumps(crate), encoding="utf-8")
            self.assertTrue(any(says in b for b in ro_crate.breaches(folder)), (says, ro_crate.breaches(folder)))
        finally:
            shutil.rmtree(folder)

    def test_in_the_document(self) -> None:
        self.broken(lambda c: c["./"].pop("license"), "./ has no license")
        self.broken(lambda c: c["./"].update(datePublished="yesterday"), "no date of ISO 8601")
        self.broken(lambda c: c["./"].update(colour="red"), "colour is no term of the context")
        self.broken(lambda c: c["#run"].update({"@type": "Deed"}), "Deed is no term of the context")
        self.broken(lambda c: c["@context"].__setitem__(0, "https://example.org"), "@context does not begin")
        self.broken(lambda c: c["@context"].__setitem__(1, {"name": "http://example.org/name"}), "gives name the address")
        self.broken(lambda c: c["ro-crate-metadata.json"].update(about={"@id": "#run"}), "is not about ./")
        self.broken(lambda c: c["ro-crate-metadata.json"].pop("conformsTo"), f"conform to {ro_crate.SPECIFICATION}")
        self.broken(lambda c: c["@graph"].append(dict(c["#run"])), "two entities are called #run")
        self.broken(lambda c: c["#run"].update(instrument={"@id": "#nobody"}), "#nobody, which is not described")
        self.broken(lambda c: c["#run"].update(object=[{"@id": "scenario-resolved.toml"}]), "object is a list of 1")
        self.broken(lambda c: c["#run"].update(object=dict(c["scenario-resolved.toml"])), "an entity instead of a link")
        self.broken(lambda c: c["./"].pop("mentions"), "does not mention #run")
        self.broken(lambda c: c["./"].pop("conformsTo"), f"conform to {ro_crate.PROFILE}")
        self.broken(lambda c: c["#weefsel"].pop("softwareVersion"), "no program with a version")
        self.broken(lambda c: c["#run"]["result"].pop(), "are not the files of the folder")
        self.broken(lambda c: c["./"]["hasPart"].pop(), "is a File and no part of ./")

    def test_on_disk(self) -> None:
        for change, says in (
            (lambda folder: (folder / "summary.csv").unlink(), "summary.csv does not lie in the folder"),
            (lambda folder: (folder / "summary.csv").write_text("a,b\n"), "summary.csv has another size"),
            (_one_byte, "report.html has another SHA-256"),
            (lambda folder: (folder / ro_crate.DESCRIPTOR).unlink(), "cannot be read as JSON"),
            (lambda folder: (folder / ro_crate.DESCRIPTOR).write_text("[]"), "no @graph"),
        ):
            folder = studies.folder() / "damaged"
            shutil.copytree(studies.study().path.parent, folder)
            change(folder)
            found = ro_crate.breaches(folder)
            shutil.rmtree(folder)
            self.assertTrue(any(says in b for b in found), (says, found))


def _one_byte(folder: Path) -> None:
    page = folder / "report.html"
    page.write_bytes(page.read_bytes()[:-1] + b" ")


if __name__ == "__main__":
    unittest.main()
