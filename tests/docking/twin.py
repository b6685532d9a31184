"""The core of the model once more, from docs/odd alone: ties by hours, meeting places, loneliness, one worker.

Plain numpy, random numbers of another kind, and no line in common with the program: what both say, the description says.
Adults of 25-44 alone or as a couple, all of middle income and education; nobody moves, dies, is born or cared for.
"""
import numpy as np

from twin_numbers import FELLOW, FRIEND, LAPSED, NEIGHBOUR, PARTNER, Place, kept_after, sigma, whole
from twin_people import People
from twin_work import Work


class Twin(People, Work):
    """One neighbourhood: `n` residents of whom `2 * couples` live as two; `step()` lives a month."""
    def __init__(self, p, n, couples, side, bought, seed):
        self.p, self.n, self.seed, self.month, self.rng = p, n, seed, 0, np.random.default_rng(seed)
        own = [kind for kind, of in p.kinds.items() if float(of["residents a place"]) > 0]
        self.places = [Place(kind, p, n, side, self.rng) for kind in own]
        self.places += [Place(kind, p, n, side, self.rng, hours) for kind, hours in bought.items()]
        self.fte, self.months_in_post, self.caseload = 0.0, 0, 0.0
        self.households(couples, side)
        self.traits()
        self.first_ties()
        m = len(self.places)
        self.habit, self.companions, self.visits = np.zeros((n, m)), np.zeros((n, m)), np.zeros((n, m), int)
        self.taste, self.session_number = p.meeting_place.taste * self.rng.normal(size=(n, m)), self.rng.random((n, m))
        self.bond, self.coping, self.left = np.zeros((3, n))  # left: contacts of a trajectory still to come
        self.reached = np.full(n, -999)

    def step(self):
        """A month. Each process has random numbers of its own, by who and with whom: options of a world share them."""
        self.month, self.proposed = self.month + 1, []
        for number, process in enumerate((self.grow_older, self.work, self.choose_places, self.meet, self.drift_apart,
                                          self.keep_and_lose, self.introduce, self.begin_proposed, self.trust_and_feel)):
            self.rng = np.random.default_rng([self.seed, self.month, number])
            process()

    def of_pairs(self, i, j):
        """A random number for each pair, the same whichever other pairs are asked for."""
        own = 1 + self.rng.random(self.n)
        return 1e9 * own[i] * own[j] % 1

    # Ties: `a`, `b`, kind and hours, and hours met this month; `row` says where the tie of two stands, or -1.

    def begin(self, i, j, kind, hours):
        """Ties begin between pairs that have none."""
        hours, kind = np.broadcast_to(whole(hours, 128), i.shape), np.broadcast_to(kind, i.shape)
        _, first = np.unique(np.minimum(i, j) * self.n + np.maximum(i, j), return_index=True)
        first = first[(self.row[i[first], j[first]] < 0) & (i[first] != j[first])]
        room = self.have_room()
        first = first[room[i[first]] & room[j[first]]]
        self.give_way(np.bincount(np.append(i[first], j[first]), minlength=self.n))
        for name, more in (("a", i), ("b", j), ("hours", hours), ("kind", kind), ("met", np.zeros(i.shape))):
            setattr(self, name, np.append(getattr(self, name), more[first]))
        self.keep(slice(None))

    def have_room(self):
        """Who keeps 24 ties begins another only where one of them, not of family, is below 10 h."""
        return (self.sum_of_ties(self.kind >= 0) < 24) | (self.sum_of_ties((self.hours < 10) & (self.kind != PARTNER)) > 0)

    def give_way(self, more):
        """The weakest ties of who would keep more than 24 end, family left out."""
        stays, over = self.kind >= 0, self.sum_of_ties(self.kind >= 0) + more - 24
        for who in np.flatnonzero((more > 0) & (over > 0)):
            own = np.flatnonzero(((self.a == who) | (self.b == who)) & (self.kind != PARTNER))
            stays[own[self.hours[own].argsort()][:int(over[who])]] = False
        self.keep(stays)

    def keep(self, which):
        for name in ("a", "b", "hours", "kind", "met"):
            setattr(self, name, getattr(self, name)[which])
        self.row.fill(-1)
        self.row[self.a, self.b] = self.row[self.b, self.a] = np.arange(len(self.a))

    def sum_of_ties(self, value):
        return np.bincount(self.a, value, self.n) + np.bincount(self.b, value, self.n)

    def from_both_ends(self, which):
        """Of each tie one of the two and the other, twice over."""
        return np.append(self.a[which], self.b[which]), np.append(self.b[which], self.a[which])

    def alike(self, i, j):
        return np.exp(-self.p.network.homophily_age * abs(self.age[i] - self.age[j]))

    def open_to(self, i, j):
        net = self.p.network
        lonely, distrust = (self.emotional + self.social) / 11, 1 - self.trust
        openness = (1 - net.openness_loneliness * lonely) * (1 - net.openness_distrust * distrust)
        return openness[i] * openness[j]

    def encounter(self, pairs, chance, start, kind, hours, crowding=0, nuisance=0):
        """Pairs meet for so many `hours` in the month, with a chance: known ones get them, strangers may begin a tie."""
        net, n, (i, j) = self.p.network, self.n, pairs
        meets, luck = self.of_pairs(i, j) < chance, self.of_pairs(i, j)
        i, j, luck, hours, crowding = (np.broadcast_to(x, meets.shape)[meets] for x in (i, j, luck, whole(hours, 4), crowding))
        bad = net.negative_encounters * (net.negative_base + crowding * net.negative_crowding + nuisance
                                         + net.negative_insecurity * (self.insecurity[i] + self.insecurity[j]) / 2)
        row, wrong = self.row[i, j], luck < bad
        known = row >= 0
        np.add.at(self.met, row[known & ~wrong], hours[known & ~wrong])
        np.subtract.at(self.hours, row[known & wrong], net.negative_hours)
        self.hours = np.maximum(0, self.hours)
        for who in (i, j):
            self.good += np.bincount(who[~wrong], minlength=n)
            self.good_known += np.bincount(who[~wrong & known], minlength=n)
            self.bad += np.bincount(who[wrong], minlength=n)
        new = ~known & ~wrong & ((luck - bad) / (1 - bad) < start * self.alike(i, j) * self.open_to(i, j))
        self.proposed.append((i[new], j[new], kind, np.maximum(net.introduced_hours, hours[new])))

    def drift_apart(self):
        """Once a year for each tie with another dwelling."""
        net = self.p.network
        due = (self.birthday[np.minimum(self.a, self.b)] == self.month % 12) & (self.kind != PARTNER) & (self.kind != LAPSED)
        contact = self.hours * net.carried_by_contact + self.met
        regular = ((self.habit[self.a] > 0) & (self.habit[self.b] > 0)).any(1)
        rate = net.drift_apart * (1 + contact) ** -net.drift_contact * np.exp(
            -net.drift_place * regular - net.drift_street * (self.street[self.a] == self.street[self.b])
            + net.drift_age * abs(self.age[self.a] - self.age[self.b]))
        self.kind[due & (self.of_pairs(self.a, self.b) < 1 - np.exp(-rate))] = LAPSED

    def free_hours(self):
        net = self.p.network
        return np.where(self.works, net.free_working, net.free_unemployed) * (1 - net.free_less_when_frail * self.frailty)

    def keep_and_lose(self):
        net, h, kind = self.p.network, self.hours, self.kind
        friend = np.select([h < 50, h < 90, h < 200], [net.want_acquaintance, net.want_casual, net.want_friend], net.want_close)
        want = np.select([kind == PARTNER, (kind == LAPSED) | (h < 10), (kind == FRIEND) | (h >= 90), kind == NEIGHBOUR],
                         [net.want_partner, 0, friend, net.want_neighbour], net.want_fellow_member)
        sought = self.sum_of_ties(want * (kind != PARTNER))  # partners need no appointment
        share = np.minimum(1, net.private_share * self.free_hours() / np.maximum(sought, 1e-9))
        contact = want * np.where(kind == PARTNER, 1, np.minimum(share[self.a], share[self.b])) + self.met
        half = np.choose(kind, [net.halflife_partner, net.halflife_friend, net.halflife_neighbour, net.halflife_fellow_member,
                                net.halflife_friend])
        faded = net.fading * (1 - kept_after(half)) * np.maximum(0, h - contact / net.carried_by_contact)
        after = whole(np.minimum(net.strongest, h + contact - faded), 128)
        kind[((kind == NEIGHBOUR) | (kind == FELLOW) | (kind == LAPSED) & (h < 90)) & (after >= 90)] = FRIEND
        self.hours, self.met = after, np.zeros(len(after))
        self.contact = np.floor(4 * self.sum_of_ties(contact * ((after >= 50) & (kind != PARTNER)))) / 4
        self.keep(after >= net.forgotten_below)

    def introduce(self):
        net, (luck, one, two, success) = self.p.network, self.rng.random((4, self.n))
        of, friend = self.from_both_ends((self.hours >= 50) & (self.kind != LAPSED))
        for i in np.flatnonzero(luck < net.introductions):
            friends = friend[of == i]
            if len(friends) >= 2:
                x = int(one[i] * len(friends))
                x, y = friends[[x]], friends[[x - 1 - int(two[i] * (len(friends) - 1))]]
                if success[i] < net.introduction_success * self.alike(x, y) * self.open_to(x, y):
                    self.proposed.append((x, y, FRIEND, net.introduced_hours))

    def begin_proposed(self):
        self.begin(*(np.concatenate([np.broadcast_to(part[k], part[0].shape) for part in self.proposed]) for k in range(4)))

    # Places: habit, companions and visits by resident and place.

    def choose_places(self):
        p, at, rng, regular, m = self.p, self.p.meeting_place, self.rng, self.habit > 0, len(self.places)
        if self.month % 3 == 0:
            for k in range(m):
                goes = regular[:, k]
                self.companions[:, k] = goes * np.log1p(np.bincount(self.a, self.hours * goes[self.b], self.n)
                                                        + np.bincount(self.b, self.hours * goes[self.a], self.n))
        new = np.floor(rng.random(self.n) / at.consider_new).astype(int)  # one place at most, open or not
        invited = self.taken_along()
        new = np.where(invited >= 0, invited, new)
        fresh = (np.arange(m) == new[:, None]) & ~regular
        worth = self.worth_of_places(fresh, np.arange(m) == invited[:, None])
        w = np.exp(worth) * (regular | fresh) * np.array([place.is_open for place in self.places])
        share = w / (np.exp(at.home) + w + at.substitution * (w.sum(1, keepdims=True) - w))
        outings = (at.outings * np.minimum(1, self.free_hours() / at.outings_free_hours) * (0.5 + self.sociability)
                   * (1 - at.outings_lost_when_frail * self.frailty))
        self.visits = np.floor(outings[:, None] * share + rng.random(share.shape)).astype(int) * (w > 0)
        for i, k in zip(*np.nonzero(fresh & (self.visits > 0))):  # three regular places at most: the least gives way
            if regular[i].sum() >= 3:
                least = np.flatnonzero(regular[i])[share[i, regular[i]].argmin()]
                fresh[i, k] = share[i, least] < share[i, k]
                self.habit[i, least] *= not fresh[i, k]
        self.habit = (1 - (1 - self.habit) * (1 - at.habit_gain) ** self.visits) * at.habit_kept * (regular | fresh)
        self.habit[(self.habit < at.habit_forgotten) & ~fresh] = 0
        self.companions *= self.habit > 0

    def worth_of_places(self, fresh, invited):
        p, worth = self.p.meeting_place, np.zeros(self.habit.shape)
        hindered = np.minimum(1, self.frailty + p.hindered_insecurity * self.insecurity)
        reach = p.reach * (1 - p.reach_lost_when_frail * self.frailty)
        for k, place in enumerate(self.places):
            way = np.hypot(*(self.position - place.position).T) / reach
            worth[:, k] = (place.attraction + p.habit_worth * self.habit[:, k] + p.companions_worth * self.companions[:, k]
                           + p.fit_worth * np.where(self.age < 45, place.fit[25], place.fit[45]) + p.warmth_worth * place.warmth
                           + p.hours_worth * np.log(min(1, max(place.open_hours, 1e-9) / place.full_hours))
                           + p.invitation_worth * invited[:, k] + self.taste[:, k] - way
                           - p.barrier * (1 - place.accessibility) * hindered - p.money * place.entry * self.insecurity
                           - p.threshold * (1 - self.sociability) * fresh[:, k])
        return worth

    def taken_along(self):
        """The place to which a friend of 50 h or more invites, the activity of the friend's strongest habit; -1: none."""
        invited, (luck, which) = np.full(self.n, -1), self.rng.random((2, self.n))
        habit = self.habit * np.array([place.activity and place.is_open for place in self.places])
        of, friend = self.from_both_ends((self.hours >= 50) & (self.kind != LAPSED))
        asks = habit.max(1)[friend] > 0
        for i in np.flatnonzero(luck < self.p.meeting_place.taken_along):
            friends = friend[asks & (of == i)]
            if len(friends):
                invited[i] = habit[friends[int(which[i] * len(friends))]].argmax()
        return invited

    def meet(self):
        p, net = self.p, self.p.network
        self.good, self.good_known, self.bad, self.company = np.zeros((4, self.n))
        for k, place in enumerate(self.places):
            asked = net.session_by_age * self.age / net.session_oldest + (1 - net.session_by_age) * self.session_number[:, k]
            known_share = p.company.strangers + (1 - p.company.strangers) * self.habit[:, k]
            self.company += self.visits[:, k] * place.company * known_share
            who = np.flatnonzero(self.visits[:, k])
            self.sessions(who[np.argsort(asked[who])], place, self.visits[:, k])
        i, j = self.doors
        chance = net.street_chance * (0.5 + self.space[self.street[i]]) * np.exp(-net.street_rural / 2)
        nuisance = net.negative_nuisance * p.cohesion.nuisance_usual
        self.encounter((i, j), chance, net.street_start, NEIGHBOUR, net.street_hours, nuisance=nuisance)

    def sessions(self, who, place, visits):
        """Visitors in their order form the sessions of the month; pairs of one meet by chance, as often as who comes least."""
        p, rank = self.p.meeting_place, np.arange(len(who))
        session = rank * max(1, int(len(who) / place.usual)) // max(1, len(who))
        x, y = np.nonzero((session[:, None] == session) & (rank[:, None] < rank))
        i, j, size = who[x], who[y], np.bincount(session)[session[x]]
        chance = place.met / (np.maximum(size, place.usual) - 1) * np.where(self.row[i, j] >= 0, p.known_more, 1)
        self.encounter((i, j), chance, p.start, FELLOW, place.hours * np.minimum(visits[i], visits[j]),
                       np.maximum(0, size / place.usual - 1))

    def trust_and_feel(self):
        p, of, well = self.p, self.p.cohesion, self.p.wellbeing
        closed = np.array([not place.is_open for place in self.places])
        gain = (of.trust_per_encounter * self.good + of.trust_per_known * self.good_known + of.trust_per_support * self.support)
        loss = of.trust_per_negative * self.bad + of.trust_per_closed_place * (self.habit * closed).sum(1)
        t = self.trust
        self.trust = np.clip(t + of.trust_rate * (self.trust_level - t) + gain * (1 - t) - loss * t, 0, 1)
        self.institutional += well.institutional_rate * (well.institutional_middle - self.institutional)
        self.feel_lonely()
        x = (well.distress_level + well.distress_loneliness * (self.emotional + self.social) / 11
             + well.distress_insecurity * self.insecurity - p.support.distress * self.coping
             - well.distress_age * (self.age - well.loneliness_age_usual) / 10)
        self.distress += well.distress_rate * (sigma(x) - self.distress)
        self.insecurity += well.insecurity_rate * (self.insecurity_base - self.insecurity)
        self.coping *= kept_after(p.support.coping_halflife)

    def feel_lonely(self):
        well, of, support = self.p.wellbeing, self.p.company, self.p.support
        kept = kept_after(well.drift_halflife)
        self.drift = kept * self.drift + well.drift_spread * np.sqrt(1 - kept ** 2) * self.rng.normal(size=self.n)
        now = np.log1p(np.maximum(0, self.company + of.professional * self.support - of.bad_encounter * self.bad))
        self.kept_company += (1 - kept_after(of.halflife)) * (now - self.kept_company)
        company = (1 - of.slow_share) * now + of.slow_share * self.kept_company - of.usual
        travel = (1 - of.travel_insecurity * self.insecurity - of.travel_frailty * self.frailty) / of.travel_usual
        friends = self.outside_young * np.minimum(2, self.friends_outside / self.friends_usual) * np.exp(
            -well.outside_age * np.maximum(0, self.age - well.outside_age_from) / 10)
        elsewhere = np.maximum(0, travel * (friends + self.family) - well.displacement * self.contact)
        contact = np.log1p(self.contact + elsewhere) - well.loneliness_contact_usual
        casual, coupled = self.sum_of_ties((self.hours >= 50) & (self.kind != PARTNER)), self.partner >= 0
        common = (self.level + self.drift + well.loneliness_frailty * self.frailty + well.loneliness_insecurity * self.insecurity
                  - well.loneliness_casual * np.log1p(casual)
                  - well.loneliness_age * (self.age - well.loneliness_age_usual) / 10)
        emotional = (common - well.loneliness_contact * contact - well.loneliness_partner * coupled
                     - of.emotional * company - support.emotional * self.coping)
        social = (common + well.loneliness_social + self.social_level - well.loneliness_contact_social * contact
                  - well.loneliness_partner_social * coupled - of.social * company - support.social * self.coping)
        self.emotional += well.loneliness_rate * (6 * sigma(emotional) - self.emotional)
        self.social += well.loneliness_rate * (5 * sigma(social) - self.social)
