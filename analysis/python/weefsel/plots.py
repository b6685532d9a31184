"""Drawings of results. Each returns a matplotlib figure; nothing is shown or saved.

Dots are means, lines through them and bands are 95 % intervals over worlds. The numbers are those of the report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np
import xarray as xr
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from .look import INK, LINE, SHOCK, SOFT, WIDTH, Look, legend, looks, plain
from .results import Results
from .worlds import interval_of_worlds

Arrays = TypeVar("Arrays", xr.Dataset, xr.DataArray)
HEADLINES = ("social_cohesion", "severely_lonely", "participation", "residents_reached")
WORDS = {
    "en": {
        "difference": "difference from",
        "after": "in year {}",
        "year": "years",
        "by": "by",
        "sets": "sets of assumptions, in order",
        "reference": "reference",
    },
    "nl": {
        "difference": "verschil met",
        "after": "in jaar {}",
        "year": "jaren",
        "by": "naar",
        "sets": "stellen aannames, op volgorde",
        "reference": "referentie",
    },
}


def plot_comparison(
    results: Results,
    indicators: Sequence[str] = HEADLINES,
    year: int | None = None,
    noticeable: Mapping[str, float] | None = None,
    language: str = "en",
) -> Figure:
    """Differences from the reference in a year (the last unless told): a panel an indicator, a line an option.

    `noticeable`: by indicator the least difference that matters; drawn dotted, and the axis reaches that far.
    """
    year = results.years if year is None else year
    others, words = _others(results), WORDS[language]
    shown, labels = looks(results.options, results.reference), results.labels(language)
    figure = Figure(figsize=(WIDTH, 0.5 + len(indicators) * (0.75 + LINE * len(others))), layout="constrained")
    panels = figure.subplots(len(indicators), 1, squeeze=False)[:, 0]
    for axes, name in zip(panels, indicators, strict=True):
        at = _in_year(results.differences(name), year)
        for row, option in enumerate(others):
            _dot(axes, at.sel(option=option), row, shown[option])
        _around_zero(axes, (noticeable or {}).get(name, 0.0))
        axes.set_yticks(range(len(others)), [labels[o] for o in others])
        axes.set_ylim(len(others) - 0.5, -0.5)
        axes.set_title(_title(results, name, language), loc="left", fontsize=10, color=INK)
    panels[-1].set_xlabel(f"{words['difference']} {labels[results.reference]} {words['after'].format(year)}", color=SOFT)
    return figure


def plot_bands(
    results: Results,
    indicator: str,
    band: str = "difference",
    by: str | None = None,
    noticeable: float = 0.0,
    language: str = "en",
) -> Figure:
    """An indicator over the years, a line an option; with `by` (age, neighbourhood, ...) a panel a group.

    `band`: difference: how sure the difference is, drawn around the reference, as in the report; level: how sure each
    option's own mean is, which is much less, for what all options share is in it. `noticeable`: the least difference
    that matters; the axis spans at least four of those, so that a trifle is not drawn as a leap.
    """
    levels, differences = results.levels(indicator, by), results.differences(indicator, by)
    if band == "difference":
        around = levels["mean"].sel(option=results.reference) + differences[["lower", "upper"]]
    elif band == "level":
        around = levels[["lower", "upper"]]
    else:
        raise ValueError(f"band is difference or level; found {band}")
    shown, labels = looks(results.options, results.reference), _with_reference(results, language)
    # What is measured every month is drawn in the middle of the year, what is measured at its end there.
    yearly = results.indicators[indicator].attrs.get("measured") == "yearly"
    moments = levels["year"].values - (0.0 if yearly else 0.5)
    place = _place_dimension(by)
    groups: list[str | None] = [None] if by is None else [str(g) for g in levels[place].values]
    figure = Figure(figsize=(WIDTH, 3.8 if by is None else 0.8 + 1.6 * len(groups)), layout="constrained")
    panels = figure.subplots(len(groups), 1, sharex=True, sharey=True, squeeze=False)[:, 0]
    for axes, group in zip(panels, groups, strict=True):
        _shocks(axes, results)
        for option in results.options:
            at = {"option": option} if group is None else {"option": option, place: group}
            look, ends = shown[option], around.sel(at)
            axes.fill_between(moments, ends["lower"], ends["upper"], color=look.colour, alpha=0.18, linewidth=0)
            mean = levels["mean"].sel(at)
            axes.plot(moments, mean, color=look.colour, linestyle=look.dash, linewidth=2, label=labels[option])
        if group is not None:
            axes.set_title(group, loc="right", fontsize=10, color=SOFT)
        plain(axes, "y")
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_xlim(0, results.years)
    low, high = panels[0].get_ylim()
    spare = max(0.0, (4 * noticeable - (high - low)) / 2)
    panels[0].set_ylim(low - spare, high + spare)
    panels[-1].set_xlabel(WORDS[language]["year"], color=SOFT)
    legend(panels[0])
    figure.suptitle(_title(results, indicator, language), x=0.02, ha="left", fontsize=11, color=INK)
    return figure


def plot_groups(
    results: Results, indicator: str, by: str, year: int | None = None, differences: bool = True, language: str = "en"
) -> Figure:
    """An indicator by group in a year (the last unless told): a line a group, a dot an option."""
    year = results.years if year is None else year
    data = _in_year(results.differences(indicator, by) if differences else results.levels(indicator, by), year)
    options = _others(results) if differences else results.options
    shown, labels = looks(results.options, results.reference), _with_reference(results, language)
    place = _place_dimension(by)
    groups = [str(g) for g in data[place].values]
    figure = Figure(figsize=(WIDTH, 1.4 + LINE * len(groups) * (0.6 + 0.4 * len(options))), layout="constrained")
    axes = figure.subplots()
    for i, option in enumerate(options):
        away = (i - (len(options) - 1) / 2) * 0.6 / len(options)
        for row, group in enumerate(groups):
            label = labels[option] if row == 0 else None
            _dot(axes, data.sel({"option": option, place: group}), row + away, shown[option], label)
    if differences:
        _around_zero(axes, 0.0)
    plain(axes, "x")
    axes.set_yticks(range(len(groups)), groups)
    axes.set_ylim(len(groups) - 0.5, -0.5)
    legend(axes)
    words = WORDS[language]
    figure.suptitle(f"{_title(results, indicator, language)} {words['by']} {by}", x=0.02, ha="left", fontsize=11, color=INK)
    after = words["after"].format(year)
    from_ = f"{words['difference']} {results.labels(language)[results.reference]} "
    axes.set_xlabel((from_ if differences else "") + after, color=SOFT)
    return figure


def plot_assumptions(results: Results, indicator: str, year: int | None = None, language: str = "en") -> Figure:
    """The difference under each set of assumptions, from the smallest to the largest: a panel an option.

    A dot is the mean over the worlds of one set; the band is the interval of the mean over sets.
    """
    year = results.years if year is None else year
    pairs = _in_year(results.paired(results.by_year(indicator)), year)
    by_set, mean = pairs.mean("replicate"), interval_of_worlds(pairs)
    others, words = _others(results), WORDS[language]
    shown, labels = looks(results.options, results.reference), results.labels(language)
    figure = Figure(figsize=(WIDTH, 0.8 + 2.0 * len(others)), layout="constrained")
    panels = figure.subplots(len(others), 1, sharex=True, sharey=True, squeeze=False)[:, 0]
    for axes, option in zip(panels, others, strict=True):
        look, all_sets = shown[option], mean.sel(option=option)
        ordered = np.sort(by_set.sel(option=option).dropna("draw").values)
        axes.axhspan(float(all_sets["lower"]), float(all_sets["upper"]), color=look.colour, alpha=0.18, linewidth=0)
        axes.axhline(0, color=INK, linewidth=1)
        axes.plot(range(1, len(ordered) + 1), ordered, look.marker, color=look.colour, markersize=5)
        axes.set_title(labels[option], loc="right", fontsize=10, color=SOFT)
        plain(axes, "y")
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    panels[-1].set_xlabel(words["sets"], color=SOFT)
    title = f"{_title(results, indicator, language)}: {words['difference']} {labels[results.reference]}"
    figure.suptitle(f"{title} {words['after'].format(year)}", x=0.02, ha="left", fontsize=11, color=INK)
    return figure


def _others(results: Results) -> list[str]:
    others = [o for o in results.options if o != results.reference]
    if not others:
        raise ValueError(f"{results.path} has one option only: nothing differs")
    return others


def _with_reference(results: Results, language: str) -> dict[str, str]:
    words = WORDS[language]["reference"]
    return {o: f"{t} ({words})" if o == results.reference else t for o, t in results.labels(language).items()}


def _place_dimension(by: str | None) -> str:
    return "neighbourhood" if by == "neighbourhood" else "group"


def _in_year(data: Arrays, year: int) -> Arrays:
    years = [int(y) for y in data["year"].values]
    if year not in years:
        raise ValueError(f"no values for year {year}; there are years {years[0]} to {years[-1]}")
    return data.sel(year=year)


def _title(results: Results, indicator: str, language: str) -> str:
    attrs = results.indicators[indicator].attrs
    name = str(attrs.get("long_name_nl" if language == "nl" else "long_name", indicator))
    unit = str(attrs.get("units", "1"))
    return name if unit == "1" else f"{name} ({unit})"


def _dot(axes: Axes, at: xr.Dataset, row: float, look: Look, label: str | None = None) -> None:
    axes.hlines(row, float(at["lower"]), float(at["upper"]), color=look.colour, linewidth=2.2)
    axes.plot(float(at["mean"]), row, look.marker, color=look.colour, markersize=7, label=label, clip_on=False)


def _around_zero(axes: Axes, noticeable: float) -> None:
    """Zero in the middle, so that less and more are drawn to the same scale; the axis holds `noticeable`."""
    reach = max(abs(limit) for limit in axes.get_xlim())
    reach = max(reach, noticeable * 1.1)
    axes.set_xlim(-reach, reach)
    axes.axvline(0, color=INK, linewidth=1)
    if noticeable > 0:
        for at in (-noticeable, noticeable):
            axes.axvline(at, color=SOFT, linewidth=1, linestyle=(0, (1, 2)))
    plain(axes, "x")


def _shocks(axes: Axes, results: Results) -> None:
    for shock in results.scenario.get("shock", []):
        if "onset_chance" in shock or "start_year" not in shock:
            continue  # may begin in another month in each world, or never
        start = float(shock["start_year"])
        axes.axvspan(start, min(start + float(shock.get("months", 1)) / 12, results.years), color=SHOCK, linewidth=0)
