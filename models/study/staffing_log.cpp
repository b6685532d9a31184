#include "models/study/staffing_log.hpp"

#include <algorithm>

#include "models/study/reach_groups.hpp"
#include "models/world/ages.hpp"

namespace weefsel {
namespace {

std::vector<std::uint8_t> open_places(const Places& places) {
    std::vector<std::uint8_t> out(places.rows());
    for (const auto place : places.ids())
        out[place.index()] = places.own_hours[place] + places.funded_hours[place] > 0.0F;
    return out;
}

std::vector<std::uint8_t> running(const Initiatives& initiatives) {
    return {initiatives.alive.begin(), initiatives.alive.end()};
}

/// How many were there before and are there no more.
double lost(const std::vector<std::uint8_t>& before, const std::vector<std::uint8_t>& now) {
    int n = 0;
    for (std::size_t i = 0; i < before.size() && i < now.size(); ++i) n += before[i] != 0 && now[i] == 0;
    return n;
}

void count_staff(const Neighbourhood& n, StaffingYear& month) {
    for (const auto post : n.posts.ids()) {
        const auto line = n.posts.line[post];
        if (!line.exists() || n.lines.grants[line] == 0 || n.lines.phase[line] == LinePhase::ended) continue;
        month.bought += static_cast<double>(n.posts.fte_bought[post]);
        if (n.posts.filled[post] != 0) month.at_work += static_cast<double>(n.posts.fte[post]);
    }
}

/// Adults with a need or more, per row; none are looked for where nobody works.
std::vector<std::uint8_t> in_need(const Neighbourhood& n, const SurveyParameters& p) {
    const auto& filled = n.posts.filled;
    if (std::none_of(filled.begin(), filled.end(), [](std::uint8_t is) { return is != 0; })) return {};
    std::vector<std::uint8_t> out(n.residents.rows());
    for (const auto who : n.residents.ids()) out[who.index()] = has(needs_of(n.residents, who, p), Need::any);
    return out;
}

void count_contacts(const Neighbourhood& n, const std::vector<std::uint16_t>& contacts,
                    const std::vector<std::uint8_t>& needed_it, StaffingYear& month) {
    for (const auto row : contacts) {
        if (row >= needed_it.size() || n.residents.age[ResidentId{row}] < adult_age) continue;
        month.contacts += 1;
        month.contacts_away += needed_it[row] == 0 ? 1 : 0;
    }
}

/// Members of the initiatives that were there before and are there no more, times the share of the hazard of
/// ending that work adds by taking over (see run_initiatives).
double crowded_out(const Initiatives& initiatives, const std::vector<std::uint8_t>& before, float hours,
                   float follow, const HelpParameters& p) {
    const auto running_before = std::count(before.begin(), before.end(), std::uint8_t{1});
    const float each = running_before == 0 ? hours : hours / static_cast<float>(running_before);
    const double rise = static_cast<double>(static_cast<float>(p.initiative_takeover) * (1.0F - follow) *
                                            std::min(1.0F, each));
    double members = 0;
    for (const auto id : initiatives.ids())
        if (id.index() < before.size() && before[id.index()] != 0 && initiatives.alive[id] == 0)
            members += initiatives.core[id];
    return members * rise / (1 + rise);
}

/// Money of the lines that run, and of those whose activities are in the lowest quarter of what is offered.
void count_quality(const FundingLines& lines, double spread, double& paid, double& paid_low) {
    constexpr double lower_quartile = -0.674489750196082;  // of a standard normal distribution
    paid = paid_low = 0;
    for (const auto line : lines.ids()) {
        if (lines.running[line] == 0) continue;
        const double money = lines.full_year[line].value();
        paid += money;
        if (static_cast<double>(lines.quality[line]) < lower_quartile * spread) paid_low += money;
    }
}

}  // namespace

StaffingLog::StaffingLog(const std::vector<Neighbourhood>& neighbourhoods, const Parameters& parameters,
                         double follow)
    : follow_(static_cast<float>(follow)), sites_(neighbourhoods.size()) {
    for (std::size_t s = 0; s < sites_.size(); ++s) {
        sites_[s].open = open_places(neighbourhoods[s].places);
        sites_[s].alive = running(neighbourhoods[s].initiatives);
        sites_[s].in_need = in_need(neighbourhoods[s], parameters.survey);
    }
}

void StaffingLog::note(std::size_t s, const Neighbourhood& n, const MonthRecord& made,
                       const Parameters& parameters) {
    auto& site = sites_[s];
    auto open = open_places(n.places), alive = running(n.initiatives);
    site.month = {};
    count_staff(n, site.month);
    count_contacts(n, made.arranged.contacts, site.in_need, site.month);
    count_quality(n.lines, parameters.funding.quality_spread, site.paid, site.paid_low);
    for (const auto ended : n.lines.ends) site.month.breaks += ended;
    site.month.bonds_broken = made.work.bonds_broken;
    site.month.closures = lost(site.open, open);
    site.month.initiatives_lost = lost(site.alive, alive);
    site.month.crowded_out =
        crowded_out(n.initiatives, site.alive, made.work.initiative_hours, follow_, parameters.help);
    site.open = std::move(open);
    site.alive = std::move(alive);
    site.in_need = in_need(n, parameters.survey);
}

void StaffingLog::sum_up(int month) {
    if (month % sim::months_per_year == 0) years_.emplace_back();
    auto& year = years_.back();
    double bought = 0, at_work = 0, paid = 0, paid_low = 0;
    for (const auto& site : sites_) {
        const auto& of_month = site.month;
        paid += site.paid;
        paid_low += site.paid_low;
        year.contacts += of_month.contacts;
        year.contacts_away += of_month.contacts_away;
        year.crowded_out += of_month.crowded_out;
        bought += of_month.bought;
        at_work += of_month.at_work;
        year.breaks += of_month.breaks;
        year.bonds_broken += of_month.bonds_broken;
        year.closures += of_month.closures;
        year.initiatives_lost += of_month.initiatives_lost;
    }
    const auto of_year = static_cast<std::size_t>(month % sim::months_per_year);
    year.bought_in.at(of_year) = bought;
    year.at_work_in.at(of_year) = at_work;
    year.bought += bought;
    year.at_work += at_work;
    year.months_below_half += 2 * at_work < bought ? 1 : 0;
    year.months_low_quality += paid > 0 && 2 * paid_low >= paid ? 1 : 0;
}

}  // namespace weefsel
