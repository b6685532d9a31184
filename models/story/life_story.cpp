#include "models/story/life_story.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "models/measure/survey/surveyed.hpp"

namespace weefsel {
namespace {

constexpr float regular_from = 0.35F;  // the habit of who comes about every other week (MODEL 5.3)
constexpr float well_known_from = 0.2F;

/// What lasts: months [begin, end) in which something held, short breaks included.
struct Stretch {
    int begin, end;
};

/// Breaks of up to `gap` months are part of a stretch, stretches shorter than `least` are not told. Months
/// begin at -1, and a stretch that holds then begins there.
std::vector<Stretch> stretches(const Life& life, int gap, int least, const std::function<bool(int)>& holds) {
    std::vector<Stretch> found;
    for (int m = -1; m < life.months(); ++m) {
        if (!life.at(m).present || !holds(m)) continue;
        if (!found.empty() && m - found.back().end <= gap)
            found.back().end = m + 1;
        else
            found.push_back({m, m + 1});
    }
    std::erase_if(found, [&](const Stretch& s) { return s.begin >= 0 && s.end - s.begin < least; });
    return found;
}

class Teller {
public:
    Teller(const Life& life, const SurveyParameters& survey) : life_(life), survey_(survey) {}

    std::vector<LifeEvent> tell() {
        for (int m = 0; m < life_.months(); ++m) {
            if (!life_.at(m - 1).present) break;
            home(m);
            if (!life_.at(m).present) break;
            household(m);
            volunteering(m);
            needs(m);
            events(m);
        }
        states();
        places();
        professionals();
        std::stable_sort(told_.begin(), told_.end(),
                         [](const LifeEvent& a, const LifeEvent& b) { return a.month < b.month; });
        return std::move(told_);
    }

private:
    void add(int month, Told kind, int detail = 0, int number = 0) {
        told_.push_back({month, kind, static_cast<std::uint8_t>(detail), number});
    }

    void home(int m) {
        const auto &before = life_.at(m - 1), &now = life_.at(m);
        if (!now.present) {
            if (life_.died == m)
                add(m, Told::dies, 0, before.age);
            else
                add(m, Told::moves_away);
        } else if (now.site != before.site) {
            add(m, Told::moves_within, 0, static_cast<int>(now.site));
        } else if (now.home != before.home && now.home != 0) {
            add(m, now.homes_left > before.homes_left ? Told::leaves_home : Told::moves_house);
        }
    }

    void household(int m) {
        const auto &before = life_.at(m - 1), &now = life_.at(m);
        if (before.partner != 0 && now.partner != before.partner)
            add(m, now.widowed ? Told::partner_dies : Told::partners_part);
        if (now.partner != 0 && now.partner != before.partner) add(m, Told::partner_comes);
        if (now.own_baby) add(m, Told::child_born);
        if (now.baby) add(m, Told::baby_in_household);
    }

    void volunteering(int m) {
        const auto &before = life_.at(m - 1), &now = life_.at(m);
        if (now.volunteers && !before.volunteers)
            add(m, now.volunteers_here ? Told::volunteer_begins_at : Told::volunteer_begins,
                now.volunteers_here ? static_cast<int>(now.volunteer_place) : 0);
        if (before.volunteers && !now.volunteers) add(m, Told::volunteer_stops);
    }

    void needs(int m) {
        for (int line = 0; line < static_cast<int>(care_lines); ++line) care(m, line);
    }

    void care(int m, int line) {
        const auto &before = life_.at(m - 1), &now = life_.at(m);
        const auto has = [line](std::uint8_t bits) { return ((bits >> line) & 1) != 0; };
        if (has(now.care_waiting) && !has(before.care_waiting)) add(m, Told::care_waits, line);
        if (has(now.care_use) && !has(before.care_use)) {
            int since = m;
            while (since > 0 && has(life_.at(since - 1).care_waiting)) --since;
            add(m, since == m ? Told::care_at_once : Told::care_begins, line, m - since);
        }
        if (has(before.care_use) && !has(now.care_use)) add(m, Told::care_ends, line);
    }

    void events(int m) {
        const auto &before = life_.at(m - 1), &now = life_.at(m);
        if (now.offences > before.offences) add(m, Told::offence);
        if (now.breakdowns > before.breakdowns) add(m, Told::breakdown);
    }

    /// Tells a state that lasts; `start` where it holds when the options begin. An end is told of who is
    /// still there.
    void state(const std::vector<Stretch>& all, Told start, Told begins, Told ends, int detail = 0) {
        for (const auto& s : all) {
            add(s.begin, s.begin < 0 ? start : begins, detail);
            if (s.end < life_.months() && life_.at(s.end).present) add(s.end, ends, detail);
        }
    }

