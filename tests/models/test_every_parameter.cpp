#include <catch2/catch.hpp>
#include <set>

#include "models/measure/indicators.hpp"
#include "models/measure/survey/pattern_answers.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/scenario/shock_plan.hpp"
#include "sim/checkpoint.hpp"
#include "small_world.hpp"

namespace weefsel::test_every_parameter {

namespace {

constexpr int burn_in = 24, months = 96;

const std::string options =
    "[[option]]\nname = \"a\"\n"
    "[[option.line]]\nname = \"young\"\nform = \"project\"\nsource = \"incidental\"\ngoal = \"youth\"\n"
    "term_months = 12\nrenewal = 1\ncut_hazard = 1\nreview = 0.9\n"
    "buys = [ { role = \"jongerenwerker\", fte = 1 }, { place = \"youth_centre\", hours_week = 12 } ]\n"
    "[[option.line]]\nname = \"carers\"\nform = \"project\"\nsource = \"incidental\"\ngoal = \"carers\"\n"
    "unspent = \"carry\"\nbuys = [ { role = \"maatschappelijk_werker\", fte = 1 }, { role = "
    "\"buurtsportcoach\", fte = 0.5 } ]\n"
    "[[option.line]]\nname = \"neighbourhood\"\nform = \"structural\"\nsource = \"structural\"\ncut_hazard = "
    "0.25\nnotice_months = 0\nbuys = [ { "
    "role = \"sociaal_werker\", fte = 1 }, { role = \"opbouwwerker\", fte = 1 }, { role = \"connector\", fte "
    "= "
    "0.5 }, { place = \"buurthuis\", hours_week = 20 }, { place = \"garden\", hours_week = 10 }, { support = "
    "\"park\", hours_week = 3 }, { network_leaders = 9 }, { pay = 0.2 }, { innovation = 0.3 }, { by_street = "
    "1 } ]\n"
    "[[option.line]]\nname = \"lonely\"\nform = \"project\"\nsource = \"incidental\"\ngoal = \"lonely\"\n"
    "buys = [ { role = \"sociaal_werker\", fte = 0.5 }, { place = \"buurtkamer\", hours_week = 6 }, { place "
    "= "
    "\"library\", hours_week = 10 }, { place = \"sports_club\", hours_week = 10 }, { place = \"church\", "
    "hours_week = 4 }, { place = \"school_yard\", hours_week = 10 } ]\n"
    "[[option.line]]\nname = \"homes and streets\"\nform = \"project\"\nsource = \"incidental\"\n"
    "term_months = 12\nrenewal = 0\ngap_months = 6\nbuys = [ { role = \"sociaal_werker\", fte = 0.5 }, { "
    "public_space = \"street\", quality = 0.3, share = 0.5 }, { public_space = \"park\", quality = 0.3 }, { "
    "public_space = \"square\", quality = 0.2 }, { adapted_dwellings = 20 }, { transport = 20 }, { training "
    "= 2000 } ]\n"
    "[[shock]]\nkind = \"energy_crisis\"\nstart_year = 0\nmonths = 12\nsize = 0.5\n"
    "[[shock]]\nkind = \"refugees\"\nstart_year = 0.5\nmonths = 6\npersons = 40\n"
    "[[shock]]\nkind = \"pandemic\"\nstart_year = 1\nmonths = 6\n"
    "[[shock]]\nkind = \"new_council\"\nstart_year = 0.5\nmonths = 60\nevery_years = 1\n";

/// One buurt that lives five years, month by month, with nearly everything in it.
class Buurt {
public:
    explicit Buurt(const Parameters& p)
        : s_(read_scenario_text(quick_study(options), "rich.toml")), draws_(s_.seed, 0) {
        s_.parameters = p;
        s_.neighbourhoods[0].poverty = 0.25;
        s_.neighbourhoods[0].urbanity = 4;  // between the middle and not urban, so that rural terms show
        shocks_ = plan_shocks(s_, map_of(s_), draws_);
        n_ = begin(s_, 0, draws_);
    }

    /// What there is to see at the end of a month, as one number; -1: before the first month.
    std::uint64_t look(int month) {
        if (month >= 0) live(month);
        std::uint64_t seen = sim::digest(n_);
        const auto add = [&](const auto& values) {
            seen = sim::digest_bytes(values.data(), values.size() * sizeof(values[0]), seen);
        };
        Tally all;
        std::vector<Tally> groups;
        observe(n_, made_, AnsweredLoneliness(s_.parameters.survey), s_.parameters.survey, draws_,
                sim::Month{month < 0 ? 0 : month}, all, groups);
        add(all.numerator);
        add(all.denominator);
        return seen;
    }

    [[nodiscard]] const Neighbourhood& neighbourhood() const { return n_; }

private:
    void live(int month) {
        const sim::Month now{month};
        const auto& p = s_.parameters;
        if (month < burn_in) {
            made_ = burn_in_month(n_, p, draws_, now, burn_in, w_);
            return;
        }
        if (month == burn_in) {
            end_burn_in(n_, p, burn_in);
            begin_policy(n_, policy_of(s_.options[0].lines, 0.5, 1, p), p, draws_, now);
        }
        constexpr int reorganised_in_month = burn_in + 12;
        Circumstances under{shocks_of(shocks_, month - burn_in, p.shock), 0.5, false};
        under.reorganised[static_cast<std::size_t>(PlaceKind::buurthuis)] = month == reorganised_in_month;
        made_ = step_month(n_, under, p, draws_, now, w_);
    }

