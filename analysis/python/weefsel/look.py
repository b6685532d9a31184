"""What an option looks like: the colours, dashes and marks of the report (analysis/report/page.css, charts/look.ts).

The colours follow Okabe and Ito, Color universal design (2008). Every option has its own mark and the reference its
own dash, so that no meaning hangs on colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes


@dataclass(frozen=True)
class Look:
    colour: str
    dash: Any
    marker: str


INK = "#1b1f24"
SOFT = "#4d5560"
RULE = "#d5d9df"
SHOCK = "#e69f0040"
WIDTH = 7.2  # inch, of a drawing
LINE = 0.34  # inch, for a line of a drawing
REFERENCE = Look("#22272d", (0, (5, 3)), "*")
OPTIONS = (
    Look("#005a9c", "solid", "o"),
    Look("#d55e00", "solid", "s"),
    Look("#00946b", "solid", "^"),
    Look("#c0629a", "solid", "D"),
)


def looks(options: Sequence[str], reference: str) -> dict[str, Look]:
    """The look of each option by its place among those that are not the reference, as in the report."""
    others = [o for o in options if o != reference]
    found = {o: OPTIONS[i % len(OPTIONS)] for i, o in enumerate(others)}
    return {o: found.get(o, REFERENCE) for o in options}


def plain(axes: Axes, grid: str = "x") -> None:
    """Takes away what carries no information, and draws a light grid along one axis (x or y)."""
    for side in ("top", "right", "left" if grid == "x" else "bottom"):
        axes.spines[side].set_visible(False)
    for spine in axes.spines.values():
        spine.set_color(RULE)
    axes.tick_params(colors=SOFT, length=0, labelcolor=INK)
    axes.grid(axis=grid, color=RULE, linewidth=0.7, alpha=0.8)
    axes.set_axisbelow(True)


def legend(axes: Axes) -> None:
    """Above the axes, on one line."""
    handles, _ = axes.get_legend_handles_labels()
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1.0), ncols=max(1, min(4, len(handles))), frameon=False, borderaxespad=0.2
    )
