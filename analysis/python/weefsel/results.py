"""A result file as labelled arrays, and what its options differ by."""

from __future__ import annotations

import difflib
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import h5netcdf
import numpy as np
import pandas as pd
import xarray as xr

from .worlds import (
    MONTHS_A_YEAR,
    difference_within,
    ends_of,
    interval_of_worlds,
    level_within,
    share_better,
    year_values,
)


class UnknownName(LookupError):
    """A name that the results do not have; says which they have, or the nearest."""


class NoResults(ValueError):
    """A file that is no result file of weefsel."""


def open_results(path: str | Path) -> Results:
    """Opens the results in a folder that `weefsel compare` wrote, or a result file of its own.

    Raises FileNotFoundError when nothing is there, NoResults when it is something else.
    """
    place = Path(path)
    return Results(place / "results.h5" if place.is_dir() else place)


class Results(Mapping[str, xr.Dataset]):
    """The groups of a result file by name: `results["indicators"]`, `results["by_group/age"]`, `list(results)`.

    Values are read when they are used. Close it, or use it in a `with` block, to free the file.
    """

    def __init__(self, path: Path, kept: tempfile.TemporaryDirectory[str] | None = None):
        self.path = path
        self._kept = kept  # a folder that lives as long as these results
        self._open: dict[str, xr.Dataset] = {}
        if not path.is_file():
            raise FileNotFoundError(f"{path}: no such file")
        try:
            with h5netcdf.File(path, "r") as file:
                self.attrs: dict[str, Any] = dict(file.attrs)
                self._groups = tuple(_groups_with_arrays(file))
        except OSError as error:
            raise NoResults(f"{path}: is no result file of weefsel ({error})") from None
        if self.attrs.get("program") != "weefsel":
            raise NoResults(f"{path}: is no result file of weefsel")

    # The groups.
    def __getitem__(self, group: str) -> xr.Dataset:
        name = group.strip("/")
        if name not in self._groups:
            raise UnknownName(f"{self.path} has no group {name}; {_nearest(name, self._groups)}")
        if name not in self._open:
            self._open[name] = xr.open_dataset(self.path, group=name, engine="h5netcdf", decode_times=False)
        return self._open[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._groups)

    def __len__(self) -> int:
        return len(self._groups)

    def __contains__(self, group: object) -> bool:
        return isinstance(group, str) and group.strip("/") in self._groups

    def close(self) -> None:
        for group in self._open.values():
            group.close()
        self._open.clear()
        if self._kept is not None:
            self._kept.cleanup()

    def __enter__(self) -> Results:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        options = ", ".join(f"{o} (reference)" if o == self.reference else o for o in self.options)
        return f"<weefsel results {self.path}: {self.attrs['title']}; {options}; {self.years} years>"

    @property
    def indicators(self) -> xr.Dataset:
        """(option, draw, replicate, month), months from 1."""
        return self["indicators"]

    @property
    def own(self) -> xr.Dataset:
        """Indicators of plugins (`--plugin`): (option, draw, replicate, month), months from 1."""
        return self["own"]

    @property
    def by_neighbourhood(self) -> xr.Dataset:
        """(option, draw, replicate, year, neighbourhood)"""
        return self["by_neighbourhood"]

    @property
    def by_group(self) -> dict[str, xr.Dataset]:
        """By grouping (age, income, ...): (option, draw, replicate, year, group)"""
        return {name: self[f"by_group/{name}"] for name in self._within("by_group")}

    @property
    def money(self) -> xr.Dataset:
        """(option, draw, replicate, year, payer), EUR"""
        return self["money"]

    @property
    def ledger(self) -> xr.Dataset:
        """Events that one life has and its twin has not: (option, draw, replicate, entry)"""
        return self["ledger"]

    def ledger_counts(self, kind: str, per_1000: bool = True, level: float = 0.95) -> xr.Dataset:
        """What did not happen, of one kind of event: mean, lower, upper, n by (option, entry).

        Per 1000 residents of month 0, each world by its own number of them, or counts; the entry `residents` is that
        number. Raises UnknownName.
        """
        counts = _named(self.ledger, kind, "/ledger").astype(np.float64)
        if per_1000:
            residents = counts.sel(entry="residents", drop=True)
            counts = (1000 * counts / residents).where(counts.entry != "residents", residents)
        found = interval_of_worlds(counts, level)
        # Counts are never below 0; months without an event can be fewer than in the other life.
        return level_within(found, 0.0, np.inf).where(found.entry != "event_free_months", found)

    @property
    def ledger_sham(self) -> xr.Dataset:
        """The same of each option against itself with other visits."""
        return self["ledger_sham"]

    @property
    def ledger_luck(self) -> xr.Dataset:
        """The same of the reference against itself with other chance events."""
        return self["ledger_luck"]

    # The tables.
    @property
    def comparison(self) -> pd.DataFrame:
        """What summary.csv holds: one row for each option, indicator and horizon."""
        table = self._table("comparison")
        return table.astype({"horizon_years": int, "pairs": int})

    def answer(self, language: str = "en") -> dict[str, str]:
        """What the results say of each option but the reference, in a sentence (nl or en): the one that the program
        printed. Empty where one option was simulated."""
        if "decision/answer" not in self:
            return {}
        table = self._table("decision/answer")
        return dict(zip(table["option"], table[f"sentence_{language}"], strict=True))

    @property
    def decision(self) -> dict[str, pd.DataFrame]:
        """Tables that help to decide, by name: certainty (of several sets of assumptions) and others, where they are."""
        return {name: self._table(f"decision/{name}") for name in self._within("decision")}

    @property
    def parameters(self) -> pd.DataFrame:
        """Every parameter by full name: value, unit, source, evidence, meaning, range."""
        return self._table("scenario/parameters")

    @property
    def assumptions(self) -> pd.DataFrame:
        """Value of each parameter that differs between draws: one row a draw, one column a parameter."""
        if "scenario/draws" not in self:
            return pd.DataFrame(index=pd.Index(self.indicators.draw.values, name="draw"))
        return self["scenario/draws"].value.to_pandas()

    # What the file is about.
    @property
    def options(self) -> list[str]:
        return [str(o) for o in self.indicators.option.values]

    @property
    def reference(self) -> str:
        return str(self.attrs["reference"])

    @property
    def years(self) -> int:
        return int(self.indicators["month"].values.max()) // MONTHS_A_YEAR

    @property
    def scenario(self) -> dict[str, Any]:
        """The scenario with all that it was made from; `weefsel compare` reads it back to the same study."""
        with h5netcdf.File(self.path, "r") as file:
            text = file["scenario/resolved"][()]
        return tomllib.loads(text.decode() if isinstance(text, bytes) else str(text))

    def labels(self, language: str = "en") -> dict[str, str]:
        """What options are called for readers, nl or en."""
        if "scenario/options" not in self:
            return {o: o for o in self.options}
        table = self._table("scenario/options")
        return dict(zip(table["name"], table[f"label_{language}"], strict=True))

    # What options give and differ by.
    def by_year(self, indicator: str, by: str | None = None) -> xr.DataArray:
        """An indicator year by year, (option, draw, replicate, year[, group]), float64.

        `by`: a grouping of by_group (age, income, ...), or neighbourhood. Raises UnknownName.
        """
        if by is None and "own" in self and indicator in self.own.data_vars:
            return year_values(self.own[indicator])
        if by is None:
            return year_values(_named(self.indicators, indicator, "/indicators"))
        if by == "neighbourhood":
            return _named(self.by_neighbourhood, indicator, "/by_neighbourhood").astype(np.float64)
        groupings = self._within("by_group")
        if by not in groupings:
            raise UnknownName(f"{self.path} has no grouping {by}; {_nearest(by, (*groupings, 'neighbourhood'))}")
        return _named(self[f"by_group/{by}"], indicator, f"/by_group/{by}").astype(np.float64)

    def levels(self, indicator: str, by: str | None = None, level: float = 0.95) -> xr.Dataset:
        """What each option gives in each year: mean, lower, upper, n by (option, year[, group])."""
        values = self.by_year(indicator, by)
        return level_within(interval_of_worlds(values, level), *ends_of(values))

    def differences(self, indicator: str, by: str | None = None, level: float = 0.95) -> xr.Dataset:
        """What each option differs from the reference in the same world, by (option, year[, group]).

        Variables: mean, lower, upper, n (pairs of worlds), probability_better (the share of pairs in which the
        option is better, ties half).
        """
        values = self.by_year(indicator, by)
        paired = self.paired(values)
        out = difference_within(interval_of_worlds(paired, level), *ends_of(values))
        out["probability_better"] = share_better(paired, str(values.attrs.get("better", "neither")))
        return out

    def paired(self, values: xr.DataArray) -> xr.DataArray:
        """Values minus those of the reference in the same world, for anything that has an option; float64."""
        values = values.astype(np.float64)
        out: xr.DataArray = values - values.sel(option=self.reference, drop=True)
        out.attrs = dict(values.attrs)
        return out

    def _within(self, group: str) -> tuple[str, ...]:
        return tuple(g.removeprefix(group + "/") for g in self._groups if g.startswith(group + "/"))

    def _table(self, group: str) -> pd.DataFrame:
        """A group of columns over one dimension. The names of the rows, where they are no column, are dropped."""
        data = self[group]
        (rows,) = data.dims
        table = data.to_dataframe()
        return table.reset_index() if rows != "row" else table.reset_index(drop=True)


def _groups_with_arrays(file: h5netcdf.Group) -> Iterator[str]:
    for name, group in file.groups.items():
        if any(v.dimensions for v in group.variables.values()):
            yield group.name.strip("/")
        yield from _groups_with_arrays(group)


def _named(group: xr.Dataset, indicator: str, where: str) -> xr.DataArray:
    if indicator not in group.data_vars:
        names = [str(n) for n in group.data_vars]
        raise UnknownName(f"{where} has no {indicator}; {_nearest(indicator, names)}")
    return group[indicator]


def _nearest(name: str, names: Iterable[str]) -> str:
    all_names = sorted(names)
    near = difflib.get_close_matches(name, all_names, n=1)
    return f"did you mean {near[0]}?" if near else "it has " + ", ".join(all_names)
