#include "models/trial/treating.hpp"

#include <algorithm>

#include "models/process/professional/reach.hpp"
#include "models/trial/changes.hpp"
#include "models/world/streams.hpp"
#include "sim/error.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t workers_in_turn = 8;  // where it is another professional each time
constexpr std::uint32_t doses_at_most = 64;

WorkMode mode_of(Deed what) {
    if (what == Deed::connect) return WorkMode::connecting;
    return what == Deed::money ? WorkMode::money : WorkMode::casework;
}

/// Whether a dose is contact with a professional.
bool by_worker(const Dose& dose) {
    switch (dose.what) {
        case Deed::call:
        case Deed::visit:
            return dose.by == DoneBy::professional;
        case Deed::connect:
        case Deed::money:
        case Deed::practical:
        case Deed::counselling:
            return true;
        default:
            return false;
    }
}

/// Posts of the trial's own professionals: nobody pays for them and they have no hours for others.
PostId add_workers(Posts& posts, std::uint64_t key) {
    constexpr std::uint64_t of_trials = 1ULL << 62U;
    const std::size_t first = posts.rows();
    sim::require(first + workers_in_turn < no_row, "posts have room for the professionals of a trial");
    posts.visit([&](const auto&, auto& column) { column.resize(first + workers_in_turn); });
    for (std::uint8_t k = 0; k < workers_in_turn; ++k) {
        const PostId post{static_cast<std::uint8_t>(first + k)};
        posts.number[post] = of_trials | (key * workers_in_turn + k);
        posts.role[post] = Role::sociaal_werker;
        posts.line[post] = LineId::none();
    }
    return PostId{static_cast<std::uint8_t>(first)};
}

}  // namespace

int times_of(double a_month, std::uint32_t word) {
    return static_cast<int>(a_month + static_cast<double>(sim::uniform_of(word)));
}

ArmInForce::ArmInForce(const Trial& trial, const TrialArm& arm, const Recruits& recruits, Municipality& start,
                       sim::Month first)
    : trial_(trial),
      arm_(arm),
      recruits_(recruits),
      first_(first),
      key_(key_of_trial(trial.id)),
      sites_(start.neighbourhoods.size()),
      reached_(recruits.people.size(), 0),
      last_(recruits.people.size(), -1) {
    for (std::size_t k = 0; k < recruits.people.size(); ++k)
        sites_[recruits.people[k].site].recruits.push_back(k);
    const bool wants_workers = std::any_of(arm.doses.begin(), arm.doses.end(), by_worker);
    for (std::size_t i = 0; i < sites_.size() && wants_workers; ++i)
        sites_[i].first_worker = add_workers(start.neighbourhoods[i].posts, key_);
    treatment_.before_work = [this](MonthUnderWay& m) { before_work(m); };
    treatment_.after_work = [this](MonthUnderWay& m) { after_work(m); };
}

std::vector<std::uint8_t> ArmInForce::continuing() const {
    std::vector<std::uint8_t> out(last_.size());
    for (std::size_t k = 0; k < out.size(); ++k) {
        const int latest = sites_[recruits_.people[k].site].last_given;
        out[k] = latest >= 0 && last_[k] == latest;
    }
    return out;
}

void ArmInForce::note(MonthUnderWay& m, Site& site, std::size_t recruit) {
    reached_[recruit] = 1;
    last_[recruit] = static_cast<std::int16_t>(month_of(m));
    site.last_given = month_of(m);
}

void ArmInForce::before_work(MonthUnderWay& m) {
    if (m.p.funding.policy_effects < 0.5) return;
    auto& site = sites_[m.under.site];
    const int month = month_of(m);
    for (std::size_t k = 0; k < arm_.changes.size(); ++k) {
        const auto& change = arm_.changes[k];
        if (!goes_on(month, change.from_month, change.months)) continue;
        const ChangeSite here{recruits_.people, site.recruits,
                              key_ + static_cast<std::uint32_t>(doses_at_most + k), month,
                              static_cast<int>(sites_.size())};
        for (const auto recruit : make_change(change, here, m)) note(m, site, recruit);
    }
    const bool broken_off = std::any_of(arm_.doses.begin(), arm_.doses.end(), [&](const Dose& dose) {
        return by_worker(dose) && dose.ends == DoseEnd::interrupted && month == dose.from_month + dose.months;
    });
    for (std::uint8_t k = 0; broken_off && k < workers_in_turn; ++k)
        m.n.posts.left[PostId{static_cast<std::uint8_t>(site.first_worker.value + k)}] = Leaving::resigned;
}

