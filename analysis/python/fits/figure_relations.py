"""How figures of neighbourhoods hang together: one normal distribution over all of them.

    /usr/bin/python3 analysis/python/fits/figure_relations.py ../shared/data            errors out of sample
    /usr/bin/python3 analysis/python/fits/figure_relations.py ../shared/data --table    models/scenario/figure_relations.cpp

Needs python3-numpy. Every figure goes to a scale without ends (log-ratios of shares that make one whole, logits,
logs); mean and covariance are fitted by EM over rows that lack some of them. Read are tables of the statistics office
(CBS, Kerncijfers wijken en buurten, CC BY 4.0) and nothing that anybody measured of health or loneliness. Municipalities
in scenarios/validation/held-out-municipalities.csv are never fitted on.
"""
import csv
import json
import pathlib
import sys

import numpy as np

LEAST = 0.005  # a share is taken as no less, and no more than 1 - LEAST: published in whole per cents
FEWEST = 100  # residents of a row that is fitted on

# Coordinates, in the order of the C++ table; a group is what is missing or given together.
COORDINATES = [
    ("age", "0-14 / 25-44"), ("age", "15-24 / 25-44"), ("age", "45-64 / 25-44"), ("age", "65+ / 25-44"),
    ("women", "women"), ("household_size", "persons above 0.9"),
    ("types", "single / with children"), ("types", "without / with children"),
    ("origin", "Europe / Netherlands"), ("origin", "outside / Netherlands"),
    ("marital", "married / never"), ("marital", "divorced / never"), ("marital", "widowed / never"),
    ("income", "low / middle"), ("income", "high / middle"), ("poverty", "poverty"),
    ("education_high", "high"), ("education", "low / middle"),
    ("owned", "owned"), ("rent", "association / others"),
    ("multi_family", "flats"), ("vacancy", "vacancy"), ("urbanity", "urbanity"), ("density", "residents a hectare"),
    ("home_value", "value / country"), ("social_assistance", "of 15 and over"),
]
P = len(COORDINATES)
GROUPS = list(dict.fromkeys(g for g, _ in COORDINATES))
def at(*groups):
    return [k for k, (g, _) in enumerate(COORDINATES) if g in groups]

# Mean value of homes in the country, thousand euros of the year of the table (CBS, Waarde onroerende zaken).
COUNTRY_VALUE = {2016: 209, 2017: 216, 2018: 230, 2019: 248, 2020: 270, 2021: 290, 2022: 315, 2023: 368, 2024: 379}


def logit(p):
    p = min(max(p, LEAST), 1 - LEAST)
    return np.log(p / (1 - p))


def ratios(parts, base):
    """Logs of parts against one of them, after no part is below LEAST of the whole."""
    parts = np.array(parts, float)
    parts = np.maximum(parts / parts.sum(), LEAST)
    return [np.log(v / parts[base]) for k, v in enumerate(parts) if k != base]


def coordinates(v):
    """Of figures by name (None: missing) the vector of coordinates (nan: missing)."""
    y = np.full(P, np.nan)
    def put(group, values):
        y[at(group)] = values
    have = lambda *names: all(v.get(n) is not None for n in names)
    if have("age"): put("age", ratios(v["age"], 2))
    if have("women"): put("women", logit(v["women"]))
    if have("size") and v["size"] >= 1: put("household_size", np.log(v["size"] - 0.9))
    if have("types"): put("types", ratios(v["types"], 2))
    if have("origin"): put("origin", [ratios(v["origin"], 0)[0], ratios(v["origin"], 0)[1]])
    if have("married", "divorced", "widowed"):
        m = [v["married"], v["divorced"], v["widowed"]]
        put("marital", ratios(m + [max(1 - sum(m), LEAST)], 3))
    if have("low", "high"):
        put("income", [r for r in ratios([v["low"], max(1 - v["low"] - v["high"], LEAST), v["high"]], 1)])
    for name in ("poverty", "owned", "multi_family", "vacancy", "social_assistance"):
        if have(name): put(name, logit(v[name]))
    if have("education_high"): put("education_high", logit(v["education_high"]))
    if have("education_low", "education_middle"):
        e = np.maximum([v["education_low"], v["education_middle"]], LEAST)
        put("education", np.log(e[0] / e[1]))
    if have("social", "private"):
        r = np.maximum([v["social"], v["private"]], LEAST)
        put("rent", np.log(r[0] / r[1]))
    if have("urbanity") and v["urbanity"] >= 1: put("urbanity", v["urbanity"])
    if have("density"): put("density", np.log(max(v["density"], 0.01)))
    if have("value"): put("home_value", np.log(v["value"]))
    return y


