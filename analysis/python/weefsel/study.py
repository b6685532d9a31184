"""A study with interventions and analyzers written as functions."""

from __future__ import annotations

import inspect
import math
import tempfile
import textwrap
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from .program import run
from .results import Results

Hook = Callable[..., Any]
MODULES = {"np": np, "math": math}


class Study:
    """A scenario that is run with functions of one's own:

        def intervention(month, state, random):
            state.resident.trust[:] = np.minimum(state.resident.trust + 0.01, 1)

        results = weefsel.Study("scenarios/first-look.toml").run(interventions=[intervention], replicates=4)

    docs/guides/first-intervention.md says what the functions are given and what they may do.
    """

    def __init__(self, scenario: str | Path):
        self.scenario = Path(scenario)
        if not self.scenario.is_file():
            raise FileNotFoundError(f"{self.scenario}: no such file")

    def run(
        self,
        *,
        interventions: Sequence[Hook] = (),
        analyzers: Sequence[Hook] = (),
        indicators: Mapping[str, str | tuple[str, str]] | None = None,
        options: Sequence[str] = (),
        loneliness: Hook | None = None,
        declared: Mapping[str, Mapping[str, Any]] | None = None,
        plugins: Sequence[str | Path] = (),
        **arguments: Any,
    ) -> Results:
        """Simulates every option and opens the results.

        `interventions`: functions f(month, state, random); `options`: those in which they act, by name (none: in all).
        `analyzers`: functions g(month, state) that return a dict of `indicators`: name to what it is, or to
        (unit, what it is). `loneliness`: a function h(month, state, inputs, parameters, random) in the place of the
        model's equation. `declared`: parameters that the functions read, name to a dict of value, low, high and
        perhaps unit, meaning, source, evidence; another value by `parameters={"plugin.study.NAME": ...}`. `plugins`:
        files with more of these. Others: as weefsel.run.
        Raises what plugin_text and weefsel.run raise.
        """
        if not interventions and not analyzers and loneliness is None:
            return run(self.scenario, plugins=plugins, **arguments)
        text = plugin_text(interventions, analyzers, indicators, options, loneliness, declared)
        with tempfile.TemporaryDirectory(prefix="weefsel-plugin-") as folder:
            file = Path(folder) / "study.py"
            file.write_text(text, encoding="utf-8")
            return run(self.scenario, plugins=[*plugins, file], **arguments)


def plugin_text(
    interventions: Sequence[Hook] = (),
    analyzers: Sequence[Hook] = (),
    indicators: Mapping[str, str | tuple[str, str]] | None = None,
    options: Sequence[str] = (),
    loneliness: Hook | None = None,
    declared: Mapping[str, Mapping[str, Any]] | None = None,
) -> str:
    """The plugin that these functions make: a file for `--plugin`, of their texts alone.

    Raises ValueError when a function uses something of its surroundings besides `np` and `math`, or has no text of
    its own (a lambda, or one that was typed where Python keeps no text).
    """
    parts = ['"""Written by weefsel.Study."""', "from __future__ import annotations\n\nimport math\n\nimport numpy as np"]
    if options:
        parts.append(f"options = {list(options)!r}")
    if declared:
        rows = {name: dict(row) for name, row in declared.items()}
        parts.append(f"parameters = {rows!r}")
    if loneliness is not None:
        text = _text_of(loneliness)
        parts.append(text if loneliness.__name__ == "loneliness" else f"{text}\n\n\nloneliness = {loneliness.__name__}")
    if analyzers:
        parts.append(f"indicators = {dict(indicators or {})!r}")
    for kind, functions in (("intervention", interventions), ("analyzer", analyzers)):
        names = []
        for number, function in enumerate(functions, 1):
            names.append(f"_{kind}_{number}")
            parts.append(f"{_text_of(function)}\n\n{names[-1]} = {function.__name__}")
        if kind == "intervention" and names:
            calls = "\n".join(f"    {name}(month, state, random)" for name in names)
            parts.append(f"def intervention(month, state, random):\n{calls}")
        elif names:
            calls = ", ".join(f"**{name}(month, state)" for name in names)
            parts.append(f"def analyzer(month, state):\n    return {{{calls}}}")
    return "\n\n\n".join(parts) + "\n"


def _text_of(function: Hook) -> str:
    name = getattr(function, "__name__", repr(function))
    if not inspect.isfunction(function) or name == "<lambda>":
        raise ValueError(f"{name}: a hook is a function made with def")
    used = inspect.getclosurevars(function)
    foreign = [n for n, value in used.globals.items() if MODULES.get(n) is not value] + list(used.nonlocals)
    if foreign:
        raise ValueError(
            f"{name} uses {', '.join(sorted(foreign))} from around it; a hook is taken as its own text, in which there "
            "are np and math: put what it needs into it, or write a file and give it by plugins="
        )
    try:
        return textwrap.dedent(inspect.getsource(function)).rstrip()
    except OSError:
        raise ValueError(f"{name}: Python keeps no text of it; write a file and give it by plugins=") from None
