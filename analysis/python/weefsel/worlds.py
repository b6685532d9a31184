"""Statistics over worlds, as the program computes them (analysis/paired.hpp).

A world is one (draw, replicate): one set of assumptions and one set of luck. All options are lived in the same
worlds, so they are compared within a world. Missing values (NaN) are left out.
"""

from __future__ import annotations

import numpy as np
import xarray as xr
from scipy.special import stdtrit

WORLD = ("draw", "replicate")
MONTHS_A_YEAR = 12


def year_values(monthly: xr.DataArray) -> xr.DataArray:
    """Mean of what was measured in each year: (..., month) becomes (..., year), years from 1.

    A value that is measured once a year stands in the year's last month; the other months are missing. A year
    in which nothing was measured is missing. float64.
    """
    rows = monthly.transpose(..., "month").astype(np.float64)
    year = (np.asarray(rows["month"].values) - 1) // MONTHS_A_YEAR + 1
    years = np.unique(year)
    mean = np.stack([_mean_of_known(rows.values[..., year == y]) for y in years], axis=-1)
    coords = {name: c for name, c in rows.coords.items() if "month" not in c.dims}
    return xr.DataArray(
        mean,
        dims=(*rows.dims[:-1], "year"),
        coords={**coords, "year": years},
        name=monthly.name,
        attrs=monthly.attrs,
    )


def interval_of_worlds(values: xr.DataArray, level: float = 0.95) -> xr.Dataset:
    """Mean over worlds with Student's t interval: variables mean, lower, upper, and n (the number of worlds).

    `values` has the dimensions draw and replicate, which go. Worlds of one draw share its assumptions, so with
    two draws or more the interval is over the means of the draws; else over worlds. A mean of one value has no
    interval (NaN); of none, no mean.
    """
    values = values.astype(np.float64)
    of_draws = values.mean("replicate")
    several = of_draws.notnull().sum("draw") >= 2
    by_draw = _t_interval(of_draws, ("draw",), level)
    by_world = _t_interval(values, WORLD, level)
    out = {name: xr.where(several, by_draw[name], by_world[name]) for name in by_draw}
    out["n"] = values.notnull().sum(WORLD)
    made = xr.Dataset(out)
    for name in by_draw:
        made[name].attrs = {k: v for k, v in values.attrs.items() if k in ("units", "long_name")}
    return made


def share_better(differences: xr.DataArray, better: str) -> xr.DataArray:
    """Share of worlds in which the option is better, ties half. `better`: higher, lower or neither (then NaN)."""
    sign = {"higher": 1.0, "lower": -1.0}.get(better, np.nan)
    gain = sign * differences
    wins = xr.where(gain > 0, 1.0, xr.where(gain == 0, 0.5, 0.0))
    return wins.where(gain.notnull()).mean(WORLD)


def _mean_of_known(values: np.ndarray) -> np.ndarray:
    """Over the last axis; NaN where nothing is known."""
    known = np.count_nonzero(~np.isnan(values), axis=-1)
    return np.where(known > 0, np.nansum(values, axis=-1) / np.maximum(known, 1), np.nan)


def _t_interval(values: xr.DataArray, dims: tuple[str, ...], level: float) -> dict[str, xr.DataArray]:
    n = values.notnull().sum(dims)
    # Deviations from one of the values: equal values have exactly their own mean and no spread.
    pivot = values.fillna(-np.inf).max(dims)
    pivot = pivot.where(n > 0, 0.0)
    away = values - pivot
    shift = away.sum(dims) / n.where(n > 0)
    mean = pivot + shift
    free = (n - 1).where(n > 1)
    error = np.sqrt(((away - shift) ** 2).sum(dims) / free / n)
    half = error * xr.apply_ufunc(stdtrit, free.astype(np.float64), (1 + level) / 2)
    return {"mean": mean, "lower": mean - half, "upper": mean + half}