def figures(y):
    """Shares and values of a full vector of coordinates."""
    expit = lambda x: 1 / (1 + np.exp(-x))
    whole = lambda x: np.exp(x) / np.exp(x).sum()
    f = {}
    f["women"] = expit(y[at("women")[0]])
    f["household_size"] = 0.9 + np.exp(y[at("household_size")[0]])
    f["single"], f["without_children"], f["with_children"] = whole(np.append(y[at("types")], 0))
    f["origin_netherlands"], f["origin_europe"], f["origin_outside_europe"] = whole(np.append(0, y[at("origin")]))
    f["married"], f["divorced"], f["widowed"], _ = whole(np.append(y[at("marital")], 0))
    low, high = y[at("income")]
    f["low_income"], _, f["high_income"] = whole(np.array([low, 0, high]))
    f["poverty"] = expit(y[at("poverty")[0]])
    f["education_high"] = expit(y[at("education_high")[0]])
    low = expit(y[at("education")[0]])
    f["education_low"] = (1 - f["education_high"]) * low
    f["education_middle"] = (1 - f["education_high"]) * (1 - low)
    f["owned"] = expit(y[at("owned")[0]])
    social = expit(y[at("rent")[0]])
    f["social_rent"] = (1 - f["owned"]) * social
    f["private_rent"] = (1 - f["owned"]) * (1 - social)
    f["multi_family"] = expit(y[at("multi_family")[0]])
    f["vacancy"] = expit(y[at("vacancy")[0]])
    f["urbanity"] = min(max(y[at("urbanity")[0]], 1), 5)
    f["home_value"] = np.exp(y[at("home_value")[0]])
    f["social_assistance"] = expit(y[at("social_assistance")[0]])
    return f


# ---- What is read -------------------------------------------------------------------------------------------------
class Row:
    def __init__(self, source, code, kind, values, residents, weight):
        self.source, self.code, self.kind, self.values = source, code, kind, values
        self.residents, self.weight = residents, weight
        self.y = coordinates(values)
    municipality = property(lambda self: "GM" + self.code[2:6])


def number(row, name):
    try:
        x = float((row.get(name) or "").replace(",", "."))
    except ValueError:
        return None
    return x if x >= 0 else None


def of_table(row, year, education_split=True):
    """Figures of one row of a table with the official column names."""
    n = lambda name: number(row, name)
    residents = n("a_inw") or 0
    v = {}
    ages = [n(a) for a in ("a_00_14", "a_15_24", "a_25_44", "a_45_64", "a_65_oo")]
    if None not in ages and sum(ages) > 0: v["age"] = ages
    if n("a_vrouw") and residents: v["women"] = min(n("a_vrouw") / residents, 1)
    v["size"] = n("g_hhgro")
    if n("a_hh") and residents and n("g_hhgro"): v["size"] = max(residents / n("a_hh"), 1.0) if n("a_hh") > 100 else n("g_hhgro")
    types = [n("a_1p_hh"), n("a_hh_z_k"), n("a_hh_m_k")]
    if None not in types and sum(types) > 0: v["types"] = types
    origin = [n("a_nl_all"), n("a_eur_al"), n("a_neu_al")]
    if None not in origin and sum(origin) > 0: v["origin"] = origin
    for name, column in (("married", "a_gehuwd"), ("divorced", "a_gesch"), ("widowed", "a_verwed")):
        if n(column) is not None and residents: v[name] = min(n(column) / residents, 1)
    for name, column in (("low", "p_ink_li"), ("high", "p_ink_hi"), ("poverty", "p_hh_120"), ("owned", "p_koopw"),
                         ("multi_family", "p_mgezw"), ("vacancy", "p_leegsw")):
        if n(column) is not None: v[name] = n(column) / 100
    if v.get("owned") is not None and n("p_huurw") is not None and v["owned"] * 100 + n("p_huurw") > 50:
        v["owned"] = n("p_koopw") / (n("p_koopw") + n("p_huurw"))
    elif n("p_huurw") is not None or n("p_koopw") is not None:
        v["owned"] = None
    social, private = n("p_wcorpw"), n("p_ov_hw")
    if social is not None and private is not None and social + private > 0:
        v["social"], v["private"] = social / 100, private / 100
    education = [n("p_opl_lg"), n("p_opl_md"), n("p_opl_hg")]
    if None not in education and sum(education) > 0:
        education = [e / sum(education) for e in education]
        v["education_high"] = education[2]
        if education_split: v["education_low"], v["education_middle"] = education[:2]
    v["urbanity"] = n("ste_mvs")
    if n("a_lan_ha") and residents: v["density"] = residents / n("a_lan_ha")
    if n("g_wozbag"): v["value"] = n("g_wozbag") / COUNTRY_VALUE[year]
    if n("a_soz_wb") is not None and "age" in v and sum(ages[1:]) > 0:
        v["social_assistance"] = min(n("a_soz_wb") / sum(ages[1:]), 1)
    return v, residents


