"""Open, compare and draw what Weefsel wrote, and run it, from Python."""

from .door import Door
from .money import balance
from .plots import plot_assumptions, plot_bands, plot_comparison, plot_groups
from .program import ProgramError, call, find_program, has_command, run
from .results import NoResults, Results, UnknownName, open_results
from .study import Study, plugin_text
from .sweep import open_sensitivity, open_sweep
from .tornado import plot_tornado
from .worlds import interval_of_worlds, share_better, year_values

__version__ = "0.9.0"
__all__ = [
    "Door",
    "NoResults",
    "ProgramError",
    "Results",
    "Study",
    "UnknownName",
    "balance",
    "call",
    "find_program",
    "has_command",
    "interval_of_worlds",
    "open_results",
    "open_sensitivity",
    "open_sweep",
    "plot_assumptions",
    "plot_bands",
    "plot_comparison",
    "plot_groups",
    "plot_tornado",
    "plugin_text",
    "run",
    "share_better",
    "year_values",
]
