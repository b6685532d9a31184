#include <algorithm>
#include <cmath>
#include <map>

#include "models/process/funding/contracts.hpp"
#include "models/process/funding/policy.hpp"
#include "models/process/funding/prices.hpp"
#include "models/process/professional/staffing.hpp"
#include "models/world/streams.hpp"
#include "sim/error.hpp"

namespace weefsel {

namespace {

std::int16_t whole(double months) { return static_cast<std::int16_t>(std::lround(months)); }

/// What the lines of the former policy still hold goes back to those who granted it.
void settle(FundingLines& lines, Posts& posts) {
    for (const auto held : lines.held) lines.settled[the_partnership] += held;
    for (auto& saved : posts.saved) saved = {};
    for (auto& line : posts.line) line = LineId::none();
    for (auto& fte : posts.fte_bought) fte = 0;
    for (auto& pay : posts.pay) pay = {};
    for (auto& training : posts.training) training = 0;
}

void take_terms(FundingLines& lines, LineId line, const LineTerms& terms) {
    lines.term[line] = whole(terms.term_months);
    lines.start_up[line] = whole(terms.start_up_months);
    lines.notice[line] = whole(terms.notice_months);
    lines.gap[line] = whole(terms.gap_months);
    lines.renewal[line] = static_cast<float>(terms.renewal);
    lines.indexation[line] = static_cast<float>(terms.indexation);
    lines.reporting_share[line] = static_cast<float>(terms.reporting_share);
    lines.cut_hazard[line] = static_cast<float>(terms.cut_hazard);
    lines.review[line] = static_cast<float>(terms.review);
    lines.earmarked[line] = terms.pot == Pot::earmark ? 1 : 0;
    lines.goal[line] = terms.pot == Pot::earmark ? terms.goal : Goal::everyone;
    lines.carries[line] = terms.unspent == Unspent::carry ? 1 : 0;
}

/// A new line stands before its first tender.
void take_stand(FundingLines& lines, LineId line, int start, const sim::RandomSource& draws, sim::Month now) {
    lines.era[line] = now.value;
    lines.phase[line] = LinePhase::gap;
    lines.gap_left[line] = static_cast<std::int16_t>(start);
    lines.ends_in[line] = -1;
    lines.level[line] = 1;
    lines.cut_left[line] =
        sim::exponential_of(draws.balanced_word(Stream::line_cut, lines.number[line], now));
}

FundingLines fresh_lines(const FundingLines& former, std::size_t rows) {
    FundingLines lines;
    lines.visit([rows](const char*, auto& column) { column.resize(rows); });
    lines.trust = former.trust;
    lines.official_left = former.official_left;
    lines.officials = former.officials;
    lines.settled = former.settled;
    lines.social_base = former.social_base;
    lines.care_budget = former.care_budget;
    lines.care_spent = former.care_spent;
    return lines;
}

/// The row of a post; one that is new gets the next.
PostId row_of(Posts& posts, std::uint64_t number) {
    const auto found = std::find(posts.number.begin(), posts.number.end(), number);
    const auto row = static_cast<std::size_t>(found - posts.number.begin());
    if (found != posts.number.end()) return PostId{static_cast<PostId::rep>(row)};
    sim::require(row < PostId::none_value, "a neighbourhood has no room for another post");
    posts.visit([row](const char*, auto& column) { column.resize(row + 1); });
    const PostId post{static_cast<PostId::rep>(row)};
    posts.number[post] = number;
    return post;
}

/// Key of each post bought, in the order of lines and purchases.
std::vector<std::uint64_t> numbers_of(const Policy& policy) {
    std::array<std::size_t, roles> ordinal{};
    std::vector<std::uint64_t> numbers;
    for (const auto& line : policy.lines) {
        for (const auto& purchase : line.buys) {
            if (purchase.kind != Purchase::Kind::post) continue;
            numbers.push_back(site_of(policy.site) |
                              post_number(purchase.role, ordinal[static_cast<std::size_t>(purchase.role)]++));
        }
    }
    return numbers;
}

/// Key of each line: its first purchase, and how many lines before it begin with the same.
std::vector<std::uint64_t> line_numbers_of(const Policy& policy) {
    constexpr unsigned kind_bits = 8, ordinal_bits = 8;
    std::map<std::uint64_t, std::uint64_t> seen;
    std::vector<std::uint64_t> numbers;
    for (const auto& line : policy.lines) {
        const auto& first = line.buys.front();
        const std::uint64_t what = which_of(first);
        const auto key = (static_cast<std::uint64_t>(first.kind) << kind_bits | what) << ordinal_bits;
        numbers.push_back(site_of(policy.site) | (key + seen[key]++));
    }
    return numbers;
}

/// Rows follow keys, so that the order of purchases in a scenario leaves no trace.
void make_rows(Posts& posts, std::vector<std::uint64_t> numbers) {
    std::sort(numbers.begin(), numbers.end());
    for (const auto number : numbers) row_of(posts, number);
}

void take_post(Posts& posts, PostId post, LineId line, const Purchase& purchase, const FundingParameters& p) {
    posts.role[post] = purchase.role;
    posts.line[post] = line;
    posts.fte_bought[post] = static_cast<float>(purchase.fte);
    posts.pay[post] = sim::Euros::of(price_of(purchase, p) / sim::months_per_year);
    posts.training[post] = static_cast<float>(purchase.euro_a_fte);
}

/// All but posts is paid as it is granted; what it does stands in hours of places, or in Provisions.
void buy_besides(FundingLines& lines, LineId line, const Purchase& purchase, const FundingParameters& p) {
    const auto place = static_cast<std::size_t>(purchase.place);
    const auto hours = static_cast<float>(purchase.hours_week);
    if (purchase.kind == Purchase::Kind::place) lines.place_hours[line][place] += hours;
    if (purchase.kind == Purchase::Kind::support) lines.support_hours[line][place] += hours;
    lines.place_month[line] += sim::Euros::of(price_of(purchase, p) / sim::months_per_year);
}

}  // namespace

void begin_policy(FundingLines& lines, Posts& posts, const Policy& policy, const Parameters& parameters,
                  const sim::RandomSource& draws, sim::Month now) {
    const bool first = lines.trust.size() == 0;
    if (first) {
        lines.trust.resize(1, static_cast<float>(parameters.funding.trust_start));
        lines.official_left.resize(1, official_stays(site_of(policy.site), 0, draws));
        lines.officials.resize(1);
        lines.settled.resize(1);
        lines.social_base.resize(1, 1.0F);
        lines.care_budget.resize(1);
        lines.care_spent.resize(1);
    }
    if (policy.lines.empty()) {
        for (std::size_t i = 0; i < lines.rows(); ++i) {
            give_notice(lines, LineId{static_cast<LineId::rep>(i)}, parameters.funding);
        }
        return;
    }
    settle(lines, posts);
    lines = fresh_lines(lines, policy.lines.size());
    const auto numbers = numbers_of(policy), line_numbers = line_numbers_of(policy);
    make_rows(posts, numbers);
    std::size_t next = 0;
    for (std::size_t i = 0; i < policy.lines.size(); ++i) {
        const LineId line{static_cast<LineId::rep>(i)};
        lines.number[line] = line_numbers[i];
        take_terms(lines, line, policy.lines[i].terms);
        lines.voice[line] =
            static_cast<float>(policy.lines[i].voice.value_or(parameters.professional.voice_share));
        take_stand(lines, line, policy.lines[i].start_months, draws, now);
        sim::Euros month;
        for (const auto& purchase : policy.lines[i].buys) {
            if (purchase.kind != Purchase::Kind::post) {
                buy_besides(lines, line, purchase, parameters.funding);
                continue;
            }
            const auto post = row_of(posts, numbers[next++]);
            take_post(posts, post, line, purchase, parameters.funding);
            month += posts.pay[post];
            if (first) begin_long_ago(posts, post, parameters.professional, draws);
        }
        month += lines.place_month[line];
        lines.full_year[line] = sim::Euros::from_ticks(month.ticks * sim::months_per_year);
    }
}

}  // namespace weefsel