def read_table(path, year, kinds, weight, education_split=True, also=()):
    more = {}
    for name in also:
        with open(path.parent / name, newline="") as f:
            for row in csv.DictReader(f): more[row["gwb_code_10"]] = row
    rows = []
    with open(path, newline="") as f:
        for row in csv.DictReader(f):
            code, kind = row["gwb_code_10"], row["recs"].strip()
            if kind not in kinds: continue
            if code in more: row.update({k: more[code][k] for k in ("a_nl_all", "a_eur_al", "a_neu_al")})
            v, residents = of_table(row, year, education_split)
            if residents >= FEWEST: rows.append(Row(path.stem, code, kind, v, residents, weight))
    return rows


def read_baarn(folder):
    """Buurten of Baarn: the map of 2024 with what its series have of 2023."""
    series = json.load(open(folder / "baarn-social-2016-2025.json"))["buurten"]
    rows = []
    for feature in json.load(open(folder / "baarn-buurten.geojson"))["features"]:
        p = {k: v for k, v in feature["properties"].items() if not (isinstance(v, (int, float)) and v < 0)}
        code, residents = p["buurtcode"], p.get("aantal_inwoners", 0)
        if residents < FEWEST: continue
        get = lambda name: p[name] / 100 if name in p else None
        v = {"age": [p.get("percentage_personen_" + a) for a in (
            "0_tot_15_jaar", "15_tot_25_jaar", "25_tot_45_jaar", "45_tot_65_jaar", "65_jaar_en_ouder")]}
        if None in v["age"] or sum(v["age"]) == 0: continue
        v["women"] = p["vrouwen"] / residents if "vrouwen" in p else None
        v["size"] = p.get("gemiddelde_huishoudsgrootte")
        for key, names in (("types", ("percentage_eenpersoonshuishoudens", "percentage_huishoudens_zonder_kinderen",
                                      "percentage_huishoudens_met_kinderen")),
                           ("origin", ("percentage_met_herkomstland_nederland",
                                       "percentage_met_herkomstland_uit_europa_excl_nl",
                                       "percentage_met_herkomstland_buiten_europa"))):
            if all(n in p for n in names): v[key] = [p[n] for n in names]
        v["married"], v["divorced"], v["widowed"] = (get("percentage_" + n) for n in ("gehuwd", "gescheid", "verweduwd"))
        v["urbanity"] = p.get("stedelijkheid_adressen_per_km2")
        if p.get("oppervlakte_land_in_ha"): v["density"] = residents / p["oppervlakte_land_in_ha"]
        lines = series.get(code, {}).get("tijdreeksen", {})
        of = lambda name: lines.get(name, {}).get("2023")
        education = [of("opleiding_" + e) for e in ("laag", "middelbaar", "hoog")]
        if None not in education and sum(education) > 0:
            v["education_low"], v["education_middle"], v["education_high"] = np.array(education) / sum(education)
        adults = residents * (1 - v["age"][0] / sum(v["age"]))
        if of("bijstandsontvangers") is not None: v["social_assistance"] = of("bijstandsontvangers") / adults
        rows.append(Row("baarn", code, "Buurt", v, residents, 1.0))
    return rows


