"""What the program prints of its parameters and of the kinds of places; a place; a few functions."""
import json
import subprocess
from types import SimpleNamespace

import numpy as np

PARTNER, FRIEND, NEIGHBOUR, FELLOW, LAPSED = range(5)
KINDS = ("partner", "friend", "neighbour", "fellow member", "lapsed")


def printed(binary, *arguments):
    out = subprocess.run([binary, "parameters", "--format", "json", *arguments], check=True, capture_output=True, text=True)
    return json.loads(out.stdout)


class Parameters:
    """Values by theme and name, `p.network.want_friend`, and `p.kinds`, what the program prints of the kinds of places."""

    def __init__(self, binary, changes=()):
        values = {row["name"]: row["value"] for row in printed(binary)}
        for name in set(changes) - set(values):
            raise KeyError(f"the program has no parameter {name}")
        for name, value in (values | dict(changes)).items():
            theme, own = name.split(".")
            setattr(self.__dict__.setdefault(theme, SimpleNamespace()), own, value)
        self.kinds = {row["kind"]: row for row in printed(binary, "--table", "places")}


def sigma(x):
    return 1 / (1 + np.exp(-x))


def kept_after(half_life):
    """Share left after a month of what halves in so many months."""
    return 2 ** (-1 / half_life)


def whole(hours, steps):
    """Rounded to whole steps, so many to the hour."""
    return np.floor(hours * steps + 0.5) / steps


class Place:
    """A meeting place of a kind; `open_hours`: a week. One that serves more than live here stands in their square."""
    def __init__(self, kind, p, n, side, rng, open_hours=None):
        of = p.kinds[kind]
        number = lambda name: float(of[name])
        meeting = lambda name: getattr(p.meeting_place, f"{name}_{kind}")
        self.activity, self.usual, self.warmth = of["activity"] == "yes", number("usual size"), number("warmth")
        self.accessibility, self.fit = number("accessibility"), {25: number("fit 25-44"), 45: number("fit 45-64")}
        self.attraction, self.entry, self.hours = meeting("attraction"), meeting("entry"), meeting("hours")
        self.company = self.hours * min(1, meeting("encounters"))
        self.met = meeting("encounters") * p.meeting_place.encounters
        self.open_hours, self.full_hours = open_hours or number("own hours"), max(number("full hours"), number("own hours"))
        self.least_hours = p.meeting_place.closed_below
        self.position = (rng.random(2) - 0.5) * side * np.sqrt(max(1, number("residents a place") / n))

    @property
    def is_open(self):
        return self.open_hours >= self.least_hours
