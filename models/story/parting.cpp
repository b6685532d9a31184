#include "models/story/parting.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/measure/survey/surveyed.hpp"
#include "models/process/wellbeing/wellbeing.hpp"

namespace weefsel {
namespace {

struct Fall {
    int month;
    Hazard hazard;
    friend bool operator==(const Fall&, const Fall&) = default;
};

std::vector<Fall> falls_of(const Life& life, std::optional<Hazard> only) {
    std::vector<Fall> falls;
    for (int m = 0; m < life.months(); ++m)
        for (std::size_t k = 0; k < hazard_kinds; ++k) {
            const auto h = static_cast<Hazard>(k);
            if (has_terms(h) && (!only || *only == h) && life.hazard(m, h).falls()) falls.push_back({m, h});
        }
    return falls;
}

/// The first event that is in one life only, and in which.
std::optional<std::pair<Fall, bool>> first_apart(const std::vector<Fall>& reference,
                                                 const std::vector<Fall>& option) {
    std::size_t k = 0;
    while (k < reference.size() && k < option.size() && reference[k] == option[k]) ++k;
    const bool in_reference = k < reference.size(), in_option = k < option.size();
    if (!in_reference && !in_option) return std::nullopt;
    if (!in_option) return std::pair{reference[k], true};
    if (!in_reference) return std::pair{option[k], false};
    const auto earlier = [](const Fall& a, const Fall& b) {
        return a.month != b.month ? a.month < b.month : a.hazard < b.hazard;
    };
    return earlier(reference[k], option[k]) ? std::pair{reference[k], true} : std::pair{option[k], false};
}

double term_of(const HazardSeen& seen, TermKind kind) {
    double sum = 0;
    for (const auto& t : seen.terms)
        if (t.kind == kind) sum += t.value;
    return sum;
}

/// Kinds of terms that either has, in the order of the enumeration.
std::vector<TermKind> kinds_of(const HazardSeen& a, const HazardSeen& b) {
    std::vector<TermKind> kinds;
    for (std::size_t k = 0; k < term_kinds; ++k) {
        const auto kind = static_cast<TermKind>(k);
        const auto has = [kind](const HazardSeen& seen) {
            return std::any_of(seen.terms.begin(), seen.terms.end(),
                               [kind](const HazardTerm& t) { return t.kind == kind; });
        };
        if (has(a) || has(b)) kinds.push_back(kind);
    }
    return kinds;
}

double log_hazard(const HazardSeen& seen) {
    double sum = 0;
    for (const auto& t : seen.terms) sum += t.value;
    return sum;
}

Parting::Month month_of(int month, const HazardSeen& a, const HazardSeen& b) {
    Parting::Month out{month, a.hazard, b.hazard, {}};
    if (a.terms.empty() || b.terms.empty()) return out;
    for (const auto kind : kinds_of(a, b)) out.terms.push_back({kind, term_of(a, kind), term_of(b, kind)});
    return out;
}

/// Accumulated hazard of an episode at the end of a month or, of who was gone by then, at the last that
/// was seen.
double accumulated(const Life& life, Hazard h, int month, float threshold) {
    for (int m = month; m >= 0; --m)
        if (const auto& seen = life.hazard(m, h); seen.threshold == threshold) return seen.accumulated();
    return 0;
}

/// Hazard accumulated before the first month of an episode: what went over the threshold of the one before.
double carried_into(const Life& life, Hazard h, int until, float threshold) {
    for (int m = 0; m <= until; ++m)
        if (const auto& seen = life.hazard(m, h); seen.threshold == threshold)
            return static_cast<double>(threshold) - static_cast<double>(seen.left);
    return 0;
}

void share_out(Parting& p, const Life& reference, const Life& option, float threshold) {
    std::array<double, term_kinds> share{};
    std::array<bool, term_kinds> has{};
    for (int m = 0; m <= p.month; ++m) {
        const auto &a = reference.hazard(m, p.hazard), &b = option.hazard(m, p.hazard);
        const bool risk_a = a.threshold == threshold && !a.terms.empty(),
                   risk_b = b.threshold == threshold && !b.terms.empty();
        if (!risk_a && !risk_b) continue;
        const double h_a = risk_a ? std::exp(log_hazard(a)) : 0.0,
                     h_b = risk_b ? std::exp(log_hazard(b)) : 0.0;
        if (!risk_a || !risk_b) {
            p.not_at_risk += h_b - h_a;
            continue;
        }
        const double mean = logarithmic_mean(h_a, h_b);
        for (const auto kind : kinds_of(a, b)) {
            const auto k = static_cast<std::size_t>(kind);
            share[k] += mean * (term_of(b, kind) - term_of(a, kind));
            has[k] = true;
        }
    }
    for (std::size_t k = 0; k < term_kinds; ++k)
        if (has[k]) p.shares.push_back({static_cast<TermKind>(k), share[k]});
}

}  // namespace

double Parting::difference() const {
    double sum = not_at_risk + carried;
    for (const auto& s : shares) sum += s.value;
    return sum;
}

double logarithmic_mean(double a, double b) {
    constexpr double too_close = 1e-9;  // there the mean is a to within rounding
    const double log_ratio = std::log(b / a);
    return std::fabs(log_ratio) < too_close ? a : (b - a) / log_ratio;
}

std::optional<Parting> parting_of(const Life& reference, const Life& option, std::optional<Hazard> only) {
    const auto in_reference = falls_of(reference, only), in_option = falls_of(option, only);
    const auto apart = first_apart(in_reference, in_option);
    if (!apart) return std::nullopt;
    Parting p;
    p.hazard = apart->first.hazard;
    p.month = apart->first.month;
    p.first_in_reference = apart->second;
    for (const auto& fall : p.first_in_reference ? in_option : in_reference)
        if (fall.hazard == p.hazard && fall.month > p.month && p.month_other == Parting::never)
            p.month_other = fall.month;
    const auto& first = p.first_in_reference ? reference : option;
    const auto& other = p.first_in_reference ? option : reference;
    const float threshold = first.hazard(p.month, p.hazard).threshold;
    p.threshold = threshold;
    for (int m = 0; m <= p.month; ++m)
        p.same_episode = p.same_episode || other.hazard(m, p.hazard).threshold == threshold;
    p.reference = accumulated(reference, p.hazard, p.month, threshold);
    p.option = accumulated(option, p.hazard, p.month, threshold);
    for (int m = std::max(0, p.month + 1 - Parting::months_shown); m <= p.month; ++m)
        p.last.push_back(month_of(m, reference.hazard(m, p.hazard), option.hazard(m, p.hazard)));
    share_out(p, reference, option, threshold);
    if (p.same_episode)
        p.carried = carried_into(option, p.hazard, p.month, threshold) -
                    carried_into(reference, p.hazard, p.month, threshold);
    return p;
}

const Parting::Month& LonelyParting::widest() const {
    return *std::max_element(last.begin(), last.end(), [](const Parting::Month& a, const Parting::Month& b) {
        return std::fabs(a.option - a.reference) < std::fabs(b.option - b.reference);
    });
}

std::optional<LonelyParting> lonely_parting_of(const Life& reference, const Life& option) {
    constexpr int lasts = 3;
    const auto severe = [](const MonthSeen& seen) {
        return seen.age >= adult_age && seen.loneliness >= severely_from;
    };
    const auto score = [](double logit) {
        return static_cast<double>(top_of_loneliness) / (1.0 + std::exp(-logit));
    };
    int apart = 0;
    for (int m = 0; m < std::min(reference.months(), option.months()); ++m) {
        const auto &a = reference.at(m), &b = option.at(m);
        if (!a.present || !b.present) break;
        apart = severe(a) != severe(b) ? apart + 1 : 0;
        if (apart < lasts) continue;
        LonelyParting p{m + 1 - lasts, severe(a), {}};
        for (int k = std::max(0, p.month + 1 - Parting::months_shown); k <= p.month; ++k) {
            const auto &seen_a = reference.hazard(k, Hazard::loneliness),
                       &seen_b = option.hazard(k, Hazard::loneliness);
            auto month = month_of(k, seen_a, seen_b);
            month.reference = score(log_hazard(seen_a));
            month.option = score(log_hazard(seen_b));
            p.last.push_back(std::move(month));
        }
        return p;
    }
    return std::nullopt;
}

}  // namespace weefsel