def country(wijken, weight):
    """One row of the country: its ages from all wijken, the rest as the program declares it."""
    age = np.sum([np.array(r.values["age"]) for r in wijken if "age" in r.values], axis=0)
    v = dict(age=age, women=0.503, size=2.11, types=[399, 284.9, 315], origin=[0.74, 0.09, 0.17], married=0.385,
             divorced=0.08, widowed=0.047, low=0.40, high=0.20, poverty=0.13, education_low=0.26, education_middle=0.40,
             education_high=0.34, owned=0.57, social=0.28, private=0.15, multi_family=0.36, vacancy=0.04, value=1.0)
    return Row("country", "NL00", "Land", v, 1, weight)


def read_all(folder):
    rows = read_table(folder / "kwb-2022-wijken.csv", 2022, ("Wijk",), 1.0, education_split=False)
    rows.append(country(rows, 30.0))
    rows += read_table(folder / "kwb-2020-amsterdam.csv", 2020, ("Buurt",), 0.4, also=["kwb-2020-amsterdam-origin.csv"])
    rows += read_table(folder / "kwb-2023-utrecht.csv", 2023, ("Buurt",), 1.0)
    return rows + read_baarn(folder)


# ---- The normal distribution --------------------------------------------------------------------------------------
def fit(rows, rounds=1000, prior=20.0):
    """Mean and covariance by EM over rows with missing coordinates; a prior as heavy as `prior` rows draws the
    covariance towards independence, and decides what no two columns that occur together can."""
    y = np.array([r.y for r in rows])
    w = np.array([r.weight for r in rows])
    seen = ~np.isnan(y)
    mean = np.array([np.average(y[seen[:, k], k], weights=w[seen[:, k]]) for k in range(P)])
    first = np.array([np.average((y[seen[:, k], k] - mean[k]) ** 2, weights=w[seen[:, k]]) for k in range(P)])
    first = np.maximum(first, 0.01)
    cov = np.diag(first)
    patterns = {}
    for i, s in enumerate(seen): patterns.setdefault(tuple(s), []).append(i)
    for _ in range(rounds):
        total, second, weight = np.zeros(P), np.zeros((P, P)), w.sum()
        for pattern, members in patterns.items():
            o, m = np.flatnonzero(pattern), np.flatnonzero(~np.array(pattern))
            full = y[members].copy()
            slope = np.linalg.solve(cov[np.ix_(o, o)], cov[np.ix_(o, m)])
            full[:, m] = mean[m] + (full[:, o] - mean[o]) @ slope
            here = w[members]
            total += here @ full
            d = full - mean
            second += (d * here[:, None]).T @ d
            second[np.ix_(m, m)] += here.sum() * (cov[np.ix_(m, m)] - cov[np.ix_(m, o)] @ slope)
        step = total / weight - mean
        before, mean = cov, mean + step
        cov = (second - weight * np.outer(step, step) + prior * np.diag(first)) / (weight + prior)
        if np.abs(cov - before).max() < 1e-6: break
    return mean, cov


def conditional(mean, cov, y):
    """Full coordinates, and the covariance of those that were missing."""
    m = np.isnan(y)
    out = y.copy()
    slope = np.linalg.solve(cov[np.ix_(~m, ~m)], cov[np.ix_(~m, m)])
    out[m] = mean[m] + (y[~m] - mean[~m]) @ slope
    return out, cov[np.ix_(m, m)] - cov[np.ix_(m, ~m)] @ slope


