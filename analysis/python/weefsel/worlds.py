"""Statistics over worlds, as the program computes them (analysis/statistics/ and analysis/results/).

A world is one (draw, replicate): one set of assumptions and one set of chance events. All options are simulated in the
same worlds, so they are compared within a world. Missing values (NaN) are left out.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import xarray as xr
from scipy.special import stdtrit

Values = npt.NDArray[np.float64]
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
    found = xr.apply_ufunc(
        _interval,
        values.astype(np.float64),
        input_core_dims=[WORLD],
        output_core_dims=[[]] * 4,
        kwargs={"level": level},
    )
    made = xr.Dataset(dict(zip(("mean", "lower", "upper", "n"), found, strict=True)))
    for name in ("mean", "lower", "upper"):
        made[name].attrs = {k: v for k, v in values.attrs.items() if k in ("units", "long_name")}
    return made


def ends_of(values: xr.DataArray) -> tuple[float, float]:
    """What a value can be at all, lowest and highest, as results say of an indicator; infinite where there is no end."""
    return float(values.attrs.get("lowest", -np.inf)), float(values.attrs.get("highest", np.inf))


def level_within(interval: xr.Dataset, low: float, high: float) -> xr.Dataset:
    """An interval of a mean that stays within what the mean can be.

    Between two ends it is taken on the logit scale and brought back (half its width divided by the slope of the
    logistic curve at the mean); from one end on it is cut off there.
    """
    out = interval.copy()
    mean, lower, upper = interval["mean"], interval["lower"], interval["upper"]
    out["lower"], out["upper"] = lower.clip(min=low), upper.clip(max=high)
    if not np.isfinite(high - low):
        return out
    width = high - low
    place = (mean - low) / width
    inside = (place > 0) & (place < 1) & (upper > mean)
    steady = place.where(inside)
    logit, spread = np.log(steady / (1 - steady)), (upper - mean) / width / (steady * (1 - steady))
    for name, at in (("lower", logit - spread), ("upper", logit + spread)):
        out[name] = (low + width / (1 + np.exp(-at))).where(inside, out[name]).assign_attrs(interval[name].attrs)
    return out


def difference_within(interval: xr.Dataset, low: float, high: float) -> xr.Dataset:
    """An interval of a difference of two such values, cut off at the largest difference that there can be."""
    out = interval.copy()
    out["lower"] = interval["lower"].clip(min=low - high)
    out["upper"] = interval["upper"].clip(max=high - low)
    return out


def share_better(differences: xr.DataArray, better: str) -> xr.DataArray:
    """Share of worlds in which the option is better, ties half. `better`: higher, lower or neither (then NaN)."""
    sign = {"higher": 1.0, "lower": -1.0}.get(better, np.nan)
    gain = sign * differences
    wins = (gain > 0) + 0.5 * (gain == 0)
    shares: xr.DataArray = wins.where(gain.notnull()).mean(WORLD)
    return shares


def _interval(values: Values, level: float) -> tuple[Values, Values, Values, npt.NDArray[np.int64]]:
    """Of (..., draw, replicate)."""
    of_draws = _mean_of_known(values)
    several = np.count_nonzero(~np.isnan(of_draws), axis=-1) >= 2
    all_worlds = values.reshape(*values.shape[:-2], -1)
    by_draw, by_world = _t_interval(of_draws, level), _t_interval(all_worlds, level)
    mean, lower, upper = (np.where(several, a, b) for a, b in zip(by_draw, by_world, strict=True))
    return mean, lower, upper, np.count_nonzero(~np.isnan(all_worlds), axis=-1)


def _t_interval(values: Values, level: float) -> tuple[Values, Values, Values]:
    """Over the last axis: mean, lower, upper."""
    known = ~np.isnan(values)
    n = np.count_nonzero(known, axis=-1)
    # Deviations from one of the values: equal values have exactly their own mean and no spread.
    pivot = np.max(values, axis=-1, where=known, initial=-np.inf)
    pivot = np.where(n > 0, pivot, np.nan)
    away = values - pivot[..., np.newaxis]
    shift = np.nansum(away, axis=-1) / np.maximum(n, 1)
    mean = pivot + shift
    free = np.where(n > 1, n - 1.0, np.nan)
    squares = np.nansum((away - shift[..., np.newaxis]) ** 2, axis=-1)
    half = np.sqrt(squares / free / (free + 1)) * stdtrit(free, (1 + level) / 2)
    return mean, mean - half, mean + half


def _mean_of_known(values: Values) -> Values:
    """Over the last axis; NaN where nothing is known."""
    known = np.count_nonzero(~np.isnan(values), axis=-1)
    return np.where(known > 0, np.nansum(values, axis=-1) / np.maximum(known, 1), np.nan)
