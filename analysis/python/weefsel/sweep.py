"""Sweeps and their sensitivity as labelled arrays and tables."""

from __future__ import annotations

import tomllib
from pathlib import Path

import h5netcdf
import pandas as pd
import xarray as xr

from .results import NoResults

SENSITIVITY = ("output", "factor", "index", "value", "lower", "upper")


def open_sweep(path: str | Path) -> xr.Dataset:
    """The outputs of a sweep: arrays (point, option, replicate, year), with the factors as coordinates of point.

    `path`: the folder that `weefsel sweep` wrote, or its sweep.h5. The attribute `reference` names the option that
    others are compared with. A run that failed is missing (NaN). Raises FileNotFoundError or NoResults.
    """
    file = _file_in(path, "sweep.h5")
    try:
        sweep = xr.open_dataset(file, engine="h5netcdf", decode_times=False)
    except OSError as error:
        raise NoResults(f"{file}: is no sweep of weefsel ({error})") from None
    if sweep.attrs.get("program") != "weefsel" or not {"point", "replicate"} <= set(sweep.dims):
        sweep.close()
        raise NoResults(f"{file}: is no sweep of weefsel")
    with h5netcdf.File(file, "r") as stored:
        text = stored["scenario/toml"][()]
    scenario = tomllib.loads(text.decode() if isinstance(text, bytes) else str(text))
    factors = [name for name, values in sweep.data_vars.items() if values.dims == ("point",)]
    return sweep.set_coords(factors).assign_attrs(reference=scenario["reference"])


def open_sensitivity(path: str | Path) -> pd.DataFrame:
    """Indices of a sweep: columns output, factor, index (S1, ST, ...), value, lower, upper.

    `path`: the folder that `weefsel sensitivity` wrote to, or its sensitivity.csv. Raises FileNotFoundError or
    NoResults.
    """
    file = _file_in(path, "sensitivity.csv")
    table = pd.read_csv(file)
    if missing := [name for name in SENSITIVITY if name not in table.columns]:
        raise NoResults(f"{file}: is no table of sensitivity; it lacks {', '.join(missing)}")
    return table


def _file_in(path: str | Path, name: str) -> Path:
    place = Path(path)
    file = place / name if place.is_dir() else place
    if not file.is_file():
        raise FileNotFoundError(f"{file}: no such file")
    return file