# ---- Error out of sample ------------------------------------------------------------------------------------------
# What is hidden together: as tables lack it. Provisional tables have neither income nor education.
NOT_YET = ("income", "poverty", "education_high", "education")
CASES = [  # figures whose error is shown, groups that are hidden
    (("low_income", "high_income"), NOT_YET), (("low_income", "high_income"), ("income",)),
    (("poverty",), NOT_YET), (("poverty",), ("poverty",)),
    (("education_low", "education_middle", "education_high"), NOT_YET),
    (("education_high",), ("education_high", "education")),
    (("origin_netherlands", "origin_europe", "origin_outside_europe"), ("origin",)),
    (("married", "divorced", "widowed"), ("marital",)), (("women",), ("women",)),
    (("single", "without_children", "with_children"), ("types",)),
    (("household_size",), ("household_size", "types")),
    (("owned", "social_rent", "private_rent"), ("owned", "rent")), (("social_rent", "private_rent"), ("rent",)),
    (("home_value",), ("home_value",)), (("social_assistance",), ("social_assistance",)),
    (("multi_family",), ("multi_family",)), (("vacancy",), ("vacancy",)), (("urbanity",), ("urbanity", "density")),
]
NATIONAL = dict(women=0.503, household_size=2.11, single=0.399, without_children=0.285, with_children=0.316,
                origin_netherlands=0.74, origin_europe=0.09, origin_outside_europe=0.17, married=0.385, divorced=0.08,
                widowed=0.047, low_income=0.40, high_income=0.20, poverty=0.13, education_low=0.26,
                education_middle=0.40, education_high=0.34, owned=0.57, social_rent=0.28, private_rent=0.15,
                multi_family=0.36, vacancy=0.04, urbanity=3.0, home_value=1.0, social_assistance=0.03)
GROUP_OF = {"low_income": "income", "high_income": "income", "education_low": "education",
            "education_middle": "education", "social_rent": "rent", "private_rent": "rent", "married": "marital",
            "divorced": "marital", "widowed": "marital", "single": "types", "without_children": "types",
            "with_children": "types"}
def group_of(figure):
    return "origin" if figure.startswith("origin") else GROUP_OF.get(figure, figure)


def truth(row, figure):
    """The figure as published; nan where it is not."""
    if np.isnan(row.y[at(group_of(figure))[0]]): return np.nan
    v, f = row.values, figure
    if f in ("single", "without_children", "with_children"):
        return v["types"][("single", "without_children", "with_children").index(f)] / sum(v["types"])
    if f.startswith("origin"):
        return v["origin"][("origin_netherlands", "origin_europe", "origin_outside_europe").index(f)] / sum(v["origin"])
    if f in ("social_rent", "private_rent"):
        return (1 - v["owned"]) * v[f[:-5]] / (v["social"] + v["private"]) if v.get("owned") is not None else np.nan
    return v[{"low_income": "low", "high_income": "high", "household_size": "size", "home_value": "value"}.get(f, f)]


def around(rows):
    """Figures of a whole of rows, weighted by residents: as the row of a municipality has them."""
    v = {}
    def mean(name, numbers):
        have = [(np.array(x, float), r.residents) for r in rows for x in [numbers(r)] if x is not None]
        if have: v[name] = sum(x * n for x, n in have) / sum(n for _, n in have)
    for name in ("age", "types", "origin"):
        mean(name, lambda r: None if name not in r.values else np.array(r.values[name]) / sum(r.values[name]))
    for name in ("women", "married", "divorced", "widowed", "low", "high", "poverty", "owned", "multi_family", "vacancy",
                 "urbanity", "value", "social_assistance", "education_low", "education_middle", "education_high",
                 "social", "private", "size", "density"):
        mean(name, lambda r: r.values.get(name))
    return v


def hidden(y, groups):
    out = y.copy()
    out[at(*groups)] = np.nan
    return out


def beside(rows):
    """For every row the other rows of its municipality in its table, as one whole; None without."""
    of = {}
    for r in rows: of.setdefault((r.source, r.municipality), []).append(r)
    return of


class Regression:
    """Least squares of a share itself on ages, size of households, tenure, value and urbanity."""
    X = at("age", "household_size", "owned", "home_value", "urbanity")

    def __init__(self, rows, figure, groups):
        self.X = [k for k in Regression.X if COORDINATES[k][0] not in groups]
        y = np.array([r.y[self.X] for r in rows])
        self.mean = np.nanmean(y, axis=0)
        t = np.array([truth(r, figure) for r in rows])
        ok = ~np.isnan(t)
        w = np.sqrt([r.weight for r in rows])[ok]
        A = self.matrix(y[ok])
        self.beta = np.linalg.lstsq(A * w[:, None], t[ok] * w, rcond=None)[0]

    def matrix(self, y):
        return np.hstack([np.ones((len(y), 1)), np.where(np.isnan(y), self.mean, y) - self.mean])

    def of(self, row):
        return (self.matrix(row.y[None, self.X]) @ self.beta)[0]


