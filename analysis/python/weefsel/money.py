"""What each payer gains or loses by an option, as the report has it (analysis/report/report_money.hpp)."""

from __future__ import annotations

import xarray as xr

from .results import Results
from .worlds import interval_of_worlds

DUTCH_REAL_RATE = 0.0225  # a year; Werkgroep discontovoet 2020


def balance(results: Results, rate: float = DUTCH_REAL_RATE, level: float = 0.95) -> xr.Dataset:
    """Present value of what a payer spends less (plus) or more (minus) than in the reference: EUR over all years.

    Grants less what is returned, and care less the residents' own hours, which are no money. What falls in a
    year is discounted from its middle. Variables mean, lower, upper, n by (option, payer).
    """
    flows = results.money
    paid = flows.granted.astype(float) - flows.returned
    if "care_cost" in flows:
        paid = paid + flows.care_cost
    if "own_hours" in flows:
        paid = paid - flows.own_hours
    discounted = paid * (1 + rate) ** -(flows.year - 0.5)
    saved = -results.paired(discounted.sum("year", skipna=False))
    saved.attrs = {"units": "EUR", "long_name": "present value of what is spent less"}
    return interval_of_worlds(saved, level)
