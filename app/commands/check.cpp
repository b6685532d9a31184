#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/compare/comparison_json.hpp"
#include "app/compare/prepare.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "models/process/funding/prices.hpp"
#include "models/question/scenario_names.hpp"
#include "models/scenario/shock_plan.hpp"
#include "sim/parallel.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

struct CheckArguments : CommonArguments, ScenarioArguments {};

/// For the estimate of time only: residents that one core lives for one month in a second.
constexpr double resident_months_a_second = 1.3e6;
constexpr std::size_t neighbourhoods_shown = 20;

std::string plural(const Scenario& s) {
    return fmt::format("{}, {} after {} of warm-up, {}, {} of parameters",
                       counted(s.options.size(), "option"),
                       counted(static_cast<std::size_t>(s.years), "year"),
                       counted(static_cast<std::size_t>(s.warmup_years), "year"),
                       counted(static_cast<std::size_t>(s.replicates), "replicate"),
                       counted(static_cast<std::size_t>(s.draws), "draw"));
}

std::string of_neighbourhoods(const Scenario& s) {
    double residents = 0;
    for (const auto& n : s.neighbourhoods) residents += n.residents;
    std::string out = fmt::format("\n{}, {} residents\n", counted(s.neighbourhoods.size(), "neighbourhood"),
                                  with_thousands(residents));
    for (std::size_t i = 0; i < std::min(s.neighbourhoods.size(), neighbourhoods_shown); ++i) {
        const auto& n = s.neighbourhoods[i];
        const std::string code =
            n.code.empty() || n.name.find(n.code) != std::string::npos ? "" : " (" + n.code + ")";
        out += fmt::format("  {}{}: {} residents, {} households, {} dwellings\n", n.name, code,
                           with_thousands(n.residents), with_thousands(n.households),
                           with_thousands(n.dwellings));
        for (const auto& f : n.filled) out += "    filled: " + f + "\n";
    }
    if (s.neighbourhoods.size() > neighbourhoods_shown) {
        out += fmt::format("  and {} more\n", s.neighbourhoods.size() - neighbourhoods_shown);
    }
    return out;
}

/// Public space, and how much of it there is to be improved.
std::string improved(const Purchase& p) {
    const auto units = with_thousands(std::round(p.units));
    switch (p.space) {
        case PublicSpace::street:
            return fmt::format("public space of {:g} % of the streets up by {:g} ({} dwellings)",
                               100 * p.share.value_or(1), p.quality, units);
        case PublicSpace::park:
            return fmt::format("parks up by {:g} ({})", p.quality, units);
        default:
            return fmt::format("squares up by {:g} ({:.3g})", p.quality, p.units);
    }
}

std::string bought(const Purchase& p) {
    switch (p.kind) {
        case Purchase::Kind::post:
            return fmt::format("{:g} fte {}", p.fte, word_of(p.role, role_names));
        case Purchase::Kind::place:
        case Purchase::Kind::support:
            return fmt::format("{}{} {:g} h a week", p.kind == Purchase::Kind::support ? "support of " : "",
                               word_of(p.place, place_names), p.hours_week);
        case Purchase::Kind::public_space:
            return improved(p);
        case Purchase::Kind::adapted_dwellings:
            return fmt::format("{:g} dwellings made fit for old age", p.amount);
        case Purchase::Kind::transport:
            return fmt::format("{:g} rides a week", p.amount);
        case Purchase::Kind::training:
            return fmt::format("{:g} hours of training a worker a year", p.amount);
        case Purchase::Kind::network_leaders:
            return fmt::format("support of {:g} network leaders", p.amount);
        case Purchase::Kind::pay:
            return fmt::format("pay of its workers {:g} % above the tariff", 100 * p.amount);
        case Purchase::Kind::innovation:
            return fmt::format("{:g} % of their hours for something new each year", 100 * p.amount);
        case Purchase::Kind::by_street:
            return fmt::format("hours by street, by its need to the power {:g}", p.amount);
        case Purchase::Kind::count:
            break;
    }
    return {};
}

