"""One worker: whom the contacts go to, and what they leave behind."""
import numpy as np

from twin_numbers import FELLOW


class Work:
    def work(self):
        """Casework, outreach, connecting and money problems by one maatschappelijk werker; returns ties that are made."""
        p, n, rng = self.p, self.n, self.rng
        self.support = np.zeros(n)
        self.bond *= 1 - p["professional.bond_fade"]
        self.bond[self.bond < p["professional.bond_forgotten"]] = 0
        if not self.fte:
            return []
        self.caseload += ((self.bond >= p["professional.in_contact_from"]).sum() - self.caseload) / 12
        number = self.contacts_of_month()
        come = np.exp(-p["professional.outreach_trust"] * (1 - self.institutional))
        again = 1 + p["professional.continuity"] * self.bond
        lonely, anybody = (self.emotional + self.social) / 11, p["professional.outreach_anybody"]
        for i in rng.permutation(np.flatnonzero(self.left)):  # trajectories come first
            for _ in range(int(p["support.pace"] + rng.random())):
                if self.left[i] and number["casework"]:
                    number["casework"] -= 1
                    self.contact_with(i, "casework")
                    self.left[i] = 0 if rng.random() < p["support.dropout"] else self.left[i] - 1
        need = (p["professional.need_usual"] + self.distress + self.insecurity + self.frailty) * come * again
        for i in self.drawn(need * (self.left == 0), number["casework"]):
            self.contact_with(i, "casework")
            if rng.random() < p["support.accept"]:
                self.left[i] = round(p["support.contacts"] * rng.uniform(0.75, 1.25)) - 1
        for i in self.drawn((anybody + lonely + self.insecurity) * (1 - p["professional.outreach_known_less"] * self.bond),
                            number["outreach"]):
            self.contact_with(i, "outreach")
        made = []
        for i in self.drawn((anybody + lonely ** 2) * come * again, number["connecting"]):
            made += self.connect(i, self.contact_with(i, "connecting"))
        for i in self.drawn(self.insecurity ** 2 * come * again, number["money"]):
            self.contact_with(i, "money")
        return made

    def contacts_of_month(self):
        p = self.p
        start, months = p["professional.learning_start"], p["professional.learning_months"]
        learned = start + (1 - start) * min(1, self.months_in_post / months)
        self.months_in_post += 1
        reporting = 0.1  # of the line, in the scenario
        direct = p["professional.hours_month"] * self.fte * (1 - reporting) * (1 - p["professional.partner_share"]) * learned
        return {task: int(direct * p[f"professional.hours_maatschappelijk_werker_{task}"] / p["professional.contact_hours"]
                          + self.rng.random()) for task in ("casework", "outreach", "connecting", "money")}

    def drawn(self, weight, number):
        """The `number` residents whose random number over their weight is least."""
        with np.errstate(divide="ignore"):
            return np.argsort(self.rng.random(self.n) / weight)[:min(number, (weight > 0).sum())]

    def contact_with(self, i, task):
        """One contact; returns its efficacy."""
        p = self.p
        over = np.clip(self.caseload / (p["professional.caseload_norm"] * self.fte) - 1, 0, 1)
        efficacy = ((p["professional.efficacy_start"] + (1 - p["professional.efficacy_start"]) * self.bond[i])
                    * (1 - p["professional.caseload_efficacy"] * over))
        hours = efficacy * p["support.talk_hours"]
        known_from = 0.9 * (1 - (1 - p["professional.bond_gain"]) ** p["support.coping_from"])
        if task == "casework" and self.bond[i] >= known_from:
            self.coping[i] = 1 - (1 - self.coping[i]) * np.exp(-p["support.coping_gain"] * hours)
        if task == "money":
            self.insecurity[i] *= max(0, 1 - p["professional.money_effect"] * hours)
        self.bond[i] += p["professional.bond_gain"] * (1 - self.bond[i])
        self.support[i] += hours
        self.institutional[i] += p["wellbeing.institutional_support"] * hours * (1 - self.institutional[i])
        self.reached[i] = self.month
        return efficacy

    def connect(self, i, efficacy):
        """With the one of 24 sociable residents who is most alike, give or take."""
        pool = self.drawn((self.sociability >= 0.5) * 1.0, 24)
        pool = pool[(pool != i) & (self.row[i, pool] < 0)]
        if not len(pool):
            return []
        x, y = np.array([i]), pool[[(self.alike(i, pool) * (0.5 + self.rng.random(len(pool)))).argmax()]]
        chance = self.p["professional.connect_success"] * efficacy * self.alike(x, y) * self.open_to(x, y)
        return [(x, y, FELLOW, self.p["professional.connect_hours"])] if self.rng.random() < chance[0] else []
