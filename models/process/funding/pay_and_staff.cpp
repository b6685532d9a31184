#include <cmath>

#include "models/process/funding/contracts.hpp"
#include "models/process/funding/line_turn.hpp"
#include "models/process/funding/policy.hpp"
#include "models/process/professional/staffing.hpp"

namespace weefsel {

namespace {

sim::Euros part(sim::Euros full, double share) {
    return sim::Euros::from_ticks(std::llround(static_cast<double>(full.ticks) * share));
}

void open_books(FundingLines& lines, Posts& posts) {
    for (const auto line : lines.ids()) {
        lines.granted[line] = {};
        lines.spent[line] = {};
        lines.returned[line] = {};
        lines.contracting[line] = {};
    }
    for (auto& left : posts.left) left = Leaving::stays;
    for (auto& redeployed : posts.redeployed) redeployed = 0;
}

/// Tender, contract, places and all else but posts: money that is spent as it is granted.
void pay_contracts_and_places(FundingLines& lines, LineId line, const FundingParameters& p) {
    const double contracting = contract_cost(lines.starts[line] != 0, lines.renewed[line] != 0, p);
    const auto scale = static_cast<double>(lines.scale[line]);
    lines.contracting[line] = part(lines.full_year[line], contracting * scale);
    const auto paid = lines.contracting[line] + part(lines.place_month[line], scale);
    lines.granted[line] += paid;
    lines.spent[line] += paid;
}

/// The salary of a post is spent when somebody works there, else kept; what was kept pays for
/// extra hours of whoever works there, where the terms allow it.
void pay_post(FundingLines& lines, LineId line, Posts& posts, PostId post, double carry_use) {
    const auto pay = part(posts.pay[post], static_cast<double>(lines.scale[line]));
    auto& saved = posts.saved[post];
    lines.granted[line] += pay;
    if (posts.filled[post] == 0) {
        saved += pay;
        return;
    }
    const auto extra = lines.carries[line] != 0 ? part(saved, carry_use) : sim::Euros{};
    saved -= extra;
    lines.spent[line] += pay + extra;
    posts.paid_fte[post] = posts.fte[post];
    if (extra.ticks > 0) {
        posts.paid_fte[post] +=
            posts.fte_bought[post] * static_cast<float>(extra.value() / posts.pay[post].value());
    }
}

/// What may not be carried goes back at the end of each year of a grant, and at the end of its term.
void return_unspent(FundingLines& lines, Posts& posts) {
    for (const auto post : posts.ids()) {
        const LineId line = posts.line[post];
        if (!line.exists() || lines.running[line] == 0 || lines.carries[line] != 0) continue;
        if (!is_account_due(lines.month_of_term[line], lines.term[line])) continue;
        lines.returned[line] += posts.saved[post];
        posts.saved[post] = {};
    }
}

void close_books(FundingLines& lines, const Posts& posts) {
    for (auto& held : lines.held) held = {};
    for (const auto post : posts.ids()) {
        if (posts.line[post].exists()) lines.held[posts.line[post]] += posts.saved[post];
    }
    for (const auto line : lines.ids()) stand_at(lines, line, a_month_later(point_of(lines, line)));
}

/// The first place of each kind gets the hours that all running lines buy for that kind; its
/// quality is theirs, weighted by hours.
void open_places(const FundingLines& lines, float effects, Places& places) {
    std::array<bool, place_kinds> seen{};
    for (const auto place : places.ids()) {
        const auto kind = static_cast<std::size_t>(places.kind[place]);
        float funded = 0, support = 0, quality = 0;
        for (const auto line : lines.ids()) {
            if (seen[kind]) break;
            const float scale = lines.scale[line] * effects;
            const float hours = lines.place_hours[line][kind] * scale;
            const float help = lines.support_hours[line][kind] * scale;
            funded += hours;
            support += help;
            quality += (hours + help) * lines.quality_now[line];
        }
        seen[kind] = true;
        places.funded_hours[place] = funded;
        places.support_hours[place] = support;
        places.quality[place] = funded + support > 0.0F ? quality / (funded + support) : 0.0F;
    }
}

}  // namespace

void pay_and_staff(FundingLines& lines, Posts& posts, Places& places, const Provisions& bought,
                   double austerity, const FundingParameters& funding,
                   const ProfessionalParameters& professional, const sim::RandomSource& draws,
                   sim::Month now) {
    open_books(lines, posts);
    turn_contracts(lines, posts, bought, austerity, professional.redeployed, funding, draws, now);
    leave_and_hire(posts, lines, bought, funding, professional, draws);
    for (const auto line : lines.ids())
        if (lines.running[line] != 0) pay_contracts_and_places(lines, line, funding);
    for (const auto post : posts.ids()) {
        const LineId line = posts.line[post];
        posts.paid_fte[post] = 0;
        if (line.exists() && lines.running[line] != 0) pay_post(lines, line, posts, post, funding.carry_use);
    }
    return_unspent(lines, posts);
    close_books(lines, posts);
    count_hours(posts, lines, professional);
    const auto effects = static_cast<float>(funding.policy_effects);
    for (auto& hours : posts.direct_hours) hours *= effects;
    open_places(lines, effects, places);
}

}  // namespace weefsel
