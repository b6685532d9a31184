#include "models/study/form_mechanisms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "models/parameters/parameters.hpp"
#include "models/process/funding/bundles.hpp"
#include "models/question/scenario_names.hpp"
#include "sim/enum_name.hpp"
#include "sim/error.hpp"

namespace weefsel {
namespace {

using enum Favours;

/// What is said of one number in three columns.
struct Said {
    std::string grade, range, stated;
};

/// Terms that are one of two words; their bundles are assumptions.
Said said_of_words(const std::array<std::string_view, 2>& names, std::size_t for_structural,
                   std::size_t for_project) {
    return {std::string(sim::to_string(sim::Evidence::assumption)), fmt::format("{}, {}", names[0], names[1]),
            fmt::format("{} / {}", names[for_structural], names[for_project])};
}

Said said_of(std::string_view number, const sim::ParameterTable& parameters) {
    if (number == "pot")
        return said_of_words(pot_names, static_cast<std::size_t>(structural_pot),
                             static_cast<std::size_t>(project_pot));
    if (number == "unspent")
        return said_of_words(unspent_names, static_cast<std::size_t>(structural_unspent),
                             static_cast<std::size_t>(project_unspent));
    for (const auto& d : terms_declared)
        if (d.name == number)
            return {std::string(sim::to_string(d.source.grade)),
                    fmt::format("{} to {}", d.range.low, d.range.high),
                    fmt::format("{} / {}", d.structural, d.project)};
    const auto* p = parameters.find(std::string(number));
    sim::require(p != nullptr, "a mechanism names numbers that are declared");
    return {std::string(sim::to_string(p->source.grade)),
            fmt::format("{} to {}", p->range.low, p->range.high), fmt::format("{}", p->default_value)};
}

}  // namespace

const std::vector<FormMechanism>& form_mechanisms() {
    static const std::vector<FormMechanism> all{
        {"Professionals leave sooner before an end that nobody has decided on; a longer term has fewer ends.",
         structural,
         {"term_months", "professional.exit_before_end", "professional.exit_window_months"}},
        {"After a grant that was not renewed nobody is paid: hours are lost and people go.",
         structural,
         {"renewal", "gap_months"}},
        {"A post without anybody stays empty after a tender, and after each leaver.",
         structural,
         {"start_up_months", "professional.vacancy_months"}},
        {"A new worker has yet to learn the neighbourhood.",
         structural,
         {"professional.learning_months", "professional.learning_start"}},
        {"A professional who leaves takes bonds and trust along.",
         structural,
         {"professional.handover_share", "support.handover_lapsed", "support.interrupted",
          "professional.trust_loss_on_leave", "professional.neighbour_trust_loss_on_leave"}},
        {"Notice leaves time before a cut or an end takes effect, and brings the decision forward.",
         structural,
         {"notice_months", "funding.decision_lead_months", "funding.reasonable_notice_months"}},
        {"Hours for bids and accountability are no hours for residents, and rules cost volunteers.",
         structural,
         {"reporting_share", "help.volunteer_paper"}},
        {"A grant that does not follow prices buys less each year until the next.",
         structural,
         {"indexation", "funding.price_rise"}},
        {"Tenders and contracts cost money on top of the grant.",
         structural,
         {"funding.tender_cost", "funding.renewal_cost"}},
        {"Trust between municipality and organisation grows under contract and falls at a tender; it fills "
         "vacancies and passes on needs.",
         structural,
         {"funding.trust_months", "funding.trust_lost_at_tender", "funding.trust_hiring",
          "funding.trust_referral"}},
        {"Municipality and organisation that trust each other learn together what works.",
         structural,
         {"funding.learning_together"}},
        {"A review stops what seems weak, and a new activity is tried.",
         project,
         {"review", "funding.quality_spread", "funding.review_noise", "funding.review_bar"}},
        {"What a review finds to work better replaces what it stops.", project, {"funding.scale_up"}},
        {"Better activities are renewed more often.", project, {"funding.renewal_merit"}},
        {"A tender takes the best seen of several bids.", project, {"funding.bids"}},
        {"A new grant looks anew at where need is, and that knowledge ages.",
         project,
         {"funding.aim_renewal", "funding.aim_months"}},
        {"What is new is done with more zeal.", project, {"funding.effort_new", "funding.effort_months"}},
        {"Where renewal is certain, effort slackens.", project, {"funding.slack", "funding.slack_months"}},
        {"Work that is earmarked for one goal is more effective for it.", project, {"professional.focus"}},
        {"A task that ends attracts volunteers who want no lasting tie; as many stop with it.",
         project,
         {"help.volunteer_one_off", "help.volunteer_one_off_months"}},
        {"A client held long by one worker learns less to do without.",
         project,
         {"professional.dependency", "professional.dependency_from"}},
        {"A civil servant or manager who leaves takes partnership trust along, more where more was built.",
         project,
         {"funding.official_exit", "funding.official_takes"}},
        {"A new council gives earmarked lines another goal, those that are up for renewal first; work of "
         "another "
         "kind begins on them.",
         structural,
         {"funding.council_within"}},
        {"A line that runs on puts a share of its hours to something new each year, and keeps what works.",
         structural,
         {"funding.innovation_start"}},
        {"In a crisis one pot turns group work into visits and calls at once, an earmarked line only as its "
         "goal "
         "allows.",
         structural,
         {"professional.crisis_calls", "professional.crisis_calls_earmarked"}},
        {"An earmark reserves hours for its group; one pot divides them anew each month, by need or by who "
         "is "
         "heard.",
         either,
         {"pot", "professional.one_pot_voice", "professional.redivision_most"}},
        {"Unspent money becomes extra hours, or goes back and makes the grant cheaper.",
         either,
         {"unspent", "funding.carry_use"}},
        {"Every line may be cut, and keeps what is left.", either, {"cut_hazard", "funding.cut_depth"}},
        {"The last months before a decision bring effort to be renewed, or are lost to uncertainty.",
         either,
         {"funding.effort_deadline"}},
        {"Accounting for results sharpens the work, or hollows it out.", either, {"funding.accounting"}},
        {"Other lines follow the best of what was reviewed: reviews find it, lasting lines keep it.",
         either,
         {"funding.spill_over"}},
        {"A new council has lines reviewed, whatever their terms.", either, {"funding.council_review"}},
        {"An independent connector builds the trust that a tender costs, or adds to what is there.",
         either,
         {"funding.connector_trust"}},
    };
    return all;
}

const std::vector<std::string_view>& alike_for_all_forms() {
    static const std::vector<std::string_view> all{"funding.form_effects",
                                                   "funding.policy_effects",
                                                   "funding.euro_relief",
                                                   "funding.discount_rate",
                                                   "funding.neutral_reporting_share",
                                                   "funding.trust_start",
                                                   "funding.reorganisation_break",
                                                   "funding.cost_opbouwwerker",
                                                   "funding.cost_jongerenwerker",
                                                   "funding.cost_maatschappelijk_werker",
                                                   "funding.cost_sociaal_werker",
                                                   "funding.cost_buurtsportcoach",
                                                   "funding.cost_connector",
                                                   "funding.cost_building_hour",
                                                   "funding.cost_outdoor_hour",
                                                   "funding.cost_support_hour",
                                                   "funding.cost_street_space",
                                                   "funding.cost_square",
                                                   "funding.cost_park",
                                                   "funding.cost_adapted_dwelling",
                                                   "funding.cost_transport",
                                                   "funding.cost_training_hour",
                                                   "funding.cost_network_leader",
                                                   "funding.adapting_months",
                                                   "funding.leaders_ask",
                                                   "funding.leaders_birth",
                                                   "funding.leaders_halfway",
                                                   "funding.leaders_last",
                                                   "funding.space_halflife",
                                                   "funding.space_months",
                                                   "funding.square_dwellings",
                                                   "funding.training_exit",
                                                   "funding.training_halfway",
                                                   "funding.training_quality"};
    return all;
}

OddTable table_of_mechanisms() {
    OddTable table{{"mechanism", "favours", "numbers", "evidence", "range", "stated value"}, {}, {2}};
    constexpr auto names = sim::enum_names<Favours>();
    Parameters defaults;
    const auto parameters = table_of(defaults);
    for (const auto& mechanism : form_mechanisms()) {
        std::vector<std::string> numbers, grades, ranges, stated;
        for (const auto number : mechanism.numbers) {
            const auto said = said_of(number, parameters);
            numbers.emplace_back(number);
            grades.push_back(said.grade);
            ranges.push_back(said.range);
            stated.push_back(said.stated);
        }
        const auto joined = [](const std::vector<std::string>& cells) {
            return fmt::format("{}", fmt::join(cells, "; "));
        };
        table.rows.push_back({std::string(mechanism.says),
                              std::string(names[static_cast<std::size_t>(mechanism.favours)]),
                              joined(numbers), joined(grades), joined(ranges), joined(stated)});
    }
    return table;
}

}  // namespace weefsel
