#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/decision/answer.hpp"
#include "analysis/decision/findings.hpp"
#include "analysis/decision/wording.hpp"

namespace weefsel::analysis {
namespace {

std::string whole(double value, Reading language) { return number_text(value, 0, language); }

/// `In year 5 the work of ‘A’ met 43 % of ...`.
std::string met_text(const Told& told, const WhomItMet& of, int year, Reading language) {
    const auto& m = of.met;
    const auto mine = option_label(told.names, of.option, language);
    const auto share = percentage_text(m.there > 0 ? m.met / m.there : 0, language);
    if (language == Reading::nl)
        return fmt::format(
            "In jaar {} had het werk van ‘{}’ contact met {} van de {} inwoners van het begin die er nog "
            "zijn ({}), "
            "met {} van hen tien keer of vaker; {} verhuisden of overleden.",
            year, mine, whole(m.met, language), whole(m.there, language), share, whole(m.often, language),
            whole(m.lost, language));
    return fmt::format(
        "In year {} the work of ‘{}’ met {} of the {} residents of the start who are still there ({}), {} of "
        "them "
        "ten times or more; {} moved or died.",
        year, mine, whole(m.met, language), whole(m.there, language), share, whole(m.often, language),
        whole(m.lost, language));
}

/// The dilution sum: what the effect on those met comes to over everybody, beside what came out.
std::string dilution_text(const Told& told, const ReachedEffect& e, Reading language) {
    const auto& observable = told.cube.layout().observables[e.indicator];
    const auto how = shown(observable, told.noticeable, language);
    const auto number = [&](double value) { return difference_text(value, how); };
    if (language == Reading::nl)
        return fmt::format(
            " Volwassenen met contact verschillen in {} met zichzelf zonder dit werk: {}. Te verwachten over "
            "iedereen: "
            "{} van {} = {}; het werd {} (bij wie geen contact had {}).",
            how.name, margin_text(e.effect, how), percentage_text(e.share_met.mean, language),
            number(e.effect.mean), number(e.expected), number(e.came_out.mean), number(e.spill_over.mean));
    return fmt::format(
        " Adults it met differ in {} from themselves without this work: {}. To expect over everybody: {} of "
        "{} = "
        "{}; it came to {} (among those it did not meet {}).",
        how.name, margin_text(e.effect, how), percentage_text(e.share_met.mean, language),
        number(e.effect.mean), number(e.expected), number(e.came_out.mean), number(e.spill_over.mean));
}

std::string needed_text(const Told& told, const ReachedEffect& e, Reading language) {
    const auto& observable = told.cube.layout().observables[e.indicator];
    const bool fewer = e.effect.mean < 0, dutch = language == Reading::nl;
    const auto whom = dutch ? observable.whom_nl : observable.whom_en;
    if (std::isnan(e.number_needed) || whom.empty()) return "";
    const auto n = whole(std::ceil(e.number_needed), language);
    return dutch ? fmt::format(" Op elke {} met contact is er één {} {}.", n, fewer ? "minder" : "meer", whom)
                 : fmt::format(" For every {} it met there is one {} {}.", n, fewer ? "fewer" : "more", whom);
}

std::string sentence_of(const Told& told, const WhomItMet& of, int year, Reading language) {
    auto out = met_text(told, of, year, language);
    if (of.effect) out += dilution_text(told, *of.effect, language) + needed_text(told, *of.effect, language);
    return out;
}

/// Of the finding about the work of an option, else the first headline.
std::size_t indicator_of(const Told& told, const std::vector<Finding>& findings, std::size_t option) {
    for (const auto& f : findings)
        if (f.question == Question::work && f.option == option && f.indicator) return *f.indicator;
    const auto first = headlines(told.cube.layout().observables);
    return first.empty() ? 0 : first.front();
}

std::string risk_text(const Told& told, const WhatCanGoWrong& r, Reading language) {
    const auto mine = option_label(told.names, r.option, language);
    const auto one = [&](const Interval& value) { return number_text(value.mean, 1, language); };
    const int years = told.cube.layout().years();
    if (language == Reading::nl)
        return fmt::format(
            "‘{}’: in {} van de {} jaar is minder dan de helft van het gekochte personeel aan het werk; drie "
            "of meer "
            "zulke jaren in {} van de werelden. {} keer loopt een subsidie af zonder vervolg; {} inwoners "
            "raken de "
            "beroepskracht kwijt met wie zij contact hadden (in een op de tien werelden {} of meer); {} keer "
            "sluit "
            "een plek; {} initiatieven houden op.",
            mine, one(r.short_years), years, percentage_text(r.share_of_worlds, language), one(r.breaks),
            whole(r.bonds_broken.mean, language), whole(r.worst_bonds, language), one(r.closures),
            one(r.initiatives_lost));
    return fmt::format(
        "‘{}’: in {} of {} years less than half of the bought staff is at work; three or more such years in "
        "{} of "
        "the worlds. {} times a grant ends and is not renewed; {} residents lose the professional they were "
        "in "
        "contact with (in one world of ten {} or more); {} times a place closes; {} initiatives end.",
        mine, one(r.short_years), years, percentage_text(r.share_of_worlds, language), one(r.breaks),
        whole(r.bonds_broken.mean, language), whole(r.worst_bonds, language), one(r.closures),
        one(r.initiatives_lost));
}

/// `; in 2.1 years half of the money or more goes to work of the lowest quarter of quality`, and the like.
std::string misfits_text(const WhatCanGoWrong& r, Reading language) {
    const bool dutch = language == Reading::nl;
    constexpr double shown_from = 0.05;  // of what is shown with one decimal
    constexpr double most_contacts = 0.5;
    std::string out;
    const auto one = [&](double value) { return number_text(value, 1, language); };
    if (r.locked_years.mean >= shown_from)
        out += fmt::format(
            fmt::runtime(
                dutch ? " In {} jaar gaat het meeste geld naar activiteiten die bij het slechtste kwart "
                        "van het aanbod horen (drie of meer zulke jaren in {} van de werelden)."
                      : " In {} years most money goes to activities of the lowest quarter of what is "
                        "offered (three or more such years in {} of the worlds)."),
            one(r.locked_years.mean), percentage_text(r.share_locked, language));
    if (r.contacts_away.mean >= most_contacts)
        out += fmt::format(
            fmt::runtime(
                dutch ? " {} van de contacten is met volwassenen die een maand eerder niets nodig hadden."
                      : " {} of the contacts are with adults who needed nothing a month before."),
            percentage_text(r.contacts_away.mean, language));
    if (r.crowded_out.mean >= shown_from)
        out += fmt::format(
            fmt::runtime(dutch ? " {} inwoners raken hun initiatief kwijt doordat het werk het overneemt."
                               : " {} residents lose their initiative because the work takes over."),
            one(r.crowded_out.mean));
    return out;
}

}  // namespace

std::vector<WhomItMet> whom_they_met(const Told& told, const std::vector<Finding>& findings) {
    std::vector<WhomItMet> out;
    const int year = told.cube.layout().years();
    const auto effects = reached_effects(told.cube, told.names);
    for (std::size_t o = 0; o < told.names.options.size(); ++o) {
        const auto met = met_in(told.cube, o, year);
        if (o == told.names.nothing || !met || std::isnan(met->there)) continue;
        auto& of = out.emplace_back(WhomItMet{o, *met, {}, {}});
        const auto indicator = indicator_of(told, findings, o);
        const auto effect = std::find_if(effects.begin(), effects.end(), [&](const ReachedEffect& e) {
            return e.option == o && e.year == year && e.indicator == indicator && !std::isnan(e.effect.mean);
        });
        if (effect != effects.end()) of.effect = *effect;
        of.sentence = {sentence_of(told, of, year, Reading::nl), sentence_of(told, of, year, Reading::en)};
    }
    return out;
}

std::vector<Risk> risks_of(const Told& told) {
    std::vector<Risk> out;
    for (const auto& counts : what_can_go_wrong(told.cube, told.names))
        out.push_back({counts,
                       {risk_text(told, counts, Reading::nl) + misfits_text(counts, Reading::nl),
                        risk_text(told, counts, Reading::en) + misfits_text(counts, Reading::en)}});
    return out;
}

}  // namespace weefsel::analysis
