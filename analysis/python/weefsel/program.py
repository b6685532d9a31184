"""The program, called from Python."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .results import Results

Setting = bool | int | float | str | Sequence["Setting"] | Mapping[str, "Setting"]


class ProgramError(RuntimeError):
    """The program refused or failed; its message is the text of this error."""

    def __init__(self, message: str, exit_code: int, command: Sequence[str]):
        super().__init__(message)
        self.exit_code = exit_code
        """1 internal error or failed worlds, 2 wrong usage or input, 3 interrupted."""
        self.command = list(command)


def find_program() -> str:
    """Where the program is: the environment's WEEFSEL, on the PATH, or build/release of this checkout.

    Raises FileNotFoundError.
    """
    if named := os.environ.get("WEEFSEL"):
        if found := shutil.which(named):
            return found
        raise FileNotFoundError(f"WEEFSEL={named}: no such program")
    checkout = Path(__file__).resolve().parents[3]
    if found := shutil.which("weefsel") or shutil.which(str(checkout / "build" / "release" / "weefsel")):
        return found
    raise FileNotFoundError("weefsel is not on the PATH; build it, or name it in the environment variable WEEFSEL")


def has_command(name: str) -> bool:
    """Whether this build of the program has a command, say sweep."""
    return subprocess.run([find_program(), name, "--help"], capture_output=True, check=False).returncode == 0


def run(
    scenario: str | Path,
    *,
    set: Mapping[str, Setting] | None = None,
    parameters: Mapping[str, Setting] | None = None,
    option: str | None = None,
    seed: int | None = None,
    replicates: int | None = None,
    draws: int | None = None,
    years: int | None = None,
    threads: int | None = None,
    plugins: Sequence[str | Path] = (),
    out: str | Path | None = None,
    force: bool = False,
) -> Results:
    """Lives a scenario and opens its results: all options compared, or the one `option`.

    `set`: key paths of the scenario and their values, as {"option.structural.line.1.buys.1.fte": 2}.
    `parameters`: the same for parameters by full name, as {"network.halflife_friend": 6}.
    `plugins`: files with interventions, analyzers and equations of one's own (docs/guides/first-intervention.md).
    `out`: the folder (for one option: the file) for the results; without it they lie in a temporary folder that goes
    when the results are closed. Raises ProgramError with what the program says, FileNotFoundError without a program.
    """
    kept = None
    if out is None:
        kept = tempfile.TemporaryDirectory(prefix="weefsel-")
        out = Path(kept.name) / ("results.h5" if option else "")
    arguments = ["run", str(scenario), "--option", option] if option else ["compare", str(scenario)]
    arguments += ["-o", str(out), *(["--force"] if force else [])]
    counts = {"seed": seed, "replicates": replicates, "draws": draws, "years": years, "threads": threads}
    for name, number in counts.items():
        if number is not None:
            arguments += [f"--{name}", str(number)]
    for plugin in plugins:
        arguments += ["--plugin", str(plugin)]
    settings = {**(set or {}), **{f"parameters.{name}": value for name, value in (parameters or {}).items()}}
    for path, value in settings.items():
        arguments += ["--set", f"{path}={toml_value(value)}"]
    try:
        call([*arguments, "--quiet"])
    except BaseException:
        if kept is not None:
            kept.cleanup()
        raise
    place = Path(out)
    return Results(place / "results.h5" if place.is_dir() else place, kept)


def call(arguments: Sequence[str]) -> str:
    """Calls the program, as call(["sweep", "design.toml", "-o", "out/sweep"]), and returns what it prints.

    Raises ProgramError with what the program says when it does not succeed.
    """
    command = [find_program(), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode != 0:
        message = done.stderr.strip() or f"weefsel {arguments[0]} ended with exit code {done.returncode}"
        raise ProgramError(message, done.returncode, command)
    return done.stdout


def toml_value(value: Setting) -> str:
    """A value as TOML writes it."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{json.dumps(k)} = {toml_value(v)}" for k, v in value.items()) + " }"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, Sequence):
        return "[" + ", ".join(toml_value(v) for v in value) + "]"
    number: Any = value.item() if hasattr(value, "item") else value  # numpy's numbers
    if isinstance(number, bool):
        return "true" if number else "false"
    if isinstance(number, (int, float)):
        return repr(number)
    raise TypeError(f"a setting is a number, a text, a truth value, a list or a table; found {type(value).__name__}")
