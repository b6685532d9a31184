#include <cmath>

#include "models/process/funding/contracts.hpp"
#include "models/process/funding/policy.hpp"
#include "models/process/professional/staffing.hpp"

namespace weefsel {

namespace {

sim::Euros part(sim::Euros full, double share) {
    return sim::Euros::from_ticks(std::llround(static_cast<double>(full.ticks) * share));
}

void open_books(FundingLines& lines, Posts& posts) {
    for (std::size_t i = 0; i < lines.rows(); ++i) {
        const LineId line{static_cast<LineId::rep>(i)};
        lines.granted[line] = {};
        lines.spent[line] = {};
        lines.returned[line] = {};
        lines.contracting[line] = {};
    }
    for (auto& left : posts.left) left = 0;
    for (auto& redeployed : posts.redeployed) redeployed = 0;
}

/// Tender, contract and places: money that is spent as it is granted.
void pay_contracts_and_places(FundingLines& lines, LineId line, const FundingParameters& p) {
    const double contracting =
        lines.starts[line] != 0 ? p.tender_cost : (lines.renewed[line] != 0 ? p.renewal_cost : 0.0);
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

bool account_is_due(const FundingLines& lines, LineId line) {
    const int months = lines.month_of_term[line] + 1;
    return months % sim::months_per_year == 0 || months == lines.term[line];
}

/// What may not be carried goes back at the end of each year of a grant, and at the end of its term.
void return_unspent(FundingLines& lines, Posts& posts) {
    for (std::size_t i = 0; i < posts.rows(); ++i) {
        const PostId post{static_cast<PostId::rep>(i)};
        const LineId line = posts.line[post];
        if (!line.exists() || lines.running[line] == 0 || lines.carries[line] != 0) continue;
        if (!account_is_due(lines, line)) continue;
        lines.returned[line] += posts.saved[post];
        posts.saved[post] = {};
    }
}

void close_books(FundingLines& lines, const Posts& posts) {
    for (auto& held : lines.held) held = {};
    for (std::size_t i = 0; i < posts.rows(); ++i) {
        const PostId post{static_cast<PostId::rep>(i)};
        if (posts.line[post].exists()) lines.held[posts.line[post]] += posts.saved[post];
    }
    for (std::size_t i = 0; i < lines.rows(); ++i) {
        const LineId line{static_cast<LineId::rep>(i)};
        if (lines.running[line] == 0) continue;
        ++lines.month_of_term[line];
        ++lines.age[line];
        if (lines.ends_in[line] > 0) --lines.ends_in[line];
    }
}

/// The first place of each kind gets the hours that all running lines buy for that kind; its
/// quality is theirs, weighted by hours.
void open_places(const FundingLines& lines, float effects, Places& places) {
    std::array<bool, place_kinds> seen{};
    for (std::size_t i = 0; i < places.rows(); ++i) {
        const PlaceId place{static_cast<PlaceId::rep>(i)};
        const auto kind = static_cast<std::size_t>(places.kind[place]);
        float funded = 0, support = 0, quality = 0;
        for (std::size_t j = 0; j < lines.rows() && !seen[kind]; ++j) {
            const LineId line{static_cast<LineId::rep>(j)};
            const float scale = lines.scale[line] * effects;
            const float hours = lines.place_hours[line][kind] * scale;
            const float help = lines.support_hours[line][kind] * scale;
            funded += hours;
            support += help;
            quality += (hours + help) * lines.quality[line];
        }
        seen[kind] = true;
        places.funded_hours[place] = funded;
        places.support_hours[place] = support;
        places.quality[place] = funded + support > 0.0F ? quality / (funded + support) : 0.0F;
    }
}

}  // namespace

void pay_and_staff(FundingLines& lines, Posts& posts, Places& places, double austerity,
                   const Parameters& parameters, const sim::RandomSource& draws, sim::Month now) {
    const auto& p = parameters.professional;
    open_books(lines, posts);
    turn_contracts(lines, posts, austerity, p.redeployed, parameters.funding, draws, now);
    leave_and_hire(posts, lines, parameters.funding.trust_hiring, p, draws);
    for (std::size_t i = 0; i < lines.rows(); ++i) {
        const LineId line{static_cast<LineId::rep>(i)};
        if (lines.running[line] != 0) pay_contracts_and_places(lines, line, parameters.funding);
    }
    for (std::size_t i = 0; i < posts.rows(); ++i) {
        const PostId post{static_cast<PostId::rep>(i)};
        const LineId line = posts.line[post];
        posts.paid_fte[post] = 0;
        if (line.exists() && lines.running[line] != 0)
            pay_post(lines, line, posts, post, parameters.funding.carry_use);
    }
    return_unspent(lines, posts);
    close_books(lines, posts);
    count_hours(posts, lines, p);
    const auto effects = static_cast<float>(parameters.funding.policy_effects);
    for (auto& hours : posts.direct_hours) hours *= effects;
    open_places(lines, effects, places);
}

}  // namespace weefsel