    void states() {
        constexpr int short_break = 2, some_months = 3, half_a_year = 6, two_years = 24;
        const auto& first = life_.at(-1);
        if (first.partner != 0) add(-1, Told::start_partner);
        if (first.volunteers) add(-1, Told::start_volunteer);
        for (int line = 0; line < static_cast<int>(care_lines); ++line)
            if (((first.care_use >> line) & 1) != 0) add(-1, Told::start_care, line);
        // Requests come and fade by the month: the first of a row is told, their number stands in the
        // summary.
        for (const auto& s : stretches(life_, two_years, 1, [&](int m) { return stands(m); }))
            if (s.begin >= 0) add(s.begin, Told::signal_stands);
        const auto severe = [&](int m) {
            return life_.at(m).age >= adult_age && life_.at(m).loneliness >= severely_from;
        };
        state(stretches(life_, short_break, some_months, severe), Told::start_severe_loneliness,
              Told::severe_loneliness_begins, Told::severe_loneliness_ends);
        const auto gives = [&](int m) {
            return static_cast<double>(life_.at(m).care_given) >= survey_.carer_from;
        };
        state(stretches(life_, half_a_year, some_months, gives), Told::start_carer, Told::carer_begins,
              Told::carer_ends);
        const auto overloaded = [&](int m) {
            return gives(m) && static_cast<double>(life_.at(m).overload) >= survey_.overloaded_from;
        };
        state(stretches(life_, short_break, some_months, overloaded), Told::start_overload,
              Told::overload_begins, Told::overload_ends);
        const auto help =
            stretches(life_, half_a_year, some_months, [&](int m) { return life_.at(m).needs_help; });
        state(help, Told::start_long_help, Told::long_help_begins, Told::long_help_ends);
        for (const auto& s : help) carers(s);
    }

    [[nodiscard]] bool stands(int m) const { return life_.at(m).signal >= standing_from; }

    /// Carers who are found and lost while long-term help is needed.
    void carers(const Stretch& need) {
        const auto in_need = [&](int m) {
            return m >= need.begin && m < need.end && life_.at(m).needs_help && life_.at(m).has_carer;
        };
        constexpr int short_break = 2;
        for (const auto& s : stretches(life_, short_break, 1, in_need)) {
            add(s.begin, s.begin < 0 ? Told::start_cared_for : Told::carer_found);
            if (s.end < need.end) add(s.end, Told::carer_lost);
        }
    }

    void places() {
        constexpr int half_a_year = 6, some_months = 3;
        std::map<std::uint64_t, PlaceKind> all;
        for (const auto& month : life_.seen)
            for (const auto& place : month.regular)
                if (place.number != 0 && place.habit >= regular_from && declared(place.kind).activity)
                    all.emplace(place.number, place.kind);
        for (const auto& [number, kind] : all) {
            const auto find = [&, number = number](int m) {
                PlaceSeen found;
                for (const auto& place : life_.at(m).regular)
                    if (place.number == number) found = place;
                return found;
            };
            const auto often = [&](int m) { return find(m).habit >= regular_from; };
            const auto regular = stretches(life_, half_a_year, some_months, often);
            state(regular, Told::start_regular, Told::regular_begins, Told::regular_stops,
                  static_cast<int>(kind));
            for (const auto& s : regular)
                for (int m = std::max(0, s.begin + 1); m < std::min(s.end + 1, life_.months()); ++m)
                    if (life_.at(m).present && find(m - 1).open && find(m).number != 0 && !find(m).open)
                        add(m, Told::place_closes, static_cast<int>(kind));
        }
    }

    void professionals() {
        constexpr int a_year = 12;
        std::map<std::uint32_t, Role> all;
        for (const auto& month : life_.seen)
            for (const auto& known : month.known)
                if (known.person != 0 && known.bond >= well_known_from) all.emplace(known.person, known.role);
        for (const auto& [person, role] : all) {
            const auto find = [&, person = person](int m) {
                ProfessionalSeen found;
                for (const auto& known : life_.at(m).known)
                    if (known.person == person) found = known;
                return found;
            };
            const auto known = stretches(life_, a_year, 1, [&](int m) { return find(m).person != 0; });
            for (const auto& s : known) {
                int well = s.begin;
                while (well < s.end && find(well).bond < well_known_from) ++well;
                if (well == s.end) continue;
                add(well, well < 0 ? Told::start_professional : Told::professional_known,
                    static_cast<int>(role));
                if (s.end < life_.months() && life_.at(s.end).present)
                    add(s.end, find(s.end - 1).works ? Told::professional_lost : Told::professional_leaves,
                        static_cast<int>(role));
            }
        }
    }

    const Life& life_;
    const SurveyParameters& survey_;
    std::vector<LifeEvent> told_;
};

}  // namespace

std::vector<LifeEvent> story_of(const Life& life, const SurveyParameters& survey) {
    return Teller(life, survey).tell();
}

LifeSummary summary_of(const Life& life) {
    LifeSummary out;
    int contacts = 0;
    for (int m = 0; m < life.months(); ++m) {
        const auto& seen = life.at(m);
        if (!seen.present) continue;
        ++out.months_here;
        contacts += seen.gp_contacts;
        out.severely_lonely_months += seen.age >= adult_age && seen.loneliness >= severely_from;
        out.volunteer_months += seen.volunteers;
        out.waiting_months += seen.care_waiting != 0;
        out.unmet_requests += seen.signal >= standing_from && life.at(m - 1).signal < standing_from;
    }
    if (out.months_here > 0)
        out.gp_contacts_a_year = static_cast<double>(contacts) * sim::months_per_year / out.months_here;
    return out;
}

}  // namespace weefsel
