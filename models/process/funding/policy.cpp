#include "models/process/funding/policy.hpp"

#include <algorithm>

#include "models/process/funding/bundles.hpp"
#include "models/process/funding/prices.hpp"
#include "sim/error.hpp"

namespace weefsel {

namespace {

constexpr double switched_off_below = 0.5;
constexpr double smallest_fte = 1e-9;  // rounding of a sum is no post

/// Numbers that every line runs on when the form of money must act on nothing.
LineTerms neutral_terms(const FundingParameters& p) {
    LineTerms terms;
    terms.reporting_share = p.neutral_reporting_share;
    return terms;
}

/// One purchase per post: of one fte each, and what is left.
void add_posts(std::vector<Purchase>& to, Purchase purchase, double scale, double share) {
    double left = purchase.fte * scale;
    while (left > smallest_fte) {
        const double part = left < 1 + smallest_fte ? left : 1.0;
        purchase.fte = part * share;
        to.push_back(purchase);
        left -= part;
    }
}

void add_hours(std::vector<Purchase>& to, Purchase purchase, double scale) {
    purchase.hours_week *= scale;
    if (purchase.hours_week > 0) to.push_back(purchase);
}

double which(const Purchase& purchase) {
    return purchase.kind == Purchase::Kind::post ? static_cast<double>(purchase.role)
                                                 : static_cast<double>(purchase.place);
}

double quantity(const Purchase& purchase) {
    return purchase.kind == Purchase::Kind::post ? purchase.fte : purchase.hours_week;
}

/// Numbers by which purchases are put in order: what, and the most first.
std::vector<double> rank_of(const Purchase& purchase) {
    return {static_cast<double>(purchase.kind), which(purchase), -quantity(purchase)};
}

/// Numbers by which lines are put in order: what they buy, for whom, how much of it, and only then the
/// terms. Lines that are equal in all of it are equal.
std::vector<double> rank_of(const FundingLine& line) {
    constexpr double no_more = -1;
    std::vector<double> rank;
    for (const auto& purchase : line.buys) {
        rank.push_back(static_cast<double>(purchase.kind));
        rank.push_back(which(purchase));
    }
    rank.push_back(no_more);
    rank.push_back(static_cast<double>(line.terms.pot));
    rank.push_back(static_cast<double>(line.terms.goal));
    for (const auto& purchase : line.buys) rank.push_back(-quantity(purchase));
    for (const auto& d : terms_declared) rank.push_back(line.terms.*d.member);
    rank.push_back(static_cast<double>(line.terms.unspent));
    rank.push_back(line.start_months);
    rank.push_back(line.voice.value_or(-1));
    return rank;
}

template <class T>
void put_in_order(std::vector<T>& list) {
    std::stable_sort(list.begin(), list.end(),
                     [](const T& a, const T& b) { return rank_of(a) < rank_of(b); });
}

FundingLine made_ready(const FundingLine& line, double share, const Parameters& p) {
    const double price = price_of(line, p.funding);
    const double scale = line.euro_year && price > 0 ? *line.euro_year / price : 1.0;
    FundingLine ready = line;
    if (p.funding.form_effects < switched_off_below) ready.terms = neutral_terms(p.funding);
    ready.buys.clear();
    for (const auto& purchase : line.buys) {
        if (purchase.kind == Purchase::Kind::post) {
            add_posts(ready.buys, purchase, scale, share);
        } else {
            add_hours(ready.buys, purchase, scale * share);
        }
    }
    put_in_order(ready.buys);
    ready.euro_year = price_of(ready, p.funding);
    return ready;
}

/// Posts are rows of a neighbourhood, referred to in one byte.
void require_room(const std::vector<FundingLine>& lines) {
    constexpr std::size_t most = PostId::none_value / 2;  // today's and the option's side by side
    std::size_t posts = 0;
    for (const auto& line : lines) {
        for (const auto& purchase : line.buys) posts += purchase.kind == Purchase::Kind::post ? 1U : 0U;
        if (posts > most || lines.size() > most) {
            throw sim::InputError(line.at, "the lines buy more than " + std::to_string(most) +
                                               " posts; allowed is at most that many in one neighbourhood");
        }
    }
}

}  // namespace

Policy policy_of(const std::vector<FundingLine>& lines, double follow, PotShare share,
                 const Parameters& parameters, std::uint64_t site) {
    Policy policy;
    policy.follow = follow;
    policy.site = site;
    for (const auto& line : lines) {
        auto ready = made_ready(line, share.of(line.divide), parameters);
        if (*ready.euro_year > 0) policy.lines.push_back(std::move(ready));
    }
    put_in_order(policy.lines);
    require_room(policy.lines);
    return policy;
}

}  // namespace weefsel
