#include "models/study/life_log.hpp"

#include <algorithm>
#include <utility>

#include "models/measure/survey/surveyed.hpp"
#include "models/world/ages.hpp"
#include "sim/error.hpp"

namespace weefsel {
namespace {

constexpr sim::BirthNumber vacant = 0;
constexpr std::uint8_t a_year = 12;

constexpr std::array<std::pair<LedgerKind, EventKind>, 7> told_by_episodes{{
    {LedgerKind::district_nursing, EventKind::district_nursing},
    {LedgerKind::wmo, EventKind::wmo},
    {LedgerKind::youth_care, EventKind::youth_care},
    {LedgerKind::mental_care, EventKind::mental_care},
    {LedgerKind::residential_care, EventKind::residential_care},
    {LedgerKind::carer_breakdown, EventKind::carer_breakdown},
    {LedgerKind::offending, EventKind::offending},
}};

const sim::Column<ResidentId, std::uint16_t>& episodes_of(const Residents& r, EventKind kind) {
    return r.episode[static_cast<std::size_t>(kind)];
}

void note_first(std::vector<LedgerMonth>& first, std::uint32_t founder, int month) {
    if (first[founder] == never_happened) first[founder] = static_cast<LedgerMonth>(month);
}

}  // namespace

std::vector<sim::BirthNumber> founders_of(const std::vector<Neighbourhood>& neighbourhoods) {
    std::vector<sim::BirthNumber> all;
    for (const auto& n : neighbourhoods)
        for (std::size_t i = 0; i < n.residents.rows(); ++i)
            if (n.residents.present[row_of(i)]) all.push_back(n.residents.birth_number[row_of(i)]);
    std::sort(all.begin(), all.end());
    return all;
}

LifeLog::LifeLog(const std::vector<sim::BirthNumber>& founders,
                 const std::vector<Neighbourhood>& neighbourhoods, int months)
    : founders_(&founders), severe_months_(founders.size(), 0), sites_(neighbourhoods.size()) {
    static_assert(told_by_episodes.size() == counted_events);
    const std::size_t n = founders.size();
    lives_.months = months;
    lives_.gone.assign(n, static_cast<LedgerMonth>(months));
    lives_.end.assign(n, LifeEnd::present);
    for (auto& first : lives_.first) first.assign(n, never_happened);
    lives_.severe.assign(n * lives_.words(), 0);
    for (auto& b : before_) b.assign(n, 0);
    for (std::size_t s = 0; s < sites_.size() && n > 0; ++s) {
        const auto& r = neighbourhoods[s].residents;
        auto& site = sites_[s];
        site.seen.assign(r.rows(), vacant);
        site.founder.assign(r.rows(), nobody);
        for (auto& column : site.episodes) column.assign(r.rows(), 0);
        for (std::size_t i = 0; i < r.rows(); ++i) {
            if (!r.present[row_of(i)]) continue;
            site.seen[i] = r.birth_number[row_of(i)];
            site.founder[i] = founder_of(site.seen[i]);
            for (std::size_t k = 0; k < counted_events; ++k)
                site.episodes[k][i] = before_[k][site.founder[i]] =
                    episodes_of(r, told_by_episodes[k].second)[row_of(i)];
        }
    }
}

std::uint32_t LifeLog::founder_of(sim::BirthNumber who) const {
    const auto at = std::lower_bound(founders_->begin(), founders_->end(), who);
    return at != founders_->end() && *at == who ? static_cast<std::uint32_t>(at - founders_->begin())
                                                : nobody;
}

void LifeLog::look(const Neighbourhood& n, std::size_t i, std::uint32_t founder, int month) {
    constexpr std::uint8_t adult = adult_age;
    constexpr std::size_t bits = 64;
    const auto& r = n.residents;
    const auto who = row_of(i);
    if (r.care_waiting[who] != 0)
        note_first(lives_.first[static_cast<std::size_t>(LedgerKind::waiting)], founder, month);
    if (r.loneliness[who] < severely_from || r.age[who] < adult) return;
    const auto m = static_cast<std::size_t>(month);
    lives_.severe[founder * lives_.words() + m / bits] |= std::uint64_t{1} << (m % bits);
    if (severe_months_[founder] < a_year && ++severe_months_[founder] == a_year)
        note_first(lives_.first[static_cast<std::size_t>(LedgerKind::severe_loneliness)], founder, month);
}

void LifeLog::events(Site& site, const Residents& r, int month) {
    for (std::size_t k = 0; k < counted_events; ++k) {
        const auto [kind, event] = told_by_episodes[k];
        auto& first = lives_.first[static_cast<std::size_t>(kind)];
        const std::uint16_t* now = episodes_of(r, event).data();
        std::uint16_t* so_far = site.episodes[k].data();
        for (std::size_t i = 0; i < site.seen.size(); ++i) {
            if (now[i] == so_far[i]) continue;
            so_far[i] = now[i];
            if (site.founder[i] != nobody) note_first(first, site.founder[i], month);
        }
    }
}

void LifeLog::note(std::size_t s, const Neighbourhood& n, const MonthRecord& made, int month) {
    auto& site = sites_[s];
    const auto& r = n.residents;
    const std::size_t rows = r.rows();
    site.left.clear();
    site.came.clear();
    site.died = made.died;
    site.seen.resize(rows, vacant);
    site.founder.resize(rows, nobody);
    for (auto& column : site.episodes) column.resize(rows, 0);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto number = r.present[row_of(i)] ? r.birth_number[row_of(i)] : vacant;
        if (number == site.seen[i]) continue;
        if (site.founder[i] != nobody) site.left.push_back(site.founder[i]);
        site.founder[i] = nobody;
        site.seen[i] = number;
        if (sites_.size() < 2 || number == vacant) continue;
        if (const auto founder = founder_of(number); founder != nobody)
            site.came.push_back({static_cast<std::uint16_t>(i), founder});
    }
    events(site, r, month);
    for (std::size_t i = 0; i < rows; ++i)
        if (site.founder[i] != nobody) look(n, i, site.founder[i], month);
}

void LifeLog::sum_up(const std::vector<Neighbourhood>& neighbourhoods, int month) {
    auto& died_in = lives_.first[static_cast<std::size_t>(LedgerKind::death)];
    for (const auto& site : sites_)
        for (const auto founder : site.left) {
            const auto number = (*founders_)[founder];
            const bool died = std::find(site.died.begin(), site.died.end(), number) != site.died.end();
            lives_.gone[founder] = static_cast<LedgerMonth>(month);
            lives_.end[founder] = died ? LifeEnd::died : LifeEnd::moved;
            if (died) note_first(died_in, founder, month);
        }
    for (std::size_t s = 0; s < sites_.size(); ++s)
        for (const auto& [row, founder] : sites_[s].came) {  // to another neighbourhood: not gone
            auto& site = sites_[s];
            lives_.gone[founder] = static_cast<LedgerMonth>(lives_.months);
            lives_.end[founder] = LifeEnd::present;
            site.founder[row] = founder;
            for (std::size_t k = 0; k < counted_events; ++k) {
                const auto [kind, event] = told_by_episodes[k];
                if (episodes_of(neighbourhoods[s].residents, event)[row_of(row)] != before_[k][founder])
                    note_first(lives_.first[static_cast<std::size_t>(kind)], founder, month);
            }
            look(neighbourhoods[s], row, founder, month);
        }
}

}  // namespace weefsel
