#include "models/study/menu_items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "models/population/population.hpp"
#include "models/process/funding/prices.hpp"
#include "models/scenario/size_purchases.hpp"
#include "sim/error.hpp"

namespace weefsel {
namespace {

using Kind = Purchase::Kind;

bool buys_posts(const FundingLine& line) {
    return std::any_of(line.buys.begin(), line.buys.end(),
                       [](const Purchase& p) { return p.kind == Kind::post; });
}

FundingLine& line_of(Option& option) {
    const auto found = std::find_if(option.lines.begin(), option.lines.end(), buys_posts);
    return found != option.lines.end() ? *found : option.lines.front();
}

/// A line that buys one thing more: where its money was stated, what all it bought is scaled by stays as it
/// was.
void buy(FundingLine& line, Purchase more, const FundingParameters& p) {
    const double price = price_of(line, p);
    const double scale = line.euro_year && price > 0 ? *line.euro_year / price : 1;
    if (more.kind != Kind::training) more.*declared(more.kind).much /= scale;
    line.buys.push_back(more);
    if (line.euro_year) line.euro_year = scale * price_of(line, p);
}

Purchase purchase(Kind kind, double much) {
    Purchase out;
    out.kind = kind;
    out.*declared(kind).much = much;
    return out;
}

/// Roles that some option or the present buys, and social workers, in the order of Role.
std::vector<Role> roles_on_menu(const Scenario& scenario) {
    std::array<bool, roles> bought{};
    bought[static_cast<std::size_t>(Role::sociaal_werker)] = true;
    const auto note = [&](const std::vector<FundingLine>& lines) {
        for (const auto& line : lines)
            for (const auto& p : line.buys)
                if (p.kind == Kind::post) bought[static_cast<std::size_t>(p.role)] = true;
    };
    note(scenario.present);
    for (const auto& option : scenario.options) note(option.lines);
    std::vector<Role> out;
    for (std::size_t r = 0; r < roles; ++r)
        if (bought[r]) out.push_back(static_cast<Role>(r));
    return out;
}

PlaceKind place_on_menu(const Scenario& scenario) {
    for (const auto& option : scenario.options)
        for (const auto& line : option.lines)
            for (const auto& p : line.buys)
                if (p.kind == Kind::place) return p.place;
    return PlaceKind::buurthuis;
}

double streets_in(const Scenario& scenario) {
    double streets = 0;
    for (const auto& figures : scenario.neighbourhoods)
        streets += streets_of(figures, scenario.parameters.population);
    return streets;
}

/// How much of it there is in the whole study, worked out as for a line that buys it.
Purchase sized(const Purchase& purchase, const Scenario& scenario) {
    Scenario study = scenario;
    study.present.clear();
    study.options.assign(1, {});
    study.options.front().lines.assign(1, {});
    study.options.front().lines.front().buys.push_back(purchase);
    size_purchases(study);
    return study.options.front().lines.front().buys.front();
}

/// Makes items one by one, each from the option as it is.
class MenuOf {
public:
    MenuOf(const Scenario& scenario, std::size_t option)
        : scenario_(scenario), option_(scenario.options.at(option)) {
        sim::require(!option_.lines.empty(), "something can be added to an option with lines");
    }
    std::vector<MenuItem> items;

