"""A tornado: which factors move an output most."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from .look import INK, LINE, OPTIONS, WIDTH, legend, plain
from .results import UnknownName


def plot_tornado(
    sensitivity: pd.DataFrame, output: str, indices: Sequence[str] = ("ST", "S1"), first: int = 12
) -> Figure:
    """Indices of the factors that matter most to one output, the largest above, with their intervals.

    `sensitivity`: a table as sensitivity.csv (output, factor, index, value, lower, upper). Factors are ordered by the
    size of the first of `indices`. Raises UnknownName for an output or index that the table lacks.
    """
    mine = sensitivity[sensitivity["output"] == output]
    if mine.empty:
        raise UnknownName(f"no output {output}; the table has {', '.join(sorted(set(sensitivity['output'])))}")
    by_index = {index: mine[mine["index"] == index].set_index("factor") for index in indices}
    for index, rows in by_index.items():
        if rows.empty:
            raise UnknownName(f"no index {index}; the table has {', '.join(sorted(set(mine['index'])))}")
    order = by_index[indices[0]]["value"].abs().sort_values(ascending=False).index[:first]
    figure = Figure(figsize=(WIDTH, 1.3 + LINE * len(order)), layout="constrained")
    axes = figure.subplots()
    height = 0.76 / len(indices)
    for i, index in enumerate(indices):
        rows = by_index[index].reindex(order)
        at = np.arange(len(order)) + (i - (len(indices) - 1) / 2) * height
        axes.barh(at, rows["value"], height * 0.9, color=OPTIONS[i % len(OPTIONS)].colour, alpha=0.75, label=index)
        axes.hlines(at, rows["lower"], rows["upper"], color=INK, linewidth=1.2)
    axes.axvline(0, color=INK, linewidth=1)
    plain(axes, "x")
    axes.set_yticks(range(len(order)), list(order))
    axes.set_ylim(len(order) - 0.4, -0.6)
    if len(indices) > 1:
        legend(axes)
    figure.suptitle(output, x=0.02, ha="left", fontsize=11, color=INK)
    return figure