std::string of_line(const FundingLine& line, const Parameters& parameters) {
    const auto& p = parameters.professional;
    const auto& t = line.terms;
    std::string buys;
    for (const auto& b : line.buys) buys += (buys.empty() ? "" : ", ") + bought(b);
    std::string out = fmt::format(
        "    {}: {} euro a year{}{}\n", line.name,
        with_thousands(line.euro_year.value_or(price_of(line, parameters.funding))),
        line.euro_year ? "" : " (priced from what it buys)",
        (line.form.empty() ? "" : ", " + line.form) +
            (line.divide == Divide::need ? ", divided by need" : "") +
            (line.start_months > 0 ? fmt::format(", from year {:g}", static_cast<double>(line.start_months) /
                                                                         sim::months_per_year)
                                   : ""));
    if (!buys.empty()) out += "      " + wrapped("buys " + buys, 94, "      ") + "\n";
    const std::string terms = fmt::format(
        "term {:g} months, start-up {:g}, notice {:g}, renewal {:g} %, gap {:g} months, indexation {:g} %, "
        "reporting {:g} % of hours, voice {:g} % of direct hours, cut hazard {:g} % a year, review {:g} % a "
        "year, pot {}{}, unspent {}",
        t.term_months, t.start_up_months, t.notice_months, 100 * t.renewal, t.gap_months, 100 * t.indexation,
        100 * t.reporting_share, 100 * line.voice.value_or(p.voice_share), 100 * t.cut_hazard, 100 * t.review,
        word_of(t.pot, pot_names), t.goal == Goal::everyone ? "" : " for " + word_of(t.goal, goal_names),
        word_of(t.unspent, unspent_names));
    return out + "      " + wrapped(terms, 94, "      ") + "\n";
}

/// What an option does besides its lines.
std::string of_deeds(const Option& option) {
    std::string out;
    for (const auto& r : option.reorganisations) {
        std::string places;
        for (std::size_t k = 0; k < place_kinds; ++k)
            if (r.places[k]) places += (places.empty() ? "" : ", ") + std::string(place_names[k]);
        out += fmt::format("    reorganisation from above in year {:g}: {}\n",
                           static_cast<double>(r.month) / sim::months_per_year, places);
    }
    const auto share = [&](double value, const char* text) {
        if (value > 0) out += fmt::format("    {:g} % of {}\n", 100 * value, text);
    };
    share(option.finance.austerity_feedback, "a deficit on care is taken from the lines in the next year");
    share(option.finance.savings_to_front, "a saving on care is given to the lines in the next year");
    share(option.finance.budget_to_front, "the municipality's budget for care is moved to the lines");
    return out;
}

std::string of_options(const Scenario& s) {
    std::string out;
    const auto lines = [&](const std::vector<FundingLine>& all) {
        for (const auto& line : all) out += of_line(line, s.parameters);
        if (all.empty()) out += "    no lines\n";
    };
    out += "\npresent policy, through the warm-up\n";
    lines(s.present);
    for (const auto& o : s.options) {
        out += fmt::format("\noption \"{}\"{}\n", o.name, o.name == s.reference ? " (reference)" : "");
        lines(o.lines);
        out += of_deeds(o);
    }
    return out;
}

/// What a shock does, and to whom, as the model will take it.
std::string shock_does(const Scenario& s, const Shock& shock) {
    const auto percent = [](double share) { return fmt::format("{:g} %", 100 * share); };
    const auto falls = falls_to(shock, s.neighbourhoods);
    const int all = std::accumulate(falls.begin(), falls.end(), 0);
    const std::string where = shock.neighbourhood.empty() ? "" : " in " + shock.neighbourhood;
    switch (shock.kind) {
        case ShockKind::pandemic:
            return fmt::format(
                "{} of opening hours closed, {} of private visits given up", percent(shock.size),
                percent(shock.visits_limited.value_or(shock.size * s.parameters.shock.pandemic_visits)));
        case ShockKind::energy_crisis:
            return fmt::format("insecurity up by {} of what is left to 1, an hour in a building {} dearer",
                               percent(shock.size),
                               percent(shock.size * s.parameters.shock.energy_place_cost));
        case ShockKind::austerity:
            return percent(shock.size) + " of every line cut";
        case ShockKind::refugees:
            return with_thousands(all) + " persons come" + where;
        case ShockKind::new_estate:
            return with_thousands(all) + " dwellings built" + where;
        case ShockKind::new_council:
            return fmt::format(
                "a new council every {:g} years: {} of earmarked lines up for renewal get another goal, "
                "{} of those in the middle of a grant; {} of lines reviewed",
                static_cast<double>(shock.every_months) / sim::months_per_year, percent(shock.size),
                percent(shock.size * s.parameters.funding.council_within),
                percent(shock.size * s.parameters.funding.council_review));
        case ShockKind::count:
            break;
    }
    return {};
}

