"""The model's own equation of loneliness, written again: it gives the same numbers. Copy it and change what you doubt.

    weefsel compare scenarios/first-look.toml --plugin examples/hooks/loneliness_again.py

What each term is stands in models/process/wellbeing/loneliness.hpp. loneliness_again.cpp does the same in C++, to the
last bit; contact_threshold.py is a variant.
"""

import numpy as np

parameters = {
    "pace": {
        "value": 1.0,
        "low": 0.0,
        "high": 2.0,
        "unit": "1",
        "meaning": "How fast loneliness follows, against the model's own pace",
        "source": "1: the model's own",
    },
}

EMOTIONAL_ITEMS, SOCIAL_ITEMS = 6, 5  # of the scale
NOBODY = 65535


def sigma(x):
    return 1 / (1 + np.exp(-x))


def loneliness(month, state, inputs, parameters, random):
    p = parameters
    partner = inputs.partner != NOBODY
    casual = inputs.casual.astype(np.float32)
    person = (
        inputs.level
        + inputs.drift
        + inputs.person
        - p["wellbeing.loneliness_casual"] * np.log1p(casual)
        + p["wellbeing.loneliness_frailty"] * inputs.frailty
        + p["wellbeing.loneliness_insecurity"] * inputs.insecurity
    )
    emotional = (
        person
        - p["wellbeing.loneliness_contact"] * inputs.contacts
        - p["company.emotional"] * inputs.company
        - p["support.emotional"] * inputs.coping
        - p["company.esteem"] * (inputs.volunteer_hours > 0)
        - p["wellbeing.loneliness_partner"] * partner
    )
    social = (
        person
        + p["wellbeing.loneliness_social"]
        + inputs.social_level
        - p["wellbeing.loneliness_contact_social"] * inputs.contacts
        - p["company.social"] * inputs.company
        - p["support.social"] * inputs.coping
        - p["wellbeing.loneliness_partner_social"] * partner
    )
    rate = p.pace * p["wellbeing.loneliness_rate"]
    r = state.resident
    was = r.loneliness - r.emotional_loneliness  # the social part
    r.emotional_loneliness += rate * (EMOTIONAL_ITEMS * sigma(emotional) - r.emotional_loneliness)
    r.loneliness = r.emotional_loneliness + was + rate * (SOCIAL_ITEMS * sigma(social) - was)
