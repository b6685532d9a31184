#include "models/study/staffing_log.hpp"

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

}  // namespace

StaffingLog::StaffingLog(const std::vector<Neighbourhood>& neighbourhoods) : sites_(neighbourhoods.size()) {
    for (std::size_t s = 0; s < sites_.size(); ++s) {
        sites_[s].open = open_places(neighbourhoods[s].places);
        sites_[s].alive = running(neighbourhoods[s].initiatives);
    }
}

void StaffingLog::note(std::size_t s, const Neighbourhood& n, const MonthRecord& made) {
    auto& site = sites_[s];
    auto open = open_places(n.places), alive = running(n.initiatives);
    site.month = {};
    count_staff(n, site.month);
    for (const auto ended : n.lines.ends) site.month.breaks += ended;
    site.month.bonds_broken = made.work.bonds_broken;
    site.month.closures = lost(site.open, open);
    site.month.initiatives_lost = lost(site.alive, alive);
    site.open = std::move(open);
    site.alive = std::move(alive);
}

void StaffingLog::sum_up(int month) {
    if (month % sim::months_per_year == 0) years_.emplace_back();
    auto& year = years_.back();
    double bought = 0, at_work = 0;
    for (const auto& [open, alive, of_month] : sites_) {
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
}

}  // namespace weefsel