def carried(mean, cov, train, groups, target):
    """Of what a municipality as a whole differs from its conditional mean, the share that its rows have too, and the
    share of the variance of rows that this explains. By municipalities of at least three rows, the row itself left out."""
    of = beside(train)
    own, whole = [], []
    for members in of.values():
        if len(members) < 3 or members[0].source != "kwb-2022-wijken": continue
        for r in members:
            a = coordinates(around([x for x in members if x is not r]))
            if np.isnan(r.y[target]).any() or np.isnan(a[target]).any(): return None
            own.append((r.y - conditional(mean, cov, hidden(r.y, groups))[0])[target])
            whole.append((a - conditional(mean, cov, hidden(a, groups))[0])[target])
    own, whole = np.array(own), np.array(whole)
    share = (own * whole).sum(0) / (whole ** 2).sum(0)
    return share, 1 - ((own - share * whole) ** 2).sum(0) / (own ** 2).sum(0)


def carries(mean, cov, train):
    """`carried` for every coordinate: measured where the wijken of the whole country have it, else the median of those."""
    share, explained = np.full(P, np.nan), np.full(P, np.nan)
    for groups in (("income",), ("education_high",), ("owned", "rent"), ("home_value",), ("household_size", "types"),
                   ("urbanity", "density")):
        for k in at(groups[0]):
            share[k], explained[k] = (x[0] for x in carried(mean, cov, train, groups, [k]))
    typical = np.nanmedian(share), np.nanmedian(explained)
    return np.where(np.isnan(share), typical[0], share), np.where(np.isnan(explained), typical[1], explained)


def with_municipality(mean, cov, share, y, whole):
    """Conditional mean of a row's missing coordinates, moved by what its municipality shows of them."""
    out, _ = conditional(mean, cov, y)
    expected, _ = conditional(mean, cov, np.where(np.isnan(y), np.nan, whole))
    move = np.where(np.isnan(y) & ~np.isnan(whole), share * (whole - expected), 0)
    return out + np.nan_to_num(move)


def types_by_size(row):
    """Types of households as national sizes of households have them, tilted to this mean; children by age."""
    single = np.array([399, 0, 0, 0, 0, 0, 0, 0, 0, 0.])
    without = np.array([0, 272, 9, 2.5, 0.8, 0.3, 0.2, 0.1, 0.05, 0.05])
    with_ = np.array([0, 46, 105, 116, 36, 9, 2.5, 1, 0.35, 0.15])
    size, low, high = row.values["size"], 1e-6, 1e6
    persons = np.arange(1, 11)
    for _ in range(200):
        tilt = np.sqrt(low * high)
        w = tilt ** np.arange(10)
        total = (single + without + with_) * w
        low, high = (tilt, high) if (total * persons).sum() / total.sum() < size else (low, tilt)
    t = np.array([(x * w).sum() for x in (single, without, with_)]) / total.sum()
    age = np.array(row.values["age"]) / sum(row.values["age"]) * size
    children = min(t[2], (age[0] + 0.45 * age[1]) / 1.4)
    t[1] += t[2] - children
    t[2] = children
    too_many = np.clip(t[0] + 2 * t[1] + t[2] - (size - age[0]), 0, t[1])
    return np.array([t[0] + too_many, t[1] - too_many, t[2]])


def predictions(model, train, test, of, figure, groups):
    """By method what each test row would have for a figure whose groups are hidden."""
    mean, cov, share = model
    line = Regression(train, figure, groups)
    out = {m: [] for m in ("national", "municipality", "regression", "normal", "with municipality")}
    for r in test:
        whole = [x for x in of[(r.source, r.municipality)] if x is not r]
        whole = Row("", r.code, "", around(whole), 1, 1) if whole else None
        near = truth(whole, figure) if whole else np.nan
        y = hidden(r.y, groups)
        out["national"].append(NATIONAL[figure])
        out["municipality"].append(NATIONAL[figure] if np.isnan(near) else near)
        out["regression"].append(line.of(r))
        out["normal"].append(figures(conditional(mean, cov, y)[0])[figure])
        moved = with_municipality(mean, cov, share, y, whole.y) if whole else conditional(mean, cov, y)[0]
        out["with municipality"].append(figures(moved)[figure])
        if groups == ("types",):
            kind = ("single", "without_children", "with_children").index(figure)
            out.setdefault("by size", []).append(types_by_size(r)[kind])
    return out


