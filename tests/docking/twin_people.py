"""Month 0: households in their streets, traits for life, first ties."""
import numpy as np

from twin_numbers import FELLOW, FRIEND, NEIGHBOUR, PARTNER, logit, sigma


class People:
    def households(self, couples, side, street):
        n, rng = self.n, self.rng
        dwellings = n - couples
        self.dwelling = np.concatenate([np.repeat(np.arange(couples), 2), np.arange(couples, dwellings)])
        self.dwelling = rng.permutation(dwellings)[self.dwelling]
        self.street = self.dwelling // street
        self.partner = np.full(n, -1)
        self.partner[0:2 * couples:2] = np.arange(1, 2 * couples, 2)
        self.partner[1:2 * couples:2] = np.arange(0, 2 * couples, 2)
        streets = -(-dwellings // street)
        self.space = rng.uniform(self.p["population.public_space_low"], self.p["population.public_space_high"], streets)
        columns = max(1, int(np.sqrt(streets / 2)))
        width, depth = side / columns, side / -(-streets // columns)
        which, nth = self.street, self.dwelling % street
        self.position = np.stack([(which % columns + (nth + 0.5) / street) * width, (which // columns + 0.5) * depth
                                  + np.where(nth % 2, -10, 10)], 1) - side / 2

    def traits(self):
        p, n, rng = self.p, self.n, self.rng
        age = rng.uniform(25, 45, n)
        first = self.partner > np.arange(n)  # couples are of much the same age
        age[self.partner[first]] = np.clip(age[first] + p["population.age_gap_spread"] * rng.normal(size=first.sum()), 25, 44.9)
        self.age, self.birthday = age, np.floor(age * 12).astype(int) % 12
        self.female = rng.random(n) < 0.5
        self.female[self.partner[first]] = ~self.female[first]
        self.works = rng.random(n) < p["population.work_middle"]
        shared = p["population.contact_shared"]
        habit = rng.normal(size=n)
        own = lambda: shared * habit + np.sqrt(1 - shared ** 2) * rng.normal(size=n)
        self.outside_young = p["wellbeing.outside_hours"] * np.exp(p["wellbeing.outside_spread"] * own())
        self.family = self.kin_elsewhere() * p["wellbeing.family_hours"] * np.exp(p["wellbeing.family_spread"] * own())
        self.sociability = sigma(own())
        level, social = p["population.contact_loneliness"], p["population.contact_social"]
        spread = lambda load: -load * habit + np.sqrt(1 - load ** 2) * rng.normal(size=n)
        self.level = p["wellbeing.loneliness_level"] + p["population.loneliness_level_spread"] * spread(level)
        self.social_level = p["population.loneliness_social_spread"] * spread(social)
        spread_of_frailty = p["demography.frailty_spread"]
        self.frailty_own = np.exp(spread_of_frailty * rng.normal(size=n) - spread_of_frailty ** 2 / 2) * np.where(
            self.female, p["demography.frailty_women"], p["demography.frailty_men"])
        self.insecurity_base = sigma(logit(0.01 + 0.98 * p["wellbeing.insecurity_middle_income"])
                                     + p["wellbeing.insecurity_spread"] * rng.normal(size=n))
        self.insecurity = self.insecurity_base.copy()
        self.trust_level = np.clip(rng.normal(p["cohesion.trust_usual"], p["cohesion.trust_spread"], n), 0, 1)
        self.trust = self.trust_level.copy()
        self.institutional_usual = p["wellbeing.institutional_middle"]
        self.institutional = np.clip(rng.normal(self.institutional_usual, p["wellbeing.institutional_spread"], n), 0, 1)
        self.friends_usual = p["network.outside_friends"] * (0.5 + self.sociability)
        self.friends_outside = rng.poisson(self.friends_usual)
        self.drift = p["wellbeing.drift_spread"] * rng.normal(size=n)
        self.emotional, self.social = 6 * sigma(self.level), 5 * sigma(self.level + p["wellbeing.loneliness_social"])
        self.distress, self.kept_company = np.full(n, p["wellbeing.distress_usual"]), np.full(n, p["company.usual"])

    def kin_elsewhere(self):
        """0 to 6 close relatives, about 3."""
        return np.searchsorted([0.08, 0.22, 0.42, 0.64, 0.82, 0.94], self.rng.random(self.n), side="right")

    def first_ties(self):
        p, n, rng = self.p, self.n, self.rng
        self.a, self.b = np.zeros(0, int), np.zeros(0, int)
        self.hours, self.kind, self.met = np.zeros(0), np.zeros(0, int), np.zeros(0)
        self.row = np.full((n, n), -1)
        first = np.flatnonzero(self.partner > np.arange(n))
        self.begin(first, self.partner[first], PARTNER, p["population.partner_hours"])
        distance = np.hypot(*(self.position[:, None] - self.position[None]).transpose(2, 0, 1))
        closeness = -distance / p["population.friend_distance"] - abs(self.age[:, None] - self.age) / p["population.friend_age_gap"]
        closeness -= p["population.friend_life_stage"] * ((self.age[:, None] < 30) != (self.age < 30))
        closeness[self.dwelling[:, None] == self.dwelling] = -np.inf
        for kind, mean, low, above in (
                (FRIEND, p["population.friends_here"], p["population.friend_hours_low"], p["population.friend_hours_mean"]),
                (FELLOW, p["population.fellow_members_here"], 2, p["population.fellow_member_hours"] - 2)):
            begun = (rng.exponential(mean / 2, n) + rng.random(n)).astype(int)
            i = np.repeat(np.arange(n), begun)
            candidates = rng.integers(0, n, (len(i), 24))
            score = closeness[i[:, None], candidates] + rng.gumbel(size=candidates.shape)
            j = candidates[np.arange(len(i)), score.argmax(1)]
            self.begin(i, j, kind, low + rng.exponential(above, len(i)))
        i, j = self.next_door(heads=True)
        asked = rng.random(len(i)) < p["population.neighbour_share"]
        self.begin(i[asked], j[asked], NEIGHBOUR, rng.uniform(
            p["population.neighbour_hours_low"], p["population.neighbour_hours_high"], asked.sum()))

    def next_door(self, heads):
        """Pairs of residents of dwellings at most two numbers apart in a street: of the heads alone, or of all."""
        who = np.flatnonzero(~heads | (self.partner < 0) | (self.partner > np.arange(self.n))) if heads else np.arange(self.n)
        further = self.dwelling[who] - self.dwelling[who][:, None]
        i, j = np.nonzero((self.street[who][:, None] == self.street[who]) & ((further == 1) | (further == 2)))
        return who[i], who[j]

    def local_contact_at_start(self):
        carried = self.p["population.contact_per_tie_hour"] * self.hours * (self.hours >= 50) * (self.kind != PARTNER)
        return self.sum_of_ties(carried)
