"""A variant of the equation of loneliness: contact counts up to a threshold, and what is above it adds nothing.

    weefsel compare scenarios/first-look.toml --plugin examples/hooks/contact_threshold.py
    weefsel sweep examples/hooks/threshold-sweep.toml --plugin examples/hooks/contact_threshold.py -o out/threshold

In the model ever more contact makes ever less lonely, by the logarithm of the hours. Here the gain ends at `enough`, so
that who has few contacts gains from a meeting place and who has many does not. Company, support and all else are as in
the model (loneliness_again.py writes them out).
"""

import numpy as np

parameters = {
    "enough": {
        "value": 0.0,
        "low": -4.0,
        "high": 3.0,
        "unit": "1",
        "meaning": "ln(1 + hours outside the house a month) above the usual from which contact adds nothing",
        "source": "0: the usual is enough; to be varied",
        "evidence": "assumption",
    },
    "steeper": {
        "value": 1.5,
        "low": 0.0,
        "high": 4.0,
        "unit": "1",
        "meaning": "What contact below that does, against the slope of the model",
        "source": "to be varied",
    },
}

EMOTIONAL_ITEMS, SOCIAL_ITEMS = 6, 5  # of the scale
NOBODY = 65535


def sigma(x):
    return 1 / (1 + np.exp(-x))


def loneliness(month, state, inputs, parameters, random):
    p = parameters
    contacts = p.steeper * np.minimum(inputs.contacts, p.enough)
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
        - p["wellbeing.loneliness_contact"] * contacts
        - p["company.emotional"] * inputs.company
        - p["support.emotional"] * inputs.coping
        - p["company.esteem"] * (inputs.volunteer_hours > 0)
        - p["wellbeing.loneliness_partner"] * partner
    )
    social = (
        person
        + p["wellbeing.loneliness_social"]
        + inputs.social_level
        - p["wellbeing.loneliness_contact_social"] * contacts
        - p["company.social"] * inputs.company
        - p["support.social"] * inputs.coping
        - p["wellbeing.loneliness_partner_social"] * partner
    )
    rate = p["wellbeing.loneliness_rate"]
    r = state.resident
    was = r.loneliness - r.emotional_loneliness  # the social part
    r.emotional_loneliness += rate * (EMOTIONAL_ITEMS * sigma(emotional) - r.emotional_loneliness)
    r.loneliness = r.emotional_loneliness + was + rate * (SOCIAL_ITEMS * sigma(social) - was)
