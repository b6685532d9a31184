#pragma once
#include <vector>

#include "models/process/funding/policy.hpp"
#include "models/process/provision/provisions.hpp"
#include "sim/checkpoint.hpp"
#include "tests/models/funding_books.hpp"

/// One neighbourhood's money and staff, with nobody living there.
struct SmallFunding {
    weefsel::Parameters parameters;
    weefsel::FundingLines lines;
    weefsel::Posts posts;
    weefsel::Places places;
    weefsel::Provisions provisions;
    weefsel::sim::RandomSource draws{7, 1};
    weefsel::sim::Month now{0};

    /// Nobody leaves, nothing costs extra, no trust, no effort, no choice: what remains can be worked out by
    /// hand.
    static SmallFunding calm() {
        SmallFunding small;
        small.parameters.professional.exit_hazard = 0;
        small.parameters.funding.tender_cost = 0;
        small.parameters.funding.renewal_cost = 0;
        small.parameters.funding.price_rise = 0;
        small.parameters.funding.trust_hiring = 0;
        small.parameters.funding.official_exit = 0;
        small.parameters.funding.effort_new = 0;
        small.parameters.funding.slack = 0;
        small.parameters.funding.bids = 1;
        small.parameters.funding.renewal_merit = 0;
        small.parameters.funding.spill_over = 0;
        return small;
    }

    void add_place(weefsel::PlaceKind kind) {
        places.visit([&](const char*, auto& column) { column.resize(column.size() + 1); });
        places.kind[weefsel::PlaceId{static_cast<weefsel::PlaceId::rep>(places.rows() - 1)}] = kind;
    }
    void begin(const std::vector<weefsel::FundingLine>& bought) {
        const auto policy = policy_of(bought, 1, 1, parameters);
        begin_policy(lines, posts, policy, parameters, draws, now);
        begin_provisions(provisions, policy);
    }
    void month(double austerity = 0) {
        pay_and_staff(lines, posts, places, provisions, austerity, parameters.funding,
                      parameters.professional, draws, now);
        now = now + 1;
    }
    void months(int n) {
        for (int i = 0; i < n; ++i) month();
    }
    std::uint64_t digest() {
        return weefsel::sim::digest(lines) ^ weefsel::sim::digest(posts) * 3 ^
               weefsel::sim::digest(places) * 5;
    }
};

inline constexpr weefsel::LineId line0{0};
inline constexpr weefsel::PostId post0{0};

inline weefsel::Purchase fte_of(double fte, weefsel::Role role = weefsel::Role::opbouwwerker) {
    weefsel::Purchase purchase;
    purchase.role = role;
    purchase.fte = fte;
    return purchase;
}

inline weefsel::Purchase hours_of(weefsel::PlaceKind kind, double hours_week) {
    weefsel::Purchase purchase;
    purchase.kind = weefsel::Purchase::Kind::place;
    purchase.place = kind;
    purchase.hours_week = hours_week;
    return purchase;
}

/// A rise of public space of so many dwellings, parks or squares.
inline weefsel::Purchase space_of(weefsel::PublicSpace space, double quality, double units,
                                  std::optional<double> share = {}) {
    weefsel::Purchase purchase;
    purchase.kind = weefsel::Purchase::Kind::public_space;
    purchase.space = space;
    purchase.quality = quality;
    purchase.units = units;
    purchase.share = share;
    return purchase;
}

/// Dwellings, rides a week, hours of training, network leaders, or what is said of the posts of the line.
inline weefsel::Purchase amount_of(weefsel::Purchase::Kind kind, double amount) {
    weefsel::Purchase purchase;
    purchase.kind = kind;
    purchase.amount = amount;
    return purchase;
}

inline weefsel::FundingLine line_of(std::vector<weefsel::Purchase> buys, weefsel::LineTerms terms = {}) {
    weefsel::FundingLine line;
    line.name = "line";
    line.buys = std::move(buys);
    line.terms = terms;
    return line;
}

/// A project as the priors of FACTS have it.
inline weefsel::LineTerms project_terms() {
    weefsel::LineTerms terms;
    terms.term_months = 18;
    terms.start_up_months = 3;
    terms.renewal = 0.6;
    terms.gap_months = 4;
    terms.indexation = 0.5;
    terms.reporting_share = 0.20;
    terms.cut_hazard = 0.03;
    terms.review = 0.15;
    terms.pot = weefsel::Pot::earmark;
    terms.goal = weefsel::Goal::elderly;
    terms.unspent = weefsel::Unspent::give_back;
    return terms;
}

/// Base funding as the priors of FACTS have it.
inline weefsel::LineTerms lasting_terms() {
    weefsel::LineTerms terms;
    terms.term_months = 108;
    terms.notice_months = 12;
    terms.renewal = 0.9;
    terms.reporting_share = 0.10;
    terms.cut_hazard = 0.03;
    terms.review = 0.05;
    return terms;
}
