#include "app/check/check_text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "app/check/line_text.hpp"
#include "app/terminal/speech.hpp"
#include "app/terminal/texts.hpp"
#include "models/question/scenario_names.hpp"
#include "models/scenario/shock_plan.hpp"
#include "sim/parallel.hpp"

namespace weefsel::app {
namespace {

/// For the estimate of time only: residents that one core simulates for one month in a second.
constexpr double resident_months_a_second = 1.3e6;

/// How much is told.
struct Told {
    bool blank_lines = true;          ///< between the parts
    std::size_t neighbourhoods = 20;  ///< one by one
    bool filled = true;               ///< what the figures lacked
    bool terms = true;                ///< of the lines of money
};
constexpr Told everything{true, std::numeric_limits<std::size_t>::max()};
/// Less and less of it.
constexpr std::array<Told, 4> shorter{{{}, {false}, {false, 3, false}, {false, 3, false, false}}};

double residents_of(const Scenario& s) {
    double residents = 0;
    for (const auto& n : s.neighbourhoods) residents += n.residents;
    return residents;
}

std::string head_text(const Scenario& s, const Speech& say) {
    const auto& title = say.dutch() ? s.title_nl : s.title;
    const auto& question = say.dutch() ? s.question_nl : s.question;
    std::string out = title.empty() ? "" : title + "\n";
    if (!question.empty()) out += wrapped(question, page_width - 2, "  ") + "\n";
    const auto count = [&](int n, const Counted& what) {
        return say.counted(static_cast<std::size_t>(n), what);
    };
    return out + say("{}, {} na {} aanloop, {}, {}\n", "{}, {} after {} of warm-up, {}, {}\n",
                     say.counted(s.options.size(), noun::option), count(s.years, noun::year),
                     count(s.warmup_years, noun::year), count(s.replicates, noun::replicate),
                     count(s.draws, noun::draw));
}

std::string neighbourhoods_text(const Scenario& s, const Told& told, const Speech& say) {
    std::string out =
        say("\n{}, {} inwoners\n", "\n{}, {} residents\n",
            say.counted(s.neighbourhoods.size(), noun::neighbourhood), say.fixed(residents_of(s)));
    for (std::size_t i = 0; i < std::min(s.neighbourhoods.size(), told.neighbourhoods); ++i) {
        const auto& n = s.neighbourhoods[i];
        const std::string code =
            n.code.empty() || n.name.find(n.code) != std::string::npos ? "" : " (" + n.code + ")";
        out += say("  {}{}: {} inwoners, {} huishoudens, {} woningen\n",
                   "  {}{}: {} residents, {} households, {} dwellings\n", n.name, code,
                   say.fixed(n.residents), say.fixed(n.households), say.fixed(n.dwellings));
        if (!told.filled && !n.filled.empty())
            out += say("    aangevuld: {}; --all\n", "    filled: {}; --all\n",
                       say.counted(n.filled.size(), noun::figure));
        for (std::size_t k = 0; told.filled && k < n.filled.size(); ++k) {
            const auto& f = n.filled[k];
            out += say("    aangevuld: {}\n", "    filled: {}\n", say.dutch() ? f.nl : f.en);
        }
    }
    if (s.neighbourhoods.size() > told.neighbourhoods)
        out += say("  en nog {}\n", "  and {} more\n", s.neighbourhoods.size() - told.neighbourhoods);
    return out;
}

std::string options_text(const Scenario& s, const Told& told, const Speech& say) {
    const auto lines = [&](const std::vector<FundingLine>& all) {
        std::string out;
        for (const auto& line : all) out += line_text(line, s.parameters, told.terms, say);
        return out.empty() ? say("    geen geldlijnen\n", "    no lines\n") : out;
    };
    std::string out =
        say("\nbeleid van nu, tijdens de aanloop\n", "\npresent policy, through the warm-up\n") +
        lines(s.present);
    for (const auto& o : s.options) {
        out += say("\noptie \"{}\"{}\n", "\noption \"{}\"{}\n", o.name,
                   o.name == s.reference ? say(" (vergelijking)", " (reference)") : std::string());
        out += lines(o.lines) + deeds_text(o, say);
    }
    return out;
}

/// What a shock does, and to whom, as the model will take it.
std::string shock_does(const Scenario& s, const Shock& shock, const Speech& say) {
    const auto falls = falls_to(shock, s.neighbourhoods);
    const auto all = say.fixed(std::accumulate(falls.begin(), falls.end(), 0));
    const std::string where = shock.neighbourhood.empty() ? "" : " in " + shock.neighbourhood;
    const auto size = say.percent(shock.size);
    switch (shock.kind) {
        case ShockKind::pandemic:
            return say(
                "{} % van de openingsuren dicht, {} % van het bezoek thuis valt weg",
                "{} % of opening hours closed, {} % of private visits given up", size,
                say.percent(shock.visits_limited.value_or(shock.size * s.parameters.shock.pandemic_visits)));
        case ShockKind::energy_crisis:
            return say("onzekerheid {} % hoger van wat er tot 1 over is, een uur in een gebouw {} % duurder",
                       "insecurity up by {} % of what is left to 1, an hour in a building {} % dearer", size,
                       say.percent(shock.size * s.parameters.shock.energy_place_cost));
        case ShockKind::austerity:
            return say("{} % van elke geldlijn af", "{} % of every line cut", size);
        case ShockKind::refugees:
            return say("{} mensen komen erbij{}", "{} persons come{}", all, where);
        case ShockKind::new_estate:
            return say("{} woningen gebouwd{}", "{} dwellings built{}", all, where);
        case ShockKind::new_council: {
            const auto& f = s.parameters.funding;
            return say(
                "elke {} jaar een nieuwe raad: {} % van de geoormerkte lijnen die aan verlenging toe zijn "
                "krijgt een "
                "ander doel, {} % van die midden in een subsidie; {} % van de lijnen wordt beoordeeld",
                "a new council every {} years: {} % of earmarked lines up for renewal get another goal, {} % "
                "of "
                "those in the middle of a grant; {} % of lines reviewed",
                say.general(static_cast<double>(shock.every_months) / sim::months_per_year), size,
                say.percent(shock.size * f.council_within), say.percent(shock.size * f.council_review));
        }
        case ShockKind::count:
            break;
    }
    return {};
}

std::string shock_name(ShockKind kind, const Speech& say) {
    constexpr std::array<const char*, static_cast<std::size_t>(ShockKind::count)> in_dutch{
        "pandemie", "energiecrisis", "bezuiniging", "vluchtelingen", "nieuwe wijk", "nieuwe raad"};
    return say.dutch() ? in_dutch[static_cast<std::size_t>(kind)] : word_of(kind, shock_names);
}

std::string shocks_text(const Scenario& s, const Speech& say) {
    std::string out =
        s.shocks.empty() ? "" : say("\nschokken, in elke optie\n", "\nshocks, in every option\n");
    for (const auto& shock : s.shocks) {
        const auto year = say.general(static_cast<double>(shock.first_month) / sim::months_per_year);
        const auto when = shock.onset_chance ? say("met een kans van {} % per jaar vanaf jaar {}",
                                                   "with a chance of {} % a year from year {} on",
                                                   say.percent(*shock.onset_chance), year)
                                             : say("vanaf jaar {}", "from year {} on", year);
        out += say("  {}: {}, {} maanden: {}\n", "  {}: {}, {} months: {}\n", shock_name(shock.kind, say),
                   when, shock.months, shock_does(s, shock, say));
    }
    return out;
}

std::string trends_text(const Scenario& s, const Speech& say) {
    std::string out = s.trends.empty() ? "" : say("\ntrends, in elke optie\n", "\ntrends, in every option\n");
    for (const auto& trend : s.trends)
        out += say("  {}: {} % per jaar\n", "  {}: {} % a year\n", trend.parameter,
                   (trend.a_year > 0 ? "+" : "") + say.percent(trend.a_year));
    return out;
}

/// How far an option is from the reference in one kind of money.
std::string beside_reference(const OptionMoney& option, const OptionMoney& reference, EqualMoney by,
                             const Speech& say) {
    const auto factor = equal_factor(option, reference, by);
    if (!factor || !(*factor > 0)) return "";
    const auto share = say.fixed(100 / *factor, 1), times = say.fixed(*factor, 4);
    return by == EqualMoney::net
               ? say("    netto {} % van de vergelijking; met factor {} op euro_year gelijk\n",
                     "    net {} % of the reference; factor {} on its euro_year would make it equal\n", share,
                     times)
               : say("    toegekend {} % van de vergelijking; met factor {} op euro_year gelijk\n",
                     "    granted {} % of the reference; factor {} on its euro_year would make it equal\n",
                     share, times);
}

std::string equal_money_text(EqualMoney held_equal, const Speech& say) {
    switch (held_equal) {
        case EqualMoney::net:
            return say("  gevraagd: netto (toegekend min teruggegeven) binnen 1 % gelijk\n",
                       "  asked: net (granted minus returned) the same within 1 %\n");
        case EqualMoney::budget:
            return say("  gevraagd: toegekend geld binnen 1 % gelijk (equal_money = \"budget\")\n",
                       "  asked: granted money the same within 1 % (equal_money = \"budget\")\n");
        case EqualMoney::no:
            break;
    }
    return say("  evenveel geld is niet gevraagd (equal_money = false)\n",
               "  equal money is not asked for (equal_money = false)\n");
}

std::string money_text(const Scenario& s, const std::vector<OptionMoney>& expected, const Speech& say) {
    std::string out =
        say("\nverwacht geld over de jaren van het scenario, contante waarde bij {} % per jaar\n",
            "\nexpected money over the scenario's years, present value at {} % a year\n",
            say.percent(s.parameters.funding.discount_rate));
    const auto* reference = money_reference(s, expected);
    for (const auto& m : expected) {
        if (m.exempt) {
            out += say("  {}: geen geldlijnen, telt niet mee\n", "  {}: no lines, exempt\n", m.name);
            continue;
        }
        out += say("  {}: toegekend {}, teruggegeven {}, netto {} euro\n",
                   "  {}: granted {}, returned {}, net {} euro\n", m.name, say.fixed(m.money.granted),
                   say.fixed(m.money.returned), say.fixed(m.net()));
        if (reference != nullptr && reference != &m)
            out += beside_reference(m, *reference, EqualMoney::net, say) +
                   beside_reference(m, *reference, EqualMoney::budget, say);
        out += say("    {} directe uren per 100 toegekende euro's\n",
                   "    {} direct hours per 100 euro granted\n", say.fixed(100 * m.hours_per_euro(), 2));
        const bool varies = std::any_of(s.options.begin(), s.options.end(), [&](const Option& o) {
            return o.name == m.name && o.finance.acts();
        });
        if (varies)
            out += say(
                "    zonder wat tekorten, besparingen en verschoven zorggeld eraan veranderen; zie /money "
                "in de resultaten\n",
                "    before what deficits, savings and moved care money change; see /money of the "
                "results\n");
    }
    return out + equal_money_text(s.equal_money, say);
}

std::string time_text(const Scenario& s, int asked_threads, const Speech& say) {
    const auto options = static_cast<double>(s.options.size()) + (s.option_without_lines() ? 0 : 1);
    const double months = s.warmup_months() + options * s.months();
    const int threads = asked_threads > 0 ? asked_threads : sim::available_threads();
    const double seconds =
        residents_of(s) * months * s.replicates * s.draws / resident_months_a_second / threads;
    return say("\ngeschatte tijd van `weefsel compare`: ongeveer {} op {}\n",
               "\nestimated time of `weefsel compare`: about {} on {}\n", say.duration(std::ceil(seconds)),
               say.counted(static_cast<std::size_t>(threads), noun::thread));
}

/// The parts of the text, each with a blank line before it or none.
struct Parts {
    std::string before, options, after;  ///< what is cut last, first, and second

