"""Month 0: households in their streets, traits for life, first ties. Later on people grow older."""
import numpy as np

from twin_numbers import FELLOW, FRIEND, NEIGHBOUR, PARTNER, sigma


class People:
    def households(self, couples, side, street=40):
        """Everybody's dwelling and partner, and where it stands: couples come first, `street` dwellings to a street."""
        n, rng, self.partner = self.n, self.rng, np.full(self.n, -1)
        dwellings = n - couples
        self.dwelling = rng.permutation(dwellings)[np.append(np.repeat(np.arange(couples), 2), np.arange(couples, dwellings))]
        self.partner[:2 * couples] = np.arange(2 * couples) ^ 1
        self.heads = np.flatnonzero((self.partner < 0) | (self.partner > np.arange(n)))
        self.street, nth = np.divmod(self.dwelling, street)
        streets = -(-dwellings // street)
        self.space = rng.uniform(self.p.population.public_space_low, self.p.population.public_space_high, streets)
        columns = max(1, int(np.sqrt(streets / 2)))
        width, depth = side / columns, side / -(-streets // columns)
        self.position = np.stack([(self.street % columns + (nth + 0.5) / street) * width,
                                  (self.street // columns + 0.5) * depth + np.where(nth % 2, -10, 10)], 1) - side / 2

    def traits(self):
        p, well, n, rng, couples = self.p.population, self.p.wellbeing, self.n, self.rng, (self.partner >= 0).sum()
        of_nation = np.repeat([1077, 1077, 1020, 1005], 5)  # by year of age; couples without children are young within the band
        years = lambda number, tilt: rng.choice(20, number, p=(w := of_nation * np.exp(tilt * np.arange(20))) / w.sum())
        age = 25 + np.append(years(couples, -0.03), years(n - couples, 0))
        alike = age[:couples][(age[:couples] + p.age_gap_spread * rng.normal(size=couples)).argsort()]
        age[:couples] = alike.reshape(-1, 2)[rng.permutation(couples // 2)].ravel()  # two of much the same age are a couple
        female = rng.random(n) < 0.5
        female[1:couples:2] = ~female[:couples:2]
        self.age, self.birthday, self.works = age, rng.integers(12, size=n), rng.random(n) < p.work_middle
        habit = rng.normal(size=n)
        goes_with = lambda load: load * habit + np.sqrt(1 - load ** 2) * rng.normal(size=n)
        self.outside_young = well.outside_hours * np.exp(well.outside_spread * goes_with(p.contact_shared))
        relatives = np.searchsorted([0.08, 0.22, 0.42, 0.64, 0.82, 0.94], rng.random(n), side="right")
        self.family = relatives * well.family_hours * np.exp(well.family_spread * goes_with(p.contact_shared))
        self.sociability = sigma(goes_with(p.contact_shared))
        self.level = well.loneliness_level + p.loneliness_level_spread * goes_with(-p.contact_loneliness)
        self.social_level = p.loneliness_social_spread * goes_with(-p.contact_social)
        frail = self.p.demography
        usual = frail.frailty_at_20 * np.exp(frail.frailty_growth * (age - 20)) * np.where(
            female, frail.frailty_women, frail.frailty_men)
        self.frailty = usual * np.exp(frail.frailty_spread * rng.normal(size=n) - frail.frailty_spread ** 2 / 2)
        usual, trust = 0.01 + 0.98 * well.insecurity_middle_income, self.p.cohesion
        self.insecurity_base = sigma(np.log(usual / (1 - usual)) + well.insecurity_spread * rng.normal(size=n))
        self.trust_level = np.clip(rng.normal(trust.trust_usual, trust.trust_spread, n), 0, 1)
        self.trust, self.insecurity = self.trust_level.copy(), self.insecurity_base.copy()
        self.institutional = np.clip(rng.normal(well.institutional_middle, well.institutional_spread, n), 0, 1)
        self.friends_usual = self.p.network.outside_friends * (0.5 + self.sociability)
        self.friends_outside, self.drift = rng.poisson(self.friends_usual), well.drift_spread * rng.normal(size=n)
        self.emotional, self.social = 6 * sigma(self.level), 5 * sigma(self.level + well.loneliness_social)
        self.distress, self.kept_company = np.full(n, well.distress_usual), np.full(n, self.p.company.usual)

    def first_ties(self):
        p, n, rng = self.p.population, self.n, self.rng
        self.a, self.b, self.kind = np.zeros((3, 0), int)
        self.hours, self.met, self.row = np.zeros(0), np.zeros(0), np.full((n, n), -1)
        first = self.heads[self.partner[self.heads] >= 0]
        self.begin(first, self.partner[first], PARTNER, p.partner_hours)
        years = abs(self.age[:, None] - self.age)
        distance = np.hypot(*(self.position[:, None] - self.position[None]).transpose(2, 0, 1))
        closeness = -distance / p.friend_distance - years / p.friend_age_gap
        closeness -= p.friend_life_stage * ((self.age[:, None] < 30) != (self.age < 30))
        closeness[self.dwelling[:, None] == self.dwelling] = -np.inf
        for kind, mean, low, above in ((FRIEND, p.friends_here, p.friend_hours_low, p.friend_hours_mean),
                                       (FELLOW, p.fellow_members_here, 2, p.fellow_member_hours - 2)):
            i = np.repeat(np.arange(n), (rng.exponential(mean / 2, n) + rng.random(n)).astype(int))
            candidates = rng.integers(0, n, (len(i), 24))
            score = closeness[i[:, None], candidates] + rng.gumbel(size=candidates.shape)
            self.begin(i, candidates[np.arange(len(i)), score.argmax(1)], kind, low + rng.exponential(above, len(i)))
        self.doors, (i, j) = self.next_door(np.arange(n)), self.next_door(self.heads)
        asked = rng.random(len(i)) < p.neighbour_share
        self.begin(i[asked], j[asked], NEIGHBOUR, rng.uniform(p.neighbour_hours_low, p.neighbour_hours_high, asked.sum()))
        self.contact = self.sum_of_ties(p.contact_per_tie_hour * self.hours * (self.hours >= 50) * (self.kind != PARTNER))

    def next_door(self, who):
        """Pairs of these residents whose dwellings are at most two numbers apart in a street."""
        further = self.dwelling[who] - self.dwelling[who][:, None]
        i, j = np.nonzero((self.street[who][:, None] == self.street[who]) & ((further == 1) | (further == 2)))
        return who[i], who[j]

    def grow_older(self):
        p, rng, today, before = self.p, self.rng, self.birthday == self.month % 12, self.works
        self.age = self.age + today
        self.frailty = np.minimum(p.wellbeing.frailty_most, self.frailty * (1 + p.demography.frailty_growth / 12))
        again = today & (rng.random(self.n) < p.population.work_turnover)
        self.works = np.where(again, rng.random(self.n) < p.population.work_middle, before)
        self.drift[before & ~self.works] += p.wellbeing.event_work_lost
        lost = 1 - np.exp(-p.network.outside_turnover)
        left = rng.binomial(self.friends_outside, 1 - lost) + rng.poisson(self.friends_usual * lost)
        self.friends_outside = np.where(today, left, self.friends_outside)
