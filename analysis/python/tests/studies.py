"""Small studies that the tests read, each lived once."""

from __future__ import annotations

import atexit
import functools
import json
import tempfile
from pathlib import Path
from typing import Any

import weefsel

SCENARIO = """
title = "Small"
question = "What does another form of money do?"
years = 5
warmup_years = 1
replicates = 4
seed = 7
reference = "projects"
equal_money = false

[[neighbourhood]]
name = "North"
residents = 300
age_0_14 = 45
age_15_24 = 40
age_25_44 = 85
age_45_64 = 75
age_65_over = 55
households = 145
single = 60
without_children = 42
with_children = 43

[[neighbourhood]]
name = "South"
residents = 200
age_0_14 = 30
age_15_24 = 25
age_25_44 = 60
age_45_64 = 45
age_65_over = 40
households = 95
single = 40
without_children = 27
with_children = 28

[[option]]
name = "nothing"
label = { nl = "Niets", en = "Nothing" }

[[option]]
name = "projects"
label = { nl = "Projecten", en = "Projects" }
  [[option.line]]
  name = "work"
  form = "project"
  buys = [ { role = "opbouwwerker", fte = 1 }, { place = "buurthuis", hours_week = 20 } ]

[[option]]
name = "structural"
label = { nl = "Structureel", en = "Structural" }
  [[option.line]]
  name = "work"
  form = "structural"
  buys = [ { role = "opbouwwerker", fte = 1 }, { place = "buurthuis", hours_week = 20 } ]

[[shock]]
kind = "pandemic"
start_year = 2
months = 6
"""


@functools.cache
def folder() -> Path:
    """A folder that goes when the tests end."""
    made = tempfile.TemporaryDirectory(prefix="weefsel-tests-")
    atexit.register(made.cleanup)
    return Path(made.name)


@functools.cache
def scenario() -> Path:
    path = folder() / "small.toml"
    path.write_text(SCENARIO, encoding="utf-8")
    return path


@functools.cache
def study(draws: int = 1) -> weefsel.Results:
    """The small scenario under one set of assumptions, or several."""
    results = weefsel.run(scenario(), draws=draws, out=folder() / f"draws-{draws}")
    atexit.register(results.close)
    return results


def report_data(results: weefsel.Results) -> dict[str, Any]:
    """The data that stand in the report beside the results."""
    page = results.path.with_name("report.html").read_text(encoding="utf-8")
    start = page.index(">", page.index('id="data"')) + 1
    data: dict[str, Any] = json.loads(page[start : page.index("</script>", start)])
    return data
