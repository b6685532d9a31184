#include "arranged_money.hpp"

namespace weefsel::test_switches_lines {

// What one term of a line switches off in money, staff and work (MODEL 5.6 and 5.7).

namespace {

/// A term of the lines, what it is without the mechanism, and all that it writes.
struct TermSwitch {
    const char* term;
    const char* column;  ///< of the term itself
    void (*off)(FundingLines&);
    const char* parts;  ///< processes in which it acts, with commas
    const char* acts;
    std::string may;
    void (*arrange)(MonthInParts&, Parameters&);
};

template <auto column>
void fill_with(FundingLines& lines, double value) {
    for (auto& x : lines.*column) x = static_cast<std::decay_t<decltype(x)>>(value);
}

void undecided_at_last(MonthInParts& m, Parameters& p) {
    an_end_is_near(m, p);
    for (auto& months : m.n.lines.month_of_term) months = 22;
    for (auto& chance : m.n.lines.renewal) chance = 0.0F;
    for (auto& months : m.n.lines.age) months = 10;
}
void review_is_due(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    p.funding.review_bar = 2;
    for (auto& era : m.n.lines.era) era = m.now.value - 11;
    for (auto& chance : m.n.lines.review) chance = 1.0F;
}
void accounts_are_due(MonthInParts& m, Parameters& p) {
    money_is_left(m, p);
    for (auto& carries : m.n.lines.carries) carries = 0;
    for (auto& term : m.n.lines.term) term = 120;
    for (auto& months : m.n.lines.month_of_term) months = 11;
}
void posts_are_empty_before_a_tender(MonthInParts& m, Parameters& p) {
    tenders(m, p);
    for (auto& filled : m.n.posts.filled) filled = 0;
    for (auto& months : m.n.posts.vacant_months) months = 0;
    for (auto& months : m.n.lines.start_up) months = 3;
}
void reporting_is_heavy(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (auto& share : m.n.lines.reporting_share) share = 0.4F;
}

const std::string staff_of_a_tender =
    "post.filled post.vacant_months post.persons post.person "
    "post.months_in_post post.exit_left ";

const std::vector<TermSwitch> terms{
    {"reporting", "line.reporting_share",
     [](FundingLines& l) { fill_with<&FundingLines::reporting_share>(l, 0); }, "pay_and_staff,volunteer",
     "post.direct_hours", hours + " resident.volunteer_hours resident.volunteer_place", reporting_is_heavy},
    {"an earmark", "line.earmarked", [](FundingLines& l) { fill_with<&FundingLines::earmarked>(l, 0); },
     "work", "resident.last_reached", division, nothing_falls},
    {"an uncertain renewal", "line.renewal", [](FundingLines& l) { fill_with<&FundingLines::renewal>(l, 1); },
     "pay_and_staff", "line.ends_in",
     "line.undecided_in post.exit_left line.rank line.ranks line.effort " + hours, undecided_at_last},
    {"a gap", "line.gap", [](FundingLines& l) { fill_with<&FundingLines::gap>(l, 0); }, "pay_and_staff",
     "line.gap_left",
     "line.age line.undecided_in line.phase line.running line.starts line.grants line.month_of_term "
     "line.activities line.quality line.quality_now line.bids line.rank line.ranks line.own_share "
     "line.followed line.effort line.aim "
     "partnership.trust post.filled post.vacant_months post.persons post.person post.exit_left "
     "post.months_in_post " +
         size_of_lines,
     grants_end},
    {"indexation below prices", "line.indexation",
     [](FundingLines& l) { fill_with<&FundingLines::indexation>(l, 1); }, "pay_and_staff", "line.scale",
     "post.exit_left " + size_of_lines, prices_have_risen},
    {"hours that give a voice", "line.voice", [](FundingLines& l) { fill_with<&FundingLines::voice>(l, 0); },
     "work", "resident.last_reached", division, nothing_falls},
    {"cuts", "line.cut_hazard", [](FundingLines& l) { fill_with<&FundingLines::cut_hazard>(l, 0); },
     "pay_and_staff", "line.cut_left", "", nothing_falls},
    {"review", "line.review", [](FundingLines& l) { fill_with<&FundingLines::review>(l, 0); },
     "pay_and_staff", "line.quality", "line.activities " + selected_bids, review_is_due},
    {"start-up", "line.start_up", [](FundingLines& l) { fill_with<&FundingLines::start_up>(l, 0); },
     "pay_and_staff", "post.filled", staff_of_a_tender + size_of_lines, posts_are_empty_before_a_tender},
    {"unspent money goes back", "line.carries",
     [](FundingLines& l) { fill_with<&FundingLines::carries>(l, 1); }, "pay_and_staff", "line.returned",
     "line.spent line.held post.saved post.paid_fte " + hours, accounts_are_due},
};

}  // namespace

TEST_CASE("each term of a line takes away its own mechanism and nothing else") {
    for (const auto& t : terms) {
        INFO(t.term);
        MonthInParts month = a_rich_buurt();
        Parameters p;
        t.arrange(month, p);
        bool acted = false;
        for (const auto& part : parts_of_month()) {
            MonthInParts without = month;
            t.off(without.n.lines);
            without.run(part, p);
            month.run(part, p);
            const auto with_it = month.columns(), without_it = without.columns();
            std::string surplus;
            for (const auto& [name, digest] : with_it) {
                if (without_it.at(name) == digest || name == t.column) continue;
                const bool here = stands_in(t.parts, part.name, ',');
                acted |= here && name == t.acts;
                if (!here || (name != t.acts && !stands_in(t.may, name, ' '))) surplus += name + " ";
            }
            INFO("part of the month: " << part.name);
            CHECK(surplus == "");
        }
        CHECK(acted);
    }
}

}  // namespace weefsel::test_switches_lines
