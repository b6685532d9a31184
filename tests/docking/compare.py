"""Sets the program beside its twin, as distributions and in the response to a worker more and to a closed buurthuis.

    compare.py WEEFSEL STATE_OUT [--worlds 12] [--twins 6] [--off NAME] [--faults]

What counts as equal is made of the program's own spread between worlds: the twin may be as far from the program as its worlds
are from each other, for that is what chance alone does.
  mean       the mean of the twin's worlds lies within two standard deviations between worlds of the program's mean. That of
             six worlds of a twin without fault fails to once in 16,000 (its standard error, with that of twelve worlds of
             the program, is half of that deviation, so two deviations are four errors)
  distance   the two-sample distance (Kolmogorov-Smirnov) of all the twin's people, or ties, from all the program's is no more
             than sqrt(1/12 + 1/6) = 1/2 of the largest between two worlds of the program. Between pools of 12 and of 6 worlds
             chance is that much smaller than between two single ones, over sqrt 2: by so much the bound is wider
  response   as for means, of the difference that an option makes within a world: worlds of both share their random numbers
             between options, so most of chance drops out
--off NAME: the parameter is 0 in the twin. --faults: twins with one rule off, or built wrong, must differ where that rule shows.
Exit 0: equal, and each wrong twin differs; 1: not.
"""
import argparse
import collections
import copy
import pathlib
import subprocess
import sys
import tomllib

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import twin_numbers as model
from twin import Twin

SCENARIO = pathlib.Path(__file__).with_name("docking.toml")
OPTIONS = ("same", "worker", "closed")
KIND_IN_PROGRAM = {0: model.PARTNER, 2: model.FRIEND, 3: model.NEIGHBOUR, 4: model.FELLOW, 5: model.LAPSED}
PEOPLE = ("loneliness score", "emotional part", "trust in neighbours", "coping", "visits a month", "hours of contact a month",
          "reached this year")
OF_WORKER = ("coping", "reached this year")  # nothing without one


class AllAreHeads(Twin):
    """The fault that the comparison found: all of a household begin as neighbours of the next, not the heads alone."""

    def households(self, *arguments):
        super().households(*arguments)
        self.heads = np.arange(self.n)


# What is 0, or how the twin is built wrong, and the row that must notice it.
FAULTS = (("network.drift_apart", "ties a resident: lapsed"), ("network.homophily_age", "ties a resident: fellow member"),
          ("network.street_chance", "distribution of hours of ties: neighbours"),
          ("meeting_place.habit_worth", "distribution of visits a month"),
          ("wellbeing.loneliness_insecurity", "distribution of loneliness score"),
          (AllAreHeads, "distribution of hours of ties: neighbours"))


def world(people, kinds, hours):
    """One world as arrays by name: of residents, of ties, and ties a resident."""
    of = dict(zip(PEOPLE, np.asarray(people, float).T))
    kinds, hours = np.asarray(kinds, int), model.whole(np.asarray(hours, float), 128)  # printed with fewer digits
    for k, name in enumerate(model.KINDS):
        of[f"ties a resident: {name}"] = np.array([2 * (kinds == k).sum() / len(people)])
    for name, of_kind in (("friends", kinds == model.FRIEND), ("neighbours", kinds == model.NEIGHBOUR),
                          ("fellow members", kinds == model.FELLOW), ("lapsed", kinds == model.LAPSED)):
        of[f"hours of ties: {name}"] = hours[of_kind]
    return of


def of_program(state_out, worlds):
    printed = subprocess.run([state_out, SCENARIO, str(worlds)], check=True, capture_output=True, text=True).stdout
    people, kinds, hours = (collections.defaultdict(list) for _ in range(3))
    for line in printed.splitlines():
        what, replicate, option, *numbers = line.split(",")
        key = option, int(replicate)
        if what == "resident":
            people[key].append([float(x) for x in numbers])
        else:
            kinds[key].append(KIND_IN_PROGRAM[int(numbers[0])])
            hours[key].append(float(numbers[1]))
    return {o: [world(people[o, r], kinds[o, r], hours[o, r]) for r in range(worlds)] for o in OPTIONS}


def state_of(t):
    activity = np.array([place.activity for place in t.places])
    people = np.stack([t.emotional + t.social, t.emotional, t.trust, t.coping, t.visits[:, activity].sum(1), t.contact,
                       t.reached > t.month - 12], 1)
    return world(people, t.kind, t.hours)


