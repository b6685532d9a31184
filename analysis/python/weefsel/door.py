"""A door to the program that stays open: one world a question, for tools that ask many."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from .program import ProgramError, Setting, find_program

Answer = dict[str, dict[str, dict[int, float]]]


class Door:
    """`weefsel serve-runs` on a scenario. Reads it once, and lives one world for each call:

        with Door("scenarios/first-look.toml", indicators=["social_cohesion"], years=[8]) as door:
            door({"network.halflife_friend": 6}, replicate=3)["structural"]["social_cohesion"][8]

    `hello` holds what the door offers: options, indicators, years, parameters with value and range. Not for several
    threads at once; open a door for each. Raises ProgramError when the scenario is refused.
    """

    def __init__(
        self,
        scenario: str | Path,
        *,
        indicators: Sequence[str] = (),
        years: Sequence[int] = (),
        set: Mapping[str, Setting] | None = None,
        seed: int | None = None,
    ):
        self._command = [find_program(), "serve-runs", str(scenario), "--quiet"]
        if indicators:
            self._command += ["--indicators", ",".join(indicators)]
        if years:
            self._command += ["--at-years", ",".join(str(year) for year in years)]
        if seed is not None:
            self._command += ["--seed", str(seed)]
        self._set = dict(set or {})
        self._asked = 0
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, encoding="utf-8"
        )
        try:
            self.hello: dict[str, Any] = self._read()
        except BaseException:
            self.close()
            raise

    def __call__(
        self,
        parameters: Mapping[str, float] | None = None,
        *,
        set: Mapping[str, Setting] | None = None,
        replicate: int = 1,
        seed: int | None = None,
    ) -> Answer:
        """Lives every option in world `replicate` (from 1): values by option, indicator and year, NaN: not measured.

        Raises ProgramError when the program refuses; the door stays open.
        """
        self._asked += 1
        question: dict[str, Any] = {"id": self._asked, "replicate": replicate}
        if parameters:
            question["parameters"] = dict(parameters)
        if settings := {**self._set, **(set or {})}:
            question["set"] = settings
        if seed is not None:
            question["seed"] = seed
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(question, default=_plain) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._gone() from None
        answer = self._read()
        if "error" in answer:
            raise ProgramError(str(answer["error"]), 2, self._command)
        return {
            option: {
                name: {int(year): float("nan") if value is None else value for year, value in by_year.items()}
                for name, by_year in indicators.items()
            }
            for option, indicators in answer["indicators"].items()
        }

    def close(self) -> None:
        """Ends the program, which stops when nothing more is asked."""
        self._process.communicate()
        self._errors.close()

    def __enter__(self) -> Door:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise self._gone()
        read: dict[str, Any] = json.loads(line)
        return read

    def _gone(self) -> ProgramError:
        code = self._process.wait()
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace").strip()
        return ProgramError(said or f"weefsel serve-runs ended with exit code {code}", code, self._command)


def _plain(value: Any) -> Any:
    """numpy's numbers and arrays as JSON has them."""
    if hasattr(value, "tolist"):
        return value.tolist()
    raise TypeError(f"cannot be asked: {value!r}")