std::string of_shocks(const Scenario& s) {
    std::string out = s.shocks.empty() ? "" : "\nshocks, in every option\n";
    for (const auto& shock : s.shocks) {
        const double year = static_cast<double>(shock.first_month) / sim::months_per_year;
        const auto when = shock.onset_chance ? fmt::format("with a chance of {:g} % a year from year {:g} on",
                                                           100 * *shock.onset_chance, year)
                                             : fmt::format("from year {:g} on", year);
        out += fmt::format("  {}: {}, {:d} months: {}\n", word_of(shock.kind, shock_names), when,
                           shock.months, shock_does(s, shock));
    }
    return out;
}

std::string of_trends(const Scenario& s) {
    std::string out = s.trends.empty() ? "" : "\ntrends, in every option\n";
    for (const auto& trend : s.trends)
        out += fmt::format("  {}: {:+g} % a year\n", trend.parameter, 100 * trend.a_year);
    return out;
}

std::string of_money(const Scenario& s, const std::vector<OptionMoney>& expected) {
    std::string out =
        fmt::format("\nexpected money over the scenario's years, present value at {:g} % a year\n",
                    100 * s.parameters.funding.discount_rate);
    double reference = 0;
    for (const auto& m : expected) reference = m.name == s.reference && !m.exempt ? m.net() : reference;
    for (const auto& m : expected) {
        if (m.exempt) {
            out += fmt::format("  {}: no lines, exempt\n", m.name);
            continue;
        }
        out +=
            fmt::format("  {}: granted {}, returned {}, net {} euro", m.name, with_thousands(m.money.granted),
                        with_thousands(m.money.returned), with_thousands(m.net()));
        if (reference > 0 && m.net() > 0) {
            out += fmt::format("\n    factor {:.4f} on its euro_year would make it equal to the reference",
                               reference / m.net());
        }
        out += fmt::format("\n    {:.2f} direct hours per 100 euro granted\n", 100 * m.hours_per_euro());
        const bool varies = std::any_of(s.options.begin(), s.options.end(), [&](const Option& o) {
            return o.name == m.name && o.finance.acts();
        });
        if (varies)
            out +=
                "    before what deficits, savings and moved care money change; see /money of the results\n";
    }
    return out + (s.equal_money ? "" : "  equal money is not asked for (equal_money = false)\n");
}

std::string of_time(const CheckArguments& arguments, const Scenario& s) {
    double residents = 0;
    for (const auto& n : s.neighbourhoods) residents += n.residents;
    const auto options = static_cast<double>(s.options.size()) + (s.option_without_lines() ? 0 : 1);
    const double months = s.warmup_months() + options * s.months();
    const double threads = arguments.threads > 0 ? arguments.threads : sim::available_threads();
    const double seconds = residents * months * s.replicates * s.draws / resident_months_a_second / threads;
    return fmt::format("\nestimated time of `weefsel compare`: about {} on {}\n",
                       sim::duration_text(std::ceil(seconds)),
                       counted(static_cast<std::size_t>(threads), "thread"));
}

int run_check(const CheckArguments& arguments) {
    const Scenario scenario = read_scenario_of(arguments);
    const auto problems = check_money_of(arguments, scenario);
    const auto expected = expected_money(over_own_years(arguments, scenario));
    say_seed(arguments, scenario);
    if (arguments.json) {
        put(json_of_check(scenario, expected, problems));
    } else {
        std::string out = scenario.title.empty() ? "" : scenario.title + "\n";
        if (!scenario.question.empty()) out += wrapped(scenario.question, 98, "  ") + "\n";
        out += plural(scenario) + "\n" + of_neighbourhoods(scenario) + of_options(scenario) +
               of_shocks(scenario) + of_trends(scenario) + of_money(scenario, expected) +
               of_time(arguments, scenario);
        put(out);
    }
    say_warnings(arguments, scenario);
    if (!problems.empty()) throw sim::InputError(problems);
    if (!arguments.json && !arguments.quiet) say("This scenario can be run.");
    return exit_done;
}

}  // namespace

void add_check(CommandLine& line) {
    auto [command, arguments] =
        line.add<CheckArguments>("check", "Read and judge a scenario; run nothing",
                                 "  weefsel check scenarios/first-look.toml\n"
                                 "  weefsel check my.toml --set option.structural.line.1.term_months=108",
                                 run_check);
    add_scenario(command, arguments);
}

}  // namespace weefsel::app