def of_twin(parameters, scenario, seeds, options=OPTIONS, kind=Twin):
    figures = scenario["neighbourhood"]
    side = 100 * np.sqrt(figures["land_hectares"])
    hours = scenario["present"]["line"][0]["buys"][0]["hours_week"]
    found = {o: [] for o in options}
    for seed in seeds:
        burned_in = kind(parameters, figures["residents"], figures["without_children"], side, {"buurthuis": hours}, seed)
        for _ in range(12 * scenario["warmup_years"]):
            burned_in.step()
        for option in options:
            t = copy.deepcopy(burned_in)
            t.fte = 1.0 if option == "worker" else 0.0
            if option == "closed":
                t.places[-1].open_hours = 0
            for _ in range(12 * scenario["years"]):
                t.step()
            found[option].append(state_of(t))
    return found


def distance(x, y):
    """Largest difference between the two distribution functions."""
    at = np.concatenate([x, y])
    below = lambda z: np.searchsorted(np.sort(z), at, side="right") / max(1, len(z))
    return abs(below(x) - below(y)).max()


def row(name, program, twin, digits=3):
    """One line of means: the program's, its spread between worlds, the twin's, whether they are equal."""
    spread = program.std(ddof=1)
    equal = abs(twin.mean() - program.mean()) <= 2 * spread + 1e-9
    print(f"| {name} | {program.mean():.{digits}f} | {spread:.{digits}f} | {twin.mean():.{digits}f} | {'yes' if equal else 'NO'} |")
    return equal


def compare(program, twin):
    """Prints the tables; returns the names of what differs."""
    differ = []
    means = lambda worlds, name: np.array([w[name].sum() / max(1, len(w[name])) for w in worlds])
    print("| mean | program | between worlds | twin | equal |\n|---|--:|--:|--:|---|")
    for name in program["same"][0]:
        if name not in OF_WORKER and not row(name, means(program["same"], name), means(twin["same"], name)):
            differ.append(name)
    print("\n| distribution | program 10, 50, 90 % | twin 10, 50, 90 % | distance | at most | equal |\n|---|---|---|--:|--:|---|")
    for name in program["same"][0]:
        one, other = ([w[name] for w in found["same"]] for found in (program, twin))
        if len(one[0]) < 2 or name in OF_WORKER:
            continue
        pooled = np.concatenate(one), np.concatenate(other)
        largest = max(distance(one[a], one[b]) for a in range(len(one)) for b in range(a))
        largest *= np.sqrt(1 / len(one) + 1 / len(other))
        found = distance(*pooled)
        quantiles = (", ".join(f"{q:.2f}" for q in np.quantile(x, (0.1, 0.5, 0.9))) if len(x) else "none" for x in pooled)
        print(f"| {name} | {' | '.join(quantiles)} | {found:.3f} | {largest:.3f} | {'yes' if found <= largest else 'NO'} |")
        if found > largest:
            differ.append(f"distribution of {name}")
    if set(OPTIONS) <= set(twin):
        print("\n| response | program | between worlds | twin | equal |\n|---|--:|--:|--:|---|")
        for option, names in (("worker", ("reached this year", "coping", "loneliness score")),
                              ("closed", ("visits a month", "loneliness score", "hours of contact a month"))):
            for name in names:
                of = lambda found: means(found[option], name) - means(found["same"], name)
                if not row(f"{option}: {name}", of(program), of(twin), 4):
                    differ.append(f"response to {option}: {name}")
    return differ


def main():
    said = argparse.ArgumentParser()
    said.add_argument("weefsel")
    said.add_argument("state_out")
    said.add_argument("--worlds", type=int, default=12)
    said.add_argument("--twins", type=int, default=6)
    said.add_argument("--off")
    said.add_argument("--faults", action="store_true")
    asked = said.parse_args()
    scenario = tomllib.loads(SCENARIO.read_text())
    changes = dict(scenario["parameters"])
    program = of_program(asked.state_out, asked.worlds)
    off = {asked.off: 0} if asked.off else {}
    differ = compare(program, of_twin(model.Parameters(asked.weefsel, changes | off), scenario, range(asked.twins)))
    print(f"\n{'equal' if not differ else 'differ in: ' + '; '.join(differ)}")
    missed = []
    for fault, where in FAULTS if asked.faults else ():
        change, kind = ({fault: 0}, Twin) if isinstance(fault, str) else ({}, fault)
        name = fault if isinstance(fault, str) else fault.__name__
        print(f"\nwrong twin: {name}{' = 0' if change else ''}")
        noticed = compare(program, of_twin(model.Parameters(asked.weefsel, changes | change), scenario, range(2), ("same",), kind))
        print(f"\nnoticed in: {'; '.join(noticed) or 'nothing'}")
        missed += [name] * (where not in noticed)
    if missed:
        print(f"\nnot noticed where it should be: {', '.join(missed)}")
    return 1 if differ or missed else 0


if __name__ == "__main__":
    sys.exit(main())