void ArmInForce::after_work(MonthUnderWay& m) {
    if (m.p.funding.policy_effects < 0.5) return;
    auto& site = sites_[m.under.site];
    m.made.arranged.company.resize(m.n.residents.rows());
    for (std::size_t k = 0; k < arm_.doses.size(); ++k)
        if (goes_on(month_of(m), arm_.doses[k].from_month, arm_.doses[k].months))
            give(m, site, arm_.doses[k], k);
}

void ArmInForce::give(MonthUnderWay& m, Site& site, const Dose& dose, std::size_t nth) {
    if (dose.what == Deed::group || dose.what == Deed::side_by_side) {
        give_group(m, site, dose, nth);
        return;
    }
    for (const auto recruit : site.recruits)
        if (recruits_.people[recruit].is_in(m.n.residents)) {
            give_one(m, site, dose, nth, recruit);
            note(m, site, recruit);
        }
}

void ArmInForce::give_group(MonthUnderWay& m, Site& site, const Dose& dose, std::size_t nth) {
    const auto index = key_ + static_cast<std::uint32_t>(nth);
    const auto word_of = [&](std::size_t recruit) {
        return m.draws.block(Stream::trial_dose, recruits_.people[recruit].birth, m.now, index)[0];
    };
    const bool pairs = dose.what == Deed::side_by_side;
    auto order = site.recruits;
    if (!pairs && !dose.known)
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return word_of(a) < word_of(b); });
    if (pairs) {  // who belongs together stands side by side
        std::erase_if(order, [&](std::size_t k) { return recruits_.partner[k] == Recruits::alone; });
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return std::min(a, recruits_.partner[a]) < std::min(b, recruits_.partner[b]);
        });
    }
    const float returning = dose.known ? 1.0F : static_cast<float>(m.p.company.strangers);
    const std::size_t size = pairs ? 2 : static_cast<std::size_t>(dose.size);
    for (std::size_t from = 0; from < order.size(); from += size) {
        ArrangedGroup group;
        group.host = dose.host ? 1.0F : 0.0F;
        group.assigned = pairs;
        group.hours = pairs ? static_cast<float>(dose.hours) : 0.0F;
        group.times = times_of(dose.a_month, word_of(order[from]));
        std::vector<std::size_t> members;
        for (std::size_t k = from; k < std::min(from + size, order.size()); ++k)
            if (recruits_.people[order[k]].is_in(m.n.residents)) members.push_back(order[k]);
        if (members.size() < 2 || group.times == 0) continue;
        for (const auto recruit : members) {
            group.members.push_back(recruits_.people[recruit].row);
            if (!pairs)
                m.made.arranged.company[recruits_.people[recruit].row] +=
                    returning * static_cast<float>(dose.hours * group.times);
            note(m, site, recruit);
        }
        m.made.arranged.groups.push_back(std::move(group));
    }
}

void ArmInForce::give_one(MonthUnderWay& m, const Site& site, const Dose& dose, std::size_t nth,
                          std::size_t recruit) {
    const auto& person = recruits_.people[recruit];
    const ResidentId who = person.id();
    const auto words =
        m.draws.block(Stream::trial_dose, person.birth, m.now, key_ + static_cast<std::uint32_t>(nth));
    const int times = times_of(dose.a_month, words[0]);
    const auto hours = static_cast<float>(dose.hours * times);
    auto& r = m.n.residents;
    if (by_worker(dose)) {
        contact(m, site, dose, who, times, words[1]);
    } else if (dose.what == Deed::respite) {
        r.support_hours[who] += hours;
    } else if (dose.what == Deed::volunteer) {
        if (r.volunteer_hours[who] <= 0.0F)
            r.volunteer_hours[who] = static_cast<float>(dose.hours * dose.a_month);
    } else {
        m.made.arranged.company[person.row] += hours;
    }
}

void ArmInForce::contact(MonthUnderWay& m, const Site& site, const Dose& dose, ResidentId who, int times,
                         std::uint32_t random_word) {
    std::vector<std::uint16_t> pool;
    if (dose.what == Deed::connect)
        for (const auto other : site.recruits)
            if (pool.size() < connecting_pool && recruits_.people[other].is_in(m.n.residents))
                pool.push_back(recruits_.people[other].row);
    auto& n = m.n;
    for (int k = 0; k < times; ++k) {
        const int turn = dose.known ? 0 : (month_of(m) * times + k) % workers_in_turn;
        const PostId worker{static_cast<std::uint8_t>(site.first_worker.value + turn)};
        const Contacts one{
            worker, mode_of(dose.what), Goal::everyone, false, 1, 0.0F, 1.0F, static_cast<float>(dose.hours)};
        contact_one(one, who, sim::pair_word(random_word, static_cast<std::uint32_t>(k)), pool, n.posts,
                    n.residents, n.ties, n.places, m.p, m.draws, m.now, m.made.proposals);
    }
}

}  // namespace weefsel
