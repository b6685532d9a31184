#include "models/process/funding/policy.hpp"

#include <algorithm>
#include <array>

#include "models/process/funding/bundles.hpp"
#include "models/process/funding/prices.hpp"
#include "sim/error.hpp"
#include "sim/name_key.hpp"

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

/// One purchase per post: of one fte each, and what is left; of several teams all have the same posts.
void add_posts(std::vector<Purchase>& to, Purchase purchase, double scale, double share, double teams) {
    double left = purchase.fte * scale / teams;
    while (left > smallest_fte) {
        const double part = left < 1 + smallest_fte ? left : 1.0;
        purchase.fte = part * share * teams;
        to.push_back(purchase);
        left -= part;
    }
}

double quantity(const Purchase& purchase) { return purchase.*declared(purchase.kind).much; }

/// Numbers that say what is bought, however much of it.
std::array<double, 3> sort_of(const Purchase& purchase) {
    constexpr double none_stated = -1;
    return {static_cast<double>(purchase.kind), static_cast<double>(which_of(purchase)),
            purchase.share.value_or(none_stated)};
}

/// What is bought in parts is bought once, but for posts.
std::vector<Purchase> together(const std::vector<Purchase>& buys) {
    std::vector<Purchase> all;
    for (const auto& purchase : buys) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const Purchase& other) {
            return purchase.kind != Purchase::Kind::post && sort_of(other) == sort_of(purchase);
        });
        if (same == all.end())
            all.push_back(purchase);
        else
            (*same).*declared(purchase.kind).much += quantity(purchase);
    }
    return all;
}

void add_amount(std::vector<Purchase>& to, Purchase purchase, double scale) {
    auto& much = purchase.*declared(purchase.kind).much;
    much *= scale;
    if (much > 0) to.push_back(purchase);
}

/// Numbers by which purchases are put in order: what, and the most first.
std::vector<double> rank_of(const Purchase& purchase) {
    const auto sort = sort_of(purchase);
    return {sort[0], sort[1], sort[2], -quantity(purchase)};
}

/// Numbers by which lines are put in order: what they buy, for whom, how much of it, and only then the
/// terms. Lines that are equal in all of it are equal.
std::vector<double> rank_of(const FundingLine& line) {
    constexpr double no_more = -1;
    std::vector<double> rank;
    for (const auto& purchase : line.buys)
        for (const double number : sort_of(purchase)) rank.push_back(number);
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

/// EUR of training a year that a line buys for each fte of its posts.
double training_a_fte(const FundingLine& line, const FundingParameters& p) {
    double hours = 0;
    for (const auto& purchase : line.buys)
        if (purchase.kind == Purchase::Kind::training) hours += purchase.amount;
    return hours * p.cost_training_hour;
}

FundingLine made_ready(const FundingLine& line, double share, const Parameters& p) {
    const double price = price_of(line, p.funding);
    const double scale = line.euro_year && price > 0 ? *line.euro_year / price : 1.0;
    FundingLine ready = line;
    if (p.funding.form_effects < switched_off_below) ready.terms = neutral_terms(p.funding);
    ready.buys.clear();
    const double training = training_a_fte(line, p.funding), pay = pay_above_tariff(line);
    for (auto& purchase : together(line.buys)) {
        if (purchase.kind == Purchase::Kind::post) {
            purchase.euro_a_fte = training;
            purchase.pay = pay;
            add_posts(ready.buys, purchase, scale, share, line.teams);
        } else if (purchase.kind == Purchase::Kind::training) {  // more workers, as many hours for each
            purchase.fte = workers_of(line) * scale * share;
            if (purchase.amount > 0 && purchase.fte > 0) ready.buys.push_back(purchase);
        } else if (is_of_posts(purchase.kind)) {
            if (purchase.amount > 0) ready.buys.push_back(purchase);
        } else {
            add_amount(ready.buys, purchase, scale * share);
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

std::uint8_t which_of(const Purchase& purchase) {
    switch (purchase.kind) {
        case Purchase::Kind::post:
            return static_cast<std::uint8_t>(purchase.role);
        case Purchase::Kind::place:
        case Purchase::Kind::support:
            return static_cast<std::uint8_t>(purchase.place);
        case Purchase::Kind::public_space:
            return static_cast<std::uint8_t>(purchase.space);
        default:
            return 0;
    }
}

Policy policy_of(const std::vector<FundingLine>& lines, double follow, const SiteShares& shares,
                 const Parameters& parameters, std::uint64_t site) {
    Policy policy;
    policy.follow = follow;
    policy.site = site;
    for (const auto& line : lines) {
        const bool local = !line.municipality.empty();
        if (local && shares.municipality_key != 0 &&
            shares.municipality_key != sim::name_key(line.municipality))
            continue;
        const auto& share = local ? shares.municipality : shares.study;
        auto ready = made_ready(line, share.of(line.divide), parameters);
        ready.share = share.of(line.divide);
        ready.share_before = share.before(line.divide);
        if (*ready.euro_year > 0) policy.lines.push_back(std::move(ready));
    }
    put_in_order(policy.lines);
    require_room(policy.lines);
    return policy;
}

}  // namespace weefsel