    template <class Change>
    void add(std::string name, MenuKind kind, std::string nl, std::string en,
             std::vector<std::string_view> rests_on, Change&& change) {
        MenuItem item{std::move(name), kind, std::move(nl), std::move(en), std::move(rests_on), option_};
        item.option.name = item.name;
        item.option.label_nl = item.nl;
        item.option.label_en = item.en;
        change(item.option);
        items.push_back(std::move(item));
    }
    void add_purchase(std::string name, MenuKind kind, std::string nl, std::string en,
                      std::vector<std::string_view> rests_on, const Purchase& more) {
        add(std::move(name), kind, std::move(nl), std::move(en), std::move(rests_on),
            [&](Option& option) { buy(line_of(option), more, scenario_.parameters.funding); });
    }

private:
    const Scenario& scenario_;
    const Option& option_;
};

void add_work(MenuOf& menu, const Scenario& scenario) {
    for (const auto role : roles_on_menu(scenario)) {
        const auto& d = declared(role);
        auto post = purchase(Kind::post, 1);
        post.role = role;
        menu.add_purchase("fte_" + std::string(d.name), MenuKind::work, fmt::format("1 fte {}", d.in_prose),
                          fmt::format("1 fte of {}", d.a_en),
                          d.between_organisations
                              ? std::vector<std::string_view>{"funding.connector_trust"}
                              : std::vector<std::string_view>{"support.emotional", "support.distress"},
                          post);
    }
    constexpr double hours_a_worker = 40;
    menu.add_purchase("training", MenuKind::work, "40 uur scholing per medewerker per jaar",
                      "40 hours of training a worker a year",
                      {"funding.training_quality", "funding.training_exit"},
                      purchase(Kind::training, hours_a_worker));
}

void add_places(MenuOf& menu, const Scenario& scenario) {
    constexpr double hours_a_week = 10;
    auto hours = purchase(Kind::place, hours_a_week);
    hours.place = place_on_menu(scenario);
    const auto& d = place_kinds_declared.at(static_cast<std::size_t>(hours.place));
    menu.add_purchase("opening_hours", MenuKind::places, fmt::format("10 uur per week open: {}", d.the_nl),
                      fmt::format("10 hours a week open: {}", d.the_en), {"company.emotional"}, hours);
}

void add_contract(MenuOf& menu) {
    constexpr double four_years = 48, longest = 480;
    menu.add("contract_years", MenuKind::contract, "contracten die vier jaar langer duren",
             "contracts four years longer", {"professional.exit_before_end", "support.interrupted"},
             [&](Option& option) {
                 for (auto& line : option.lines)
                     line.terms.term_months = std::min(longest, line.terms.term_months + four_years);
             });
}

void add_homes_and_streets(MenuOf& menu, const Scenario& scenario) {
    constexpr double fit_to_meet = 0.3, dwellings = 20;
    auto street = purchase(Kind::public_space, fit_to_meet);
    street.space = PublicSpace::street;
    street.share = 1 / std::max(1.0, streets_in(scenario));
    menu.add_purchase("street", MenuKind::homes_and_streets, "één straat geschikt om elkaar te ontmoeten",
                      "one street made fit to meet in", {"cohesion.nuisance_public_space"},
                      sized(street, scenario));
    menu.add_purchase("adapted_dwellings", MenuKind::homes_and_streets, "20 woningen geschikt voor ouderen",
                      "20 dwellings made fit for old age", {"care.residential_unsuited"},
                      purchase(Kind::adapted_dwellings, dwellings));
}

}  // namespace

bool MenuItem::assumed(Parameters parameters) const {
    const auto table = table_of(parameters);
    return std::all_of(rests_on.begin(), rests_on.end(), [&](std::string_view full_name) {
        const auto* p = table.find(full_name);
        sim::require(p != nullptr, "an item rests on numbers that are declared");
        return p->source.grade == sim::Evidence::assumption;
    });
}

std::vector<MenuItem> menu_items(const Scenario& scenario, std::size_t option) {
    constexpr double leaders = 3;
    MenuOf menu(scenario, option);
    add_work(menu, scenario);
    add_places(menu, scenario);
    add_contract(menu);
    add_homes_and_streets(menu, scenario);
    menu.add_purchase("network_leaders", MenuKind::residents, "steun voor 3 sleutelfiguren in de buurt",
                      "support for 3 network leaders among residents",
                      {"funding.leaders_birth", "funding.leaders_last", "funding.leaders_ask"},
                      purchase(Kind::network_leaders, leaders));
    return std::move(menu.items);
}

}  // namespace weefsel
