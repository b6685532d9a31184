"""A walking group for residents of 65 and over.

    weefsel compare scenarios/first-look.toml --plugin examples/hooks/walking_group.py

In option `structural` three in ten of those who get about well enough join, for life; four in five of them come each
month, and that brings down what comes and goes in their loneliness. walking_group.cpp does the same in C++.
"""

options = ["structural"]  # in which intervention() acts; without this line, in all

indicators = {
    "lonely_65": "Share of residents of 65 and over with a loneliness score of 3 or more",
    "able_65": ("1", "Share of residents of 65 and over who get about well enough for a walk"),
}


def intervention(month, state, random):
    r = state.resident
    able = (r.present == 1) & (r.age >= 65) & (r.mobility >= 0.5)
    joins = random.uniform("walking group: joins", r.birth_number, once=True) < 0.3
    comes = random.uniform("walking group: comes", r.birth_number) < 0.8
    r.drift[able & joins & comes] -= 0.1  # on the logit scale


def analyzer(month, state):
    r = state.resident
    old = (r.present == 1) & (r.age >= 65)
    return {
        "lonely_65": ((old & (r.loneliness >= 3)).sum(), old.sum()),  # of how many: neighbourhoods add up
        "able_65": ((old & (r.mobility >= 0.5)).sum(), old.sum()),
    }
