"""The core of the model once more, from docs/odd alone: ties by hours, meeting places, loneliness, one worker.

Plain numpy, sequential random numbers, and no line in common with the program: what both say, the description says.
Adults of 25-44 alone or as a couple, all of middle income and education; nobody moves, dies, is born or cared for.
"""
import numpy as np

from twin_numbers import FELLOW, FRIEND, LAPSED, NEIGHBOUR, PARTNER, Place, kept_after, sigma
from twin_people import People
from twin_work import Work


class Twin(People, Work):
    """One neighbourhood: `n` residents of whom `2 * couples` live as two; `step()` lives a month."""

    def __init__(self, p, n, couples, side, bought, seed, street=40):
        self.p, self.n, self.rng, self.month = p, n, np.random.default_rng(seed), 0
        own = [kind for kind, of in p.places.items() if float(of["residents a place"]) > 0]
        self.places = [Place(kind, p, n, side, self.rng) for kind in own]
        self.places += [Place(kind, p, n, side, self.rng, hours) for kind, hours in bought.items()]
        places, self.fte, self.months_in_post, self.caseload = self.places, 0.0, 0, 0.0
        self.households(couples, side, street)
        self.traits()
        self.first_ties()
        m = len(places)
        self.habit, self.companions = np.zeros((n, m)), np.zeros((n, m))
        self.taste = p["meeting_place.taste"] * self.rng.normal(size=(n, m))
        self.session_number = self.rng.random((n, m))
        self.visits = np.zeros((n, m), int)
        self.contact = self.local_contact_at_start()
        self.bond, self.coping, self.support, self.reached = np.zeros(n), np.zeros(n), np.zeros(n), np.full(n, -999)
        self.left = np.zeros(n, int)  # contacts of a trajectory still to come

    # Ties ----------------------------------------------------------------------------------------------------------

    def begin(self, i, j, kind, hours):
        """Ties begin between pairs that have none."""
        hours, kind = np.broadcast_to(hours, i.shape), np.broadcast_to(kind, i.shape)
        _, first = np.unique(np.minimum(i, j) * self.n + np.maximum(i, j), return_index=True)
        first = first[(self.row[i[first], j[first]] < 0) & (i[first] != j[first])]
        first = first[self.has_room(i[first]) & self.has_room(j[first])]
        self.a, self.b = np.append(self.a, i[first]), np.append(self.b, j[first])
        self.hours, self.kind = np.append(self.hours, hours[first]), np.append(self.kind, kind[first])
        self.met = np.append(self.met, np.zeros(len(first)))
        self.index()

    def has_room(self, who):
        """Who keeps 24 ties begins another only where one of them, not of family, is below 10 h."""
        weakest = np.full(self.n, np.inf)
        of_choice = self.kind != PARTNER
        for end in (self.a, self.b):
            np.minimum.at(weakest, end[of_choice], self.hours[of_choice])
        full = np.bincount(np.concatenate([self.a, self.b]), minlength=self.n) >= 24
        return (~full | (weakest < 10))[who]

    def index(self):
        self.row.fill(-1)
        self.row[self.a, self.b] = self.row[self.b, self.a] = np.arange(len(self.a))

    def sum_of_ties(self, value):
        return np.bincount(self.a, value, self.n) + np.bincount(self.b, value, self.n)

    def alike(self, i, j):
        return np.exp(-self.p["network.homophily_age"] * abs(self.age[i] - self.age[j]))

    def open_to(self, i, j):
        return self.openness[i] * self.openness[j]

    def open_up(self):
        p = self.p
        self.openness = ((1 - p["network.openness_loneliness"] * (self.emotional + self.social) / 11)
                         * (1 - p["network.openness_distrust"] * (1 - self.trust)))

    def encounter(self, i, j, start, kind, hours, crowding, nuisance):
        """Pairs meet for so many `hours` in the month: known ones get them, strangers may begin a tie, some go wrong."""
        p, rng, n = self.p, self.rng, self.n
        wrong = rng.random(len(i)) < p["network.negative_encounters"] * (
            p["network.negative_base"] + crowding * p["network.negative_crowding"] + nuisance) + (
            p["network.negative_encounters"] * p["network.negative_insecurity"] * (self.insecurity[i] + self.insecurity[j]) / 2)
        row, hours = self.row[i, j], np.broadcast_to(hours, i.shape)
        known = row >= 0
        np.add.at(self.met, row[known & ~wrong], hours[known & ~wrong])
        np.subtract.at(self.hours, row[known & wrong], p["network.negative_hours"])
        for who in (i, j):
            self.good += np.bincount(who[~wrong], minlength=n)
            self.good_known += np.bincount(who[~wrong & known], minlength=n)
            self.bad += np.bincount(who[wrong], minlength=n)
        chance = start * self.alike(i, j) * self.open_to(i, j)
        new = ~known & ~wrong & (rng.random(len(i)) < chance)
        self.proposed.append((i[new], j[new], kind, np.maximum(p["network.introduced_hours"], hours[new])))

    def drift_apart(self):
        """Once a year for each tie with another dwelling."""
        p = self.p
        due = (self.birthday[np.minimum(self.a, self.b)] == self.month % 12) & (self.kind != PARTNER) & (self.kind != LAPSED)
        contact = self.hours * p["network.carried_by_contact"] + self.met
        regular = ((self.habit[self.a] > 0) & (self.habit[self.b] > 0)).any(1)
        rate = p["network.drift_apart"] * (1 + contact) ** -p["network.drift_contact"] * np.exp(
            -p["network.drift_place"] * regular - p["network.drift_street"] * (self.street[self.a] == self.street[self.b])
            + p["network.drift_age"] * abs(self.age[self.a] - self.age[self.b]))
        self.kind[due & (self.rng.random(len(rate)) < 1 - np.exp(-rate))] = LAPSED

    def free_hours(self):
        p = self.p
        free = np.where(self.works, p["network.free_working"], p["network.free_unemployed"])
        return free * (1 - p["network.free_less_when_frail"] * self.frailty)

    def keep_and_lose(self):
        p, h, kind = self.p, self.hours, self.kind
        friend = np.select([h < 10, h < 50, h < 90, h < 200], [0, p["network.want_acquaintance"], p["network.want_casual"],
                                                               p["network.want_friend"]], p["network.want_close"])
        want = np.select([kind == PARTNER, (kind == LAPSED) | (h < 10), (kind == FRIEND) | (h >= 90), kind == NEIGHBOUR],
                         [p["network.want_partner"], 0, friend, p["network.want_neighbour"]], p["network.want_fellow_member"])
        sought = self.sum_of_ties(want * (kind != PARTNER))  # partners need no appointment
        share = np.minimum(1, p["network.private_share"] * self.free_hours() / np.maximum(sought, 1e-9))
        least = np.where(kind == PARTNER, 1, np.minimum(share[self.a], share[self.b]))
        contact = want * least + self.met
        half = np.choose(kind, [p["network.halflife_partner"], p["network.halflife_friend"], p["network.halflife_neighbour"],
                                p["network.halflife_fellow_member"], p["network.halflife_friend"]])
        faded = p["network.fading"] * (1 - kept_after(half)) * np.maximum(0, h - contact / p["network.carried_by_contact"])
        after = np.minimum(p["network.strongest"], h + contact - faded)
        self.kind[((kind == NEIGHBOUR) | (kind == FELLOW)) & (after >= 90)] = FRIEND
        self.kind[(kind == LAPSED) & (h < 90) & (after >= 90)] = FRIEND
        self.hours = after
        self.contact = self.sum_of_ties(contact * ((after >= 50) & (kind != PARTNER)))
        self.introduce()
        stays = self.hours >= p["network.forgotten_below"]
        for name in ("a", "b", "hours", "kind"):
            setattr(self, name, getattr(self, name)[stays])
        self.met = np.zeros(len(self.a))
        self.index()
        i, j, kind, hours = (np.concatenate([np.broadcast_to(part[k], part[0].shape) for part in self.proposed]) for k in range(4))
        self.begin(i, j, kind, hours)

    def introduce(self):
        p, rng = self.p, self.rng
        strong = np.flatnonzero((self.hours >= 50) & (self.kind != LAPSED))
        ends = np.concatenate([self.a[strong], self.b[strong]]), np.concatenate([self.b[strong], self.a[strong]])
        for i in np.flatnonzero(rng.random(self.n) < p["network.introductions"]):
            friends = ends[1][ends[0] == i]
            if len(friends) >= 2:
                x, y = (np.array([f]) for f in rng.choice(friends, 2, replace=False))
                if rng.random() < (p["network.introduction_success"] * self.alike(x, y) * self.open_to(x, y))[0]:
                    self.proposed.append((x, y, FRIEND, p["network.introduced_hours"]))

    # Places --------------------------------------------------------------------------------------------------------

    def choose_places(self):
        p, n, rng = self.p, self.n, self.rng
        if self.month % 3 == 0:
            goes = self.habit > 0
            for k in range(len(self.places)):
                self.companions[:, k] = goes[:, k] * np.log1p(np.bincount(self.a, self.hours * goes[self.b, k], n)
                                                              + np.bincount(self.b, self.hours * goes[self.a, k], n))
        regular, m = self.habit > 0, len(self.places)
        new = np.floor(rng.random(n) / p["meeting_place.consider_new"]).astype(int)  # one place at most, open or not
        new = np.where(new < m, new, -1)
        invited = self.taken_along()
        new = np.where(invited >= 0, invited, new)
        fresh = (np.arange(m) == new[:, None]) & ~regular
        worth = self.worth_of_places(fresh, np.arange(m) == invited[:, None])
        w = np.exp(worth) * (regular | fresh) * np.array([self.is_open(place) for place in self.places])
        s = p["meeting_place.substitution"]
        share = w / (np.exp(p["meeting_place.home"]) + w + s * (w.sum(1, keepdims=True) - w))
        outings = (p["meeting_place.outings"] * np.minimum(1, self.free_hours() / p["meeting_place.outings_free_hours"])
                   * (0.5 + self.sociability) * (1 - p["meeting_place.outings_lost_when_frail"] * self.frailty))
        self.visits = np.floor(outings[:, None] * share + rng.random(share.shape)).astype(int) * (w > 0)
        for i, k in zip(*np.nonzero(fresh & (self.visits > 0))):  # three regular places at most: the least gives way
            if regular[i].sum() >= 3:
                least = np.flatnonzero(regular[i])[share[i, regular[i]].argmin()]
                fresh[i, k] = share[i, least] < share[i, k]
                self.habit[i, least] *= not fresh[i, k]
        grown = 1 - (1 - self.habit) * (1 - p["meeting_place.habit_gain"]) ** self.visits
        self.habit = grown * p["meeting_place.habit_kept"] * (regular | fresh)
        self.habit[(self.habit < p["meeting_place.habit_forgotten"]) & ~fresh] = 0
        self.companions *= self.habit > 0

    def is_open(self, place):
        return place.open_hours >= self.p["meeting_place.closed_below"]

    def worth_of_places(self, fresh, invited):
        p, worth = self.p, np.zeros(self.habit.shape)
        hindered = np.minimum(1, self.frailty + p["meeting_place.hindered_insecurity"] * self.insecurity)
        for k, place in enumerate(self.places):
            way = np.hypot(*(self.position - place.position).T) / (
                p["meeting_place.reach"] * (1 - p["meeting_place.reach_lost_when_frail"] * self.frailty))
            open_share = max(place.open_hours, 1e-9) / place.full_hours
            worth[:, k] = (place.attraction + p["meeting_place.habit_worth"] * self.habit[:, k] + self.taste[:, k]
                           + p["meeting_place.companions_worth"] * self.companions[:, k]
                           + p["meeting_place.fit_worth"] * np.where(self.age < 45, place.fit[25], place.fit[45])
                           + p["meeting_place.warmth_worth"] * place.warmth
                           + p["meeting_place.hours_worth"] * np.log(min(1, open_share))
                           + p["meeting_place.invitation_worth"] * invited[:, k] - way
                           - p["meeting_place.barrier"] * (1 - place.accessibility) * hindered
                           - p["meeting_place.money"] * place.entry * self.insecurity
                           - p["meeting_place.threshold"] * (1 - self.sociability) * fresh[:, k])
        return worth

    def taken_along(self):
        """The place to which a friend of 50 h or more invites, the activity of the friend's strongest habit; -1: none."""
        p, rng = self.p, self.rng
        invited, activity = np.full(self.n, -1), np.array([place.activity and self.is_open(place) for place in self.places])
        habit = self.habit * activity
        ends = np.concatenate([self.a, self.b]), np.concatenate([self.b, self.a])
        asks = np.tile((self.hours >= 50) & (self.kind != LAPSED), 2) & (habit.max(1)[ends[1]] > 0)
        for i in np.flatnonzero(rng.random(self.n) < p["meeting_place.taken_along"]):
            friends = ends[1][asks & (ends[0] == i)]
            if len(friends):
                invited[i] = habit[rng.choice(friends)].argmax()
        return invited

    def meet(self):
        p, n = self.p, self.n
        self.good, self.good_known, self.bad, self.proposed = np.zeros(n), np.zeros(n), np.zeros(n), []
        self.company = np.zeros(n)
        by_age = p["network.session_by_age"]
        for k, place in enumerate(self.places):
            asked = by_age * self.age / p["network.session_oldest"] + (1 - by_age) * self.session_number[:, k]
            known_share = p["company.strangers"] + (1 - p["company.strangers"]) * self.habit[:, k]
            self.company += self.visits[:, k] * place.company * known_share
            who = np.flatnonzero(self.visits[:, k])
            self.sessions(who[np.argsort(asked[who])], place, self.visits[:, k])
        self.meet_in_street()

    def sessions(self, who, place, visits):
        """Visitors in their order for life form the sessions of the month; pairs of one session meet by chance, as often
        as the one who comes least."""
        p = self.p
        number = max(1, int(len(who) / place.usual))
        session = np.arange(len(who)) * number // len(who)
        size = np.bincount(session)
        rank = np.arange(len(who))
        pairs = [(rank[:-d], rank[d:]) for d in range(1, size.max(initial=0))]
        x, y = (np.concatenate([np.zeros(0, int)] + [pair[end] for pair in pairs]) for end in (0, 1))
        x, y = (end[session[x] == session[y]] for end in (x, y))
        i, j, size = who[x], who[y], size[session[x]]
        chance = place.met / (np.maximum(size, place.usual) - 1) * np.where(self.row[i, j] >= 0, p["meeting_place.known_more"], 1)
        meets = self.rng.random(len(i)) < chance
        crowding = np.maximum(0, size[meets] / place.usual - 1)
        i, j = i[meets], j[meets]
        self.encounter(i, j, p["meeting_place.start"], FELLOW, place.hours * np.minimum(visits[i], visits[j]), crowding, 0)

    def meet_in_street(self):
        p = self.p
        i, j = self.next_door(heads=False)
        chance = p["network.street_chance"] * (0.5 + self.space[self.street[i]]) * np.exp(-p["network.street_rural"] / 2)
        meets = self.rng.random(len(i)) < chance
        nuisance = p["network.negative_nuisance"] * p["cohesion.nuisance_usual"]
        self.encounter(i[meets], j[meets], p["network.street_start"], NEIGHBOUR, p["network.street_hours"], 0, nuisance)

    # Wellbeing -----------------------------------------------------------------------------------------------------

    def trust_and_feel(self):
        p, n, rng = self.p, self.n, self.rng
        closed = np.array([not self.is_open(place) for place in self.places])
        gain = (p["cohesion.trust_per_encounter"] * self.good + p["cohesion.trust_per_known"] * self.good_known
                + p["cohesion.trust_per_support"] * self.support)
        loss = (p["cohesion.trust_per_negative"] * self.bad
                + p["cohesion.trust_per_closed_place"] * (self.habit * closed).sum(1))
        t = self.trust
        self.trust = np.clip(t + p["cohesion.trust_rate"] * (self.trust_level - t) + gain * (1 - t) - loss * t, 0, 1)
        self.institutional += p["wellbeing.institutional_rate"] * (self.institutional_usual - self.institutional)
        self.feel_lonely()
        x = (p["wellbeing.distress_level"] + p["wellbeing.distress_loneliness"] * (self.emotional + self.social) / 11
             + p["wellbeing.distress_insecurity"] * self.insecurity - p["support.distress"] * self.coping
             - p["wellbeing.distress_age"] * (self.age - p["wellbeing.loneliness_age_usual"]) / 10)
        self.distress += p["wellbeing.distress_rate"] * (sigma(x) - self.distress)
        self.insecurity += p["wellbeing.insecurity_rate"] * (self.insecurity_base - self.insecurity)
        self.coping *= kept_after(p["support.coping_halflife"])

    def contact_outside(self):
        p = self.p
        travel = 1 - p["company.travel_insecurity"] * self.insecurity - p["company.travel_frailty"] * self.frailty
        here = np.minimum(2, self.friends_outside / self.friends_usual)
        friends = self.outside_young * here * np.exp(
            -p["wellbeing.outside_age"] * np.maximum(0, self.age - p["wellbeing.outside_age_from"]) / 10)
        return np.maximum(0, travel / p["company.travel_usual"] * (friends + self.family)
                          - p["wellbeing.displacement"] * self.contact)

    def feel_lonely(self):
        p, n = self.p, self.n
        kept = kept_after(p["wellbeing.drift_halflife"])
        self.drift = kept * self.drift + p["wellbeing.drift_spread"] * np.sqrt(1 - kept ** 2) * self.rng.normal(size=n)
        hours = self.company + p["company.professional"] * self.support - p["company.bad_encounter"] * self.bad
        now, kept = np.log1p(np.maximum(0, hours)), kept_after(p["company.halflife"])
        self.kept_company = kept * self.kept_company + (1 - kept) * now
        slow = p["company.slow_share"]
        company = (1 - slow) * now + slow * self.kept_company - p["company.usual"]
        contact = np.log1p(self.contact + self.contact_outside()) - p["wellbeing.loneliness_contact_usual"]
        casual = self.sum_of_ties((self.hours >= 50) & (self.kind != PARTNER))
        coupled = self.partner >= 0
        common = (self.level + self.drift + p["wellbeing.loneliness_frailty"] * self.frailty
                  + p["wellbeing.loneliness_insecurity"] * self.insecurity - p["wellbeing.loneliness_casual"] * np.log1p(casual)
                  - p["wellbeing.loneliness_age"] * (self.age - p["wellbeing.loneliness_age_usual"]) / 10)
        emotional = (common - p["wellbeing.loneliness_contact"] * contact - p["wellbeing.loneliness_partner"] * coupled
                     - p["company.emotional"] * company - p["support.emotional"] * self.coping)
        social = (common + p["wellbeing.loneliness_social"] + self.social_level
                  - p["wellbeing.loneliness_contact_social"] * contact - p["wellbeing.loneliness_partner_social"] * coupled
                  - p["company.social"] * company - p["support.social"] * self.coping)
        self.emotional += p["wellbeing.loneliness_rate"] * (6 * sigma(emotional) - self.emotional)
        self.social += p["wellbeing.loneliness_rate"] * (5 * sigma(social) - self.social)

    # The month -----------------------------------------------------------------------------------------------------

    @property
    def frailty(self):
        p = self.p
        usual = p["demography.frailty_at_20"] * np.exp(p["demography.frailty_growth"] * (self.age - 20))
        return np.minimum(p["wellbeing.frailty_most"], usual * self.frailty_own)

    def grow_older(self):
        p, rng = self.p, self.rng
        self.age = self.age + 1 / 12
        today = self.birthday == self.month % 12
        again = today & (rng.random(self.n) < p["population.work_turnover"])
        before = self.works.copy()
        self.works[again] = rng.random(again.sum()) < p["population.work_middle"]
        self.drift[before & ~self.works] += p["wellbeing.event_work_lost"]
        lost = 1 - np.exp(-p["network.outside_turnover"])
        left = rng.binomial(self.friends_outside, 1 - lost) + rng.poisson(self.friends_usual * lost)
        self.friends_outside = np.where(today, left, self.friends_outside)

    def step(self):
        self.month += 1
        self.grow_older()
        self.open_up()
        made = self.work()
        self.choose_places()
        self.meet()
        self.proposed += made
        self.drift_apart()
        self.keep_and_lose()
        self.trust_and_feel()
