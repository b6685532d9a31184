"""One run in a process of its own, for tools that start one a run: a number on standard output.

    python3 one_run.py my.toml network.halflife_friend=12 replicate=3
"""
import contextlib
import sys

from door import Door

YEAR = 8

scenario, *settings = sys.argv[1:]
values = {name: float(value) for name, value in (setting.split("=") for setting in settings)}
replicate = int(values.pop("replicate", 1))
try:
    with contextlib.closing(Door(scenario, "--indicators", "social_cohesion", "--at-years", str(YEAR))) as door:
        said = door.ask(values, replicate=replicate)
except (RuntimeError, ValueError) as wrong:
    sys.exit(f"one_run.py: {wrong}")
print(said["structural"]["social_cohesion"][YEAR] - said["projects"]["social_cohesion"][YEAR])