    Parts(const Scenario& s, const std::vector<OptionMoney>& expected, int threads, const Told& told,
          const Speech& say)
        : before(apart(head_text(s, say) + neighbourhoods_text(s, told, say), told)),
          options(apart(options_text(s, told, say), told)),
          after(apart(shocks_text(s, say) + trends_text(s, say) + money_text(s, expected, say) +
                          time_text(s, threads, say),
                      told)) {}
    [[nodiscard]] std::string text() const { return before + options + after; }

private:
    static std::string apart(std::string text, const Told& told) {
        if (told.blank_lines) return text;
        if (!text.empty() && text.front() == '\n') text.erase(0, 1);
        for (auto at = text.find("\n\n"); at != std::string::npos; at = text.find("\n\n")) text.erase(at, 1);
        return text;
    }
};

/// Without its last lines, as many as are too many, and with how many went.
std::string cut(const std::string& text, std::size_t too_many, const Speech& say) {
    const auto all = lines_in(text), gone = std::min(all, too_many + 1);
    if (too_many == 0 || all < 2) return text;
    std::size_t end = 0;
    for (std::size_t line = 0; line < all - gone; ++line) end = text.find('\n', end) + 1;
    return text.substr(0, end) + say("    en nog {} regels: --all\n", "    and {} more lines: --all\n", gone);
}

}  // namespace

std::string check_text(const Scenario& scenario, const std::vector<OptionMoney>& expected, int threads,
                       analysis::Reading language) {
    return Parts(scenario, expected, threads, everything, Speech(language)).text();
}

std::string short_check_text(const Scenario& scenario, const std::vector<OptionMoney>& expected, int threads,
                             analysis::Reading language) {
    const Speech say(language);
    for (const auto& told : shorter) {
        const auto text = Parts(scenario, expected, threads, told, say).text();
        if (lines_in(text) <= check_lines) return text;
    }
    Parts parts(scenario, expected, threads, shorter.back(), say);
    const auto too_many = [&] {
        const auto lines = lines_in(parts.text());
        return lines > check_lines ? lines - check_lines : 0;
    };
    parts.options = cut(parts.options, too_many(), say);
    parts.after = cut(parts.after, too_many(), say);
    return parts.text();
}

}  // namespace weefsel::app
