"""One worker: whom the contacts go to, and what they leave behind."""
import numpy as np

from twin_numbers import FELLOW


class Work:
    def work(self):
        """Casework, outreach, connecting and money problems by one maatschappelijk werker."""
        p, of, n, rng, self.support = self.p.support, self.p.professional, self.n, self.rng, np.zeros(self.n)
        self.bond *= 1 - of.bond_fade
        self.bond[self.bond < of.bond_forgotten] = 0
        if not self.fte:
            return
        self.caseload += ((self.bond >= of.in_contact_from).sum() - self.caseload) / 12
        number = self.contacts_of_month()
        come = np.exp(-of.outreach_trust * (1 - self.institutional))
        again, lonely, anybody = 1 + of.continuity * self.bond, (self.emotional + self.social) / 11, of.outreach_anybody
        for i in rng.permutation(np.flatnonzero(self.left)):  # trajectories come first
            for _ in range(int(p.pace + rng.random())):
                if self.left[i] and number["casework"]:
                    number["casework"] -= 1
                    self.contact_with(i, "casework")
                    self.left[i] = 0 if rng.random() < p.dropout else self.left[i] - 1
        need = (of.need_usual + self.distress + self.insecurity + self.frailty) * come * again
        for i in self.drawn(need * (self.left == 0), number["casework"]):
            self.contact_with(i, "casework")
            if rng.random() < p.accept:
                self.left[i] = round(p.contacts * rng.uniform(0.75, 1.25)) - 1
        for task, need in (("outreach", (anybody + lonely + self.insecurity) * (1 - of.outreach_known_less * self.bond)),
                           ("connecting", (anybody + lonely ** 2) * come * again),
                           ("money", self.insecurity ** 2 * come * again)):
            for i in self.drawn(need, number[task]):
                efficacy = self.contact_with(i, task)
                if task == "connecting":
                    self.connect(i, efficacy)

    def contacts_of_month(self):
        of, reporting = self.p.professional, 0.1  # of the line, in the scenario
        learned = of.learning_start + (1 - of.learning_start) * min(1, self.months_in_post / of.learning_months)
        self.months_in_post += 1
        direct = of.hours_month * self.fte * (1 - reporting) * (1 - of.partner_share) * learned
        return {task: int(direct * getattr(of, f"hours_maatschappelijk_werker_{task}") / of.contact_hours + self.rng.random())
                for task in ("casework", "outreach", "connecting", "money")}

    def drawn(self, weight, number):
        """The `number` residents whose random number over their weight is least."""
        with np.errstate(divide="ignore"):
            return np.argsort(self.rng.random(self.n) / weight)[:min(number, (weight > 0).sum())]

    def contact_with(self, i, task):
        """One contact; returns its efficacy."""
        p, of = self.p.support, self.p.professional
        over = np.clip(self.caseload / (of.caseload_norm * self.fte) - 1, 0, 1)
        efficacy = (of.efficacy_start + (1 - of.efficacy_start) * self.bond[i]) * (1 - of.caseload_efficacy * over)
        hours = efficacy * p.talk_hours
        if task == "casework" and self.bond[i] >= 0.9 * (1 - (1 - of.bond_gain) ** p.coping_from):
            self.coping[i] = 1 - (1 - self.coping[i]) * np.exp(-p.coping_gain * hours)
        if task == "money":
            self.insecurity[i] *= max(0, 1 - of.money_effect * hours)
        self.bond[i] += of.bond_gain * (1 - self.bond[i])
        self.support[i] += hours
        self.institutional[i] += self.p.wellbeing.institutional_support * hours * (1 - self.institutional[i])
        self.reached[i] = self.month
        return efficacy

    def connect(self, i, efficacy):
        """With the one of 24 sociable residents who is most alike, give or take."""
        pool = self.drawn((self.sociability >= 0.5) * 1.0, 24)
        pool = pool[(pool != i) & (self.row[i, pool] < 0)]
        if len(pool):
            x, y = np.array([i]), pool[[(self.alike(i, pool) * (0.5 + self.rng.random(len(pool)))).argmax()]]
            chance = self.p.professional.connect_success * efficacy * self.alike(x, y) * self.open_to(x, y)
            if self.rng.random() < chance[0]:
                self.proposed.append((x, y, FELLOW, self.p.professional.connect_hours))
