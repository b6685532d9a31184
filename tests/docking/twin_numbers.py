"""What the program prints of its parameters and of the kinds of places, and a place."""
import json
import subprocess

import numpy as np

PARTNER, FRIEND, NEIGHBOUR, FELLOW, LAPSED = range(5)
KINDS = ("partner", "friend", "neighbour", "fellow member", "lapsed")


def printed(binary, *arguments):
    out = subprocess.run([binary, "parameters", "--format", "json", *arguments], check=True, capture_output=True, text=True)
    return json.loads(out.stdout)


class Parameters:
    """Values by full name, `p["network.want_friend"]`, and `p.places`, the kinds of places, as the program prints both."""

    def __init__(self, binary, changes=()):
        self.values = {row["name"]: row["value"] for row in printed(binary)}
        self.places = {row["kind"]: row for row in printed(binary, "--table", "places")}
        for name, value in dict(changes).items():
            if name not in self.values:
                raise KeyError(f"the program has no parameter {name}")
            self.values[name] = value

    def __getitem__(self, name):
        return self.values[name]


def sigma(x):
    return 1 / (1 + np.exp(-x))


def logit(x):
    return np.log(x / (1 - x))


def kept_after(half_life):
    """Share left after a month of what halves in so many months."""
    return 2 ** (-1 / half_life)


class Place:
    """A meeting place of a kind; `open_hours`: a week. One that serves more than live here stands in their square."""

    def __init__(self, kind, p, n, side, rng, open_hours=None):
        of = p.places[kind]
        number = lambda name: float(of[name])
        meeting = lambda name: p[f"meeting_place.{name}_{kind}"]
        self.kind, self.activity = kind, of["activity"] == "yes"
        self.usual, self.warmth, self.accessibility = number("usual size"), number("warmth"), number("accessibility")
        self.fit = {25: number("fit 25-44"), 45: number("fit 45-64")}
        self.attraction, self.entry, self.hours = meeting("attraction"), meeting("entry"), meeting("hours")
        self.company = self.hours * min(1, meeting("encounters"))
        self.met = meeting("encounters") * p["meeting_place.encounters"]
        self.open_hours = number("own hours") if open_hours is None else open_hours
        self.full_hours = max(number("full hours"), number("own hours"))
        self.position = (rng.random(2) - 0.5) * side * np.sqrt(max(1, number("residents a place") / n))