def report(title, folds, of, least=15):
    """Root mean square errors over folds of (model, train, test)."""
    print(f"\n{title}\n| figure | hidden | rows | national | municipality | regression | normal | normal, municipality |")
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    for shown, groups in CASES:
        for figure in shown:
            true, out = [], {}
            for model, train, test in folds:
                test = [r for r in test if not np.isnan(truth(r, figure))]
                true += [truth(r, figure) for r in test]
                if not test: continue
                for m, x in predictions(model, train, test, of, figure, groups).items(): out.setdefault(m, []).extend(x)
            if len(true) < least: continue
            error = {m: np.sqrt(np.mean((np.array(x) - true) ** 2)) for m, x in out.items()}
            also = "; ".join(groups) + (f" (by size {error['by size']:.3f})" if "by size" in error else "")
            print(f"| {figure} | {also} | {len(true)} | " + " | ".join(
                f"{error[m]:.3f}" for m in ("national", "municipality", "regression", "normal", "with municipality")) + " |")


def fitted(train):
    mean, cov = fit(train)
    return mean, cov, carries(mean, cov, train)[0]


def left_out(rows, train, municipality, parts=None):
    """Folds over the wijken of one municipality: fitted without them, tested on their buurten."""
    mine = [r for r in rows if r.municipality == municipality and r.kind == "Buurt"]
    wijken = sorted({r.code[2:8] for r in mine})
    parts = min(parts or len(wijken), len(wijken))
    for part in range(parts):
        out = {w for w in wijken[part::parts]}
        kept = [r for r in train if not (r.municipality == municipality and r.code[2:8] in out)]
        yield fitted(kept), kept, [r for r in mine if r.code[2:8] in out]


def main():
    folder, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).resolve().parents[3]
    rows = read_all(folder)
    with open(here / "scenarios/validation/held-out-municipalities.csv") as f:
        held = {r["code"] for r in csv.DictReader(f)}
    train = [r for r in rows if r.municipality not in held]
    if "--table" in sys.argv:
        mean, cov = fit(train)
        return print_table(mean, cov, *carries(mean, cov, train))
    of = beside(rows)
    report("Municipalities held out", [(fitted(train), train, [r for r in rows if r.municipality in held])], of)
    for name, code in (("Utrecht", "GM0344"), ("Amsterdam", "GM0363"), ("Baarn", "GM0308")):
        kept = [r for r in train if r.municipality != code]
        report(f"{name}, nothing of it fitted on",
               [(fitted(kept), kept, [r for r in rows if r.municipality == code and r.kind == "Buurt"])], of)
    report("Utrecht, one wijk left out at a time", list(left_out(rows, train, "GM0344")), of)
    report("Amsterdam, a tenth of the wijken left out at a time", list(left_out(rows, train, "GM0363", 10)), of)
    print_country(*fit(train), [r for r in rows if r.source == "kwb-2022-wijken"])


def print_country(mean, cov, wijken):
    """What the imputed wijken of the country add up to, beside the national figures."""
    full = [figures(conditional(mean, cov, r.y)[0]) for r in wijken]
    print("\n| figure | wijken, weighted by residents | country |\n|---|--:|--:|")
    for f, national in NATIONAL.items():
        print(f"| {f} | {np.average([x[f] for x in full], weights=[r.residents for r in wijken]):.3f} | {national} |")


def print_table(mean, cov, share, explained):
    """models/scenario/figure_relations.cpp, to be formatted by clang-format."""
    digits = lambda x: ", ".join(f"{v:.6g}" for v in x)
    lower = [cov[i, j] for i in range(P) for j in range(i + 1)]
    print('#include "models/scenario/figure_relations.hpp"\n\nnamespace weefsel {\nnamespace {\n')
    print("// Made by analysis/python/fits/figure_relations.py --table; not typed.")
    print(f"constexpr FigureRelations fitted{{\n{{{{{digits(mean)}}}}},\n{{{{{digits(lower)}}}}},")
    print(f"{{{{{digits(share)}}}}},\n{{{{{digits(explained)}}}}}}};\n\n}}  // namespace\n")
    print("const FigureRelations& figure_relations() { return fitted; }\n\n}  // namespace weefsel")


if __name__ == "__main__":
    main()
