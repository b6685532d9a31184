"""The door `weefsel serve-runs` for drivers in Python: one process, one run at a time."""
import json
import math
import os
import subprocess


class Door:
    """Lives runs of a scenario. `flags`: of serve-runs, as "--indicators", "lonely,wmo"."""

    def __init__(self, scenario, *flags):
        self.process = subprocess.Popen(
            ["weefsel", "serve-runs", scenario, "--quiet", "--threads", "1", *flags],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.asked = 0
        self.hello = self._read()

    def _read(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"weefsel ended with {self.process.wait()}; why stands on standard error")
        return json.loads(line)

    def ask(self, parameters, **more):
        """One run; `more`: set, replicate, seed. Returns {option: {indicator: {year: value}}}; nan: not measured."""
        numbers = {name: float(value) for name, value in parameters.items()}  # numpy has numbers of its own
        self.asked += 1
        number = f"{os.getpid()}-{self.asked}"
        self.process.stdin.write(json.dumps({"id": number, "parameters": numbers, **more}) + "\n")
        self.process.stdin.flush()
        answer = self._read()
        if answer["id"] != number:
            raise RuntimeError("two processes share one door; open one in each")
        if "error" in answer:
            raise ValueError(answer["error"])
        return {option: {indicator: {int(year): math.nan if value is None else value for year, value in years.items()}
                         for indicator, years in indicators.items()}
                for option, indicators in answer["indicators"].items()}

    def close(self):
        """Ends the process; without it the process ends with this one."""
        self.process.stdin.close()
        self.process.wait()


_doors = {}


def door(scenario, *flags):
    """The door of this process, opened when it is first asked for: processes must not share one, and the samplers of
    other packages start processes of their own."""
    key = (os.getpid(), scenario, flags)
    if key not in _doors:
        _doors[key] = Door(scenario, *flags)
    return _doors[key]
