#include "app/check/line_text.hpp"

#include <cmath>

#include "app/terminal/texts.hpp"
#include "models/process/funding/prices.hpp"
#include "models/question/scenario_names.hpp"
#include "sim/month.hpp"

namespace weefsel::app {
namespace {

constexpr std::size_t width = page_width - 6;

double in_years(int months) { return static_cast<double>(months) / sim::months_per_year; }

std::string place_name(PlaceKind kind, const Speech& say) {
    return say.dutch() ? std::string(declared(kind).label_nl) : word_of(kind, place_names);
}

/// Public space, and how much of it there is to be improved.
std::string improved(const Purchase& p, const Speech& say) {
    const auto units = say.fixed(std::round(p.units)), up = say.general(p.quality);
    switch (p.space) {
        case PublicSpace::street:
            return say("openbare ruimte bij {0} % van de straten {1} beter ({2} woningen)",
                       "public space of {0} % of the streets up by {1} ({2} dwellings)",
                       say.percent(p.share.value_or(1)), up, units);
        case PublicSpace::park:
            return say("parken {0} beter ({1})", "parks up by {0} ({1})", up, units);
        default:
            return say("pleinen {0} beter ({1})", "squares up by {0} ({1})", up,
                       say.general(std::round(10 * p.units) / 10));
    }
}

std::string bought(const Purchase& p, const Speech& say) {
    const auto hours = say.general(p.hours_week), amount = say.general(p.amount);
    switch (p.kind) {
        case Purchase::Kind::post:
            return say.general(p.fte) + " fte " +
                   (say.dutch() ? std::string(declared(p.role).in_prose) : word_of(p.role, role_names));
        case Purchase::Kind::place:
            return say("{} {} uur per week", "{} {} h a week", place_name(p.place, say), hours);
        case Purchase::Kind::support:
            return say("steun aan {} {} uur per week", "support of {} {} h a week", place_name(p.place, say),
                       hours);
        case Purchase::Kind::public_space:
            return improved(p, say);
        case Purchase::Kind::adapted_dwellings:
            return say("{} woningen geschikt voor ouderen", "{} dwellings made fit for old age", amount);
        case Purchase::Kind::transport:
            return say("{} ritten per week", "{} rides a week", amount);
        case Purchase::Kind::training:
            return say("{} uur scholing per medewerker per jaar", "{} hours of training a worker a year",
                       amount);
        case Purchase::Kind::network_leaders:
            return say("steun aan {} sleutelfiguren", "support of {} network leaders", amount);
        case Purchase::Kind::pay:
            return say("loon {} % boven het tarief", "pay of its workers {} % above the tariff",
                       say.percent(p.amount));
        case Purchase::Kind::innovation:
            return say("{} % van de uren elk jaar voor iets nieuws",
                       "{} % of their hours for something new each year", say.percent(p.amount));
        case Purchase::Kind::by_street:
            return say("uren per straat, naar de behoefte daar tot de macht {}",
                       "hours by street, by its need to the power {}", amount);
        case Purchase::Kind::count:
            break;
    }
    return {};
}

/// The form, how it is divided and when it begins, each after a comma.
std::string remarks(const FundingLine& line, const Speech& say) {
    std::string out;
    if (!line.form.empty())
        out += ", " + (say.dutch() && line.form == "structural" ? std::string("structureel") : line.form);
    if (line.divide == Divide::need) out += say(", verdeeld naar behoefte", ", divided by need");
    if (line.start_months > 0)
        out += say(", vanaf jaar {}", ", from year {}", say.general(in_years(line.start_months)));
    return out;
}

std::string terms_text(const FundingLine& line, const Parameters& parameters, const Speech& say) {
    const auto& t = line.terms;
    std::string out = say(
        "looptijd {} maanden, opstart {}, opzegtermijn {}, kans op verlenging {} %, gat {} maanden, "
        "indexering {} %, verantwoording {} % van de uren, een stem geven {} % van de directe uren, kans op "
        "een korting {} % per jaar, beoordeling {} % per jaar, ",
        "term {} months, start-up {}, notice {}, renewal {} %, gap {} months, indexation {} %, reporting "
        "{} % of hours, voice {} % of direct hours, cut hazard {} % a year, review {} % a year, ",
        say.general(t.term_months), say.general(t.start_up_months), say.general(t.notice_months),
        say.percent(t.renewal), say.general(t.gap_months), say.percent(t.indexation),
        say.percent(t.reporting_share), say.percent(line.voice.value_or(parameters.professional.voice_share)),
        say.percent(t.cut_hazard), say.percent(t.review));
    out += t.pot == Pot::one ? say("één pot", "pot one") : say("geoormerkt", "pot earmark");
    if (t.goal != Goal::everyone)
        out +=
            say(" voor {}", " for {}", say.dutch() ? word_of(t.goal, goals_nl) : word_of(t.goal, goals_en));
    out += t.unspent == Unspent::carry ? say(", wat overblijft gaat mee", ", unspent carry")
                                       : say(", wat overblijft gaat terug", ", unspent return");
    return out;
}

}  // namespace

std::string line_text(const FundingLine& line, const Parameters& parameters, bool with_terms,
                      const Speech& say) {
    std::string buys;
    for (const auto& b : line.buys) buys += (buys.empty() ? "" : ", ") + bought(b, say);
    std::string out = say(
        "    {}: {} euro per jaar{}{}\n", "    {}: {} euro a year{}{}\n", line.name,
        say.fixed(line.euro_year.value_or(price_of(line, parameters.funding))),
        line.euro_year ? std::string() : say(" (de prijs van wat hij koopt)", " (priced from what it buys)"),
        remarks(line, say));
    if (!buys.empty()) out += "      " + wrapped(say("koopt {}", "buys {}", buys), width, "      ") + "\n";
    if (!with_terms) return out;
    return out + "      " + wrapped(terms_text(line, parameters, say), width, "      ") + "\n";
}

std::string deeds_text(const Option& option, const Speech& say) {
    std::string out;
    for (const auto& r : option.reorganisations) {
        std::string places;
        for (std::size_t k = 0; k < place_kinds; ++k)
            if (r.places[k])
                places += (places.empty() ? "" : ", ") + place_name(static_cast<PlaceKind>(k), say);
        out += say("    reorganisatie van bovenaf in jaar {}: {}\n",
                   "    reorganisation from above in year {}: {}\n", say.general(in_years(r.month)), places);
    }
    const auto& f = option.finance;
    if (f.austerity_feedback > 0)
        out += say("    {} % van een tekort op zorg gaat het jaar erna van de geldlijnen af\n",
                   "    {} % of a deficit on care is taken from the lines in the next year\n",
                   say.percent(f.austerity_feedback));
    if (f.savings_to_front > 0)
        out += say("    {} % van een besparing op zorg gaat het jaar erna naar de geldlijnen\n",
                   "    {} % of a saving on care is given to the lines in the next year\n",
                   say.percent(f.savings_to_front));
    if (f.budget_to_front > 0)
        out += say("    {} % van het zorgbudget van de gemeente gaat naar de geldlijnen\n",
                   "    {} % of the municipality's budget for care is moved to the lines\n",
                   say.percent(f.budget_to_front));
    return out;
}

}  // namespace weefsel::app
