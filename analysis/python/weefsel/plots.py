"""Drawings of results. Each returns a matplotlib figure; nothing is shown or saved.

Dots are means, lines through them and bands are 95 % intervals over worlds. The numbers are those of the report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import xarray as xr
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from .look import INK, LINE, SHOCK, SOFT, WIDTH, Look, legend, looks, plain
from .results import Results

HEADLINES = ("social_cohesion", "severely_lonely", "participation", "residents_reached")
WORDS = {
    "en": {"difference": "difference from", "after": "in year {}", "year": "year", "reference": "reference"},
    "nl": {"difference": "verschil met", "after": "in jaar {}", "year": "jaar", "reference": "referentie"},
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
    results: Results, indicator: str, differences: bool = False, by: str | None = None, language: str = "en"
) -> Figure:
    """An indicator over the years with its intervals: a line an option; with `by`, a panel a group."""
    data = results.differences(indicator, by) if differences else results.levels(indicator, by)
    options = _others(results) if differences else results.options
    shown, labels = looks(results.options, results.reference), _with_reference(results, language)
    place = _place_dimension(by)
    groups = [None] if by is None else [str(g) for g in data[place].values]
    figure = Figure(figsize=(WIDTH, 3.8 if by is None else 0.8 + 1.6 * len(groups)), layout="constrained")
    panels = figure.subplots(len(groups), 1, sharex=True, sharey=True, squeeze=False)[:, 0]
    for axes, group in zip(panels, groups, strict=True):
        mine = data if group is None else data.sel({place: group})
        _shocks(axes, results)
        for option in options:
            _band(axes, mine.sel(option=option), shown[option], labels[option])
        if differences:
            axes.axhline(0, color=INK, linewidth=1)
        if group is not None:
            axes.text(0.995, 0.96, group, transform=axes.transAxes, ha="right", va="top", color=SOFT)
        plain(axes, "y")
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    panels[-1].set_xlabel(WORDS[language]["year"], color=SOFT)
    legend(panels[0])
    title = _title(results, indicator, language)
    if differences:
        title += f": {WORDS[language]['difference']} {results.labels(language)[results.reference]}"
    figure.suptitle(title, x=0.02, ha="left", fontsize=11, color=INK)
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
    figure.suptitle(f"{_title(results, indicator, language)}: {by}", x=0.02, ha="left", fontsize=11, color=INK)
    after = words["after"].format(year)
    from_ = f"{words['difference']} {results.labels(language)[results.reference]} "
    axes.set_xlabel((from_ if differences else "") + after, color=SOFT)
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


def _in_year(data: xr.Dataset, year: int) -> xr.Dataset:
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


def _band(axes: Axes, line: xr.Dataset, look: Look, label: str) -> None:
    year = line["year"].values
    axes.fill_between(year, line["lower"], line["upper"], color=look.colour, alpha=0.16, linewidth=0)
    axes.plot(year, line["mean"], color=look.colour, linestyle=look.dash, linewidth=2, label=label)


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