    Scenario s_;
    sim::RandomSource draws_;
    std::vector<PlannedShock> shocks_;
    Workspace w_;
    MonthRecord made_;
    Neighbourhood n_;
};

/// Initiatives and referrals are rare or off by default: here they are common.
Parameters a_lively_world() {
    Parameters p;
    p.help.volunteer_start = 0.05;
    p.help.volunteer_here = 0.9;
    p.help.initiative_birth = 0.9;
    p.work_hours[static_cast<std::size_t>(Role::maatschappelijk_werker)].collective = 0.1;
    p.care.gp_referral = 0.5;
    p.wellbeing.contagion = 0.02;
    p.professional.dependency = 0.3;
    p.professional.crisis_calls = 0.5;
    p.funding.official_exit = 1;
    return p;
}

/// Parameters that one neighbourhood by itself cannot show, and why.
const std::set<std::string> seen_elsewhere{
    // What crosses borders is seen in a study of several neighbourhoods: test_municipality.cpp,
    // test_country.cpp.
    "exchange.moves_within", "exchange.municipality_residents", "exchange.kin_across", "exchange.help_across",
    "exchange.tie_survives_from", "exchange.tie_ends_below", "exchange.contact_across",
    "exchange.regional_care", "exchange.moves_between", "exchange.moves_distance",
    "exchange.municipality_distance",
    // What the balance of money reads, and no life: test_money_balance.cpp, test_prices.cpp.
    "care.cashable_municipality", "care.cashable_insurers", "care.cashable_state", "care.cashable_after",
    "funding.discount_rate",
    // What only the pattern survey asks: see the test below.
    "survey.contact_hours",
    // What only trials ask and do: test_trial_scales.cpp, test_trial_replay.cpp.
    "survey.ucla_some", "survey.ucla_often", "survey.ucla_slope", "survey.distress_noise",
    "survey.distress_mood", "meeting_place.start_assigned", "support.handover_planned", "funding.euro_relief",
    // Cores here are large or absent: test_switches_help.cpp.
    "help.initiative_core", "help.initiative_end_thin",
    // Initiatives are seldom born here while leaders are there: test_training_and_leaders.cpp.
    "funding.leaders_birth",
    // Read where form_effects is off: test_world.cpp.
    "funding.neutral_reporting_share",
    // What differs between sets of assumptions: test_impute_figures.cpp.
    "population.imputation_spread",
    // Partners seek so much contact that their tie hardly ever fades; see the test below.
    "network.halflife_partner"};

}  // namespace

TEST_CASE(
    "every parameter has an effect: another value inside its range changes what happens or what is measured",
    "[long]") {
    const Parameters usual = a_lively_world();
    std::vector<std::uint64_t> expected;
    {
        Buurt buurt(usual);
        for (int month = -1; month < months; ++month) expected.push_back(buurt.look(month));
    }
    Parameters lively = usual;
    const auto table = table_of(lively);
    for (const auto& row : table.rows()) {
        if (seen_elsewhere.contains(row.name)) continue;
        bool seen = false;
        // The end of the range that is farther from the usual value, then the other.
        const double value = *row.value;
        const bool low_first = value - row.range.low > row.range.high - value;
        for (const bool low : {low_first, !low_first}) {
            Parameters changed = usual;
            const auto other = table_of(changed);
            *other.find(row.name)->value = low ? row.range.low : row.range.high;
            Buurt buurt(changed);
            for (int month = -1; month < months && !seen; ++month)
                seen = buurt.look(month) != expected[static_cast<std::size_t>(month + 1)];
            if (seen) break;
        }
        INFO(row.name);
        CHECK(seen);
    }
}

TEST_CASE("the parameters that are left out of that are declared") {
    Parameters p;
    const auto table = table_of(p);
    for (const auto& name : seen_elsewhere) {
        INFO(name);
        CHECK(table.find(name) != nullptr);
    }
}

TEST_CASE("the tie of partners fades by its own half-life where little contact carries little") {
    const auto after_a_year = [](double halflife) {
        SmallWorld world(2);
        world.p.network.want_partner = 5;
        world.p.network.carried_by_contact = 0.1;  // 5 h a month carry 50 of 400
        world.p.network.halflife_partner = halflife;
        world.marry(0, 1);
        for (int month = 0; month < 12; ++month) world.step(month);
        return world.hours(0, 1);
    };
    CHECK(after_a_year(240) > after_a_year(24));
    CHECK(after_a_year(24) > 50.0F);
}

TEST_CASE("weekly contact with family and friends, as the pattern survey asks, reads its own parameters") {
    Buurt buurt{Parameters{}};
    for (int month = -1; month < 12; ++month) static_cast<void>(buurt.look(month));
    const auto answers = [&](const char* parameter, double factor) {
        Parameters p;
        const auto table = table_of(p);
        if (parameter != nullptr) *table.find(parameter)->value *= factor;
        SurveyCounts counts;
        const auto& r = buurt.neighbourhood().residents;
        for (std::size_t i = 0; i < r.rows(); ++i)
            if (const ResidentId who{static_cast<std::uint16_t>(i)};
                r.present[who] && r.dwelling[who].exists())
                count_network(buurt.neighbourhood(), who, p, counts);
        return std::pair{counts[asked::weekly_family].of, counts[asked::weekly_friends].of};
    };
    const auto [family, friends] = answers(nullptr, 1);
    CHECK(answers("wellbeing.family_hours", 0.5).first < family);
    CHECK(answers("wellbeing.family_hours", 0.5).second == friends);
    CHECK(answers("wellbeing.outside_age", 2).first == family);
    CHECK(answers("wellbeing.outside_age", 2).second < friends);
    CHECK(answers("survey.contact_hours", 2).first < family);
    CHECK(answers("survey.contact_hours", 2).second < friends);
}

}  // namespace weefsel::test_every_parameter
