#pragma once
#include <array>

#include "models/parameters/studies.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// What crosses the borders between the neighbourhoods of one study.
struct ExchangeParameters {
    double moves_within = 0.57;
    double moves_between = 0.43;
    double moves_distance = 1.6;
    double municipality_distance = 20;
    double municipality_residents = 52000;
    double kin_across = 0.6;
    double tie_survives_from = 90;
    double tie_ends_below = 50;
    double contact_across = 0.7;
    double help_across = 0.7;
    double regional_care = 1;
};

inline constexpr std::array exchange_declared = [] {
    using P = ExchangeParameters;
    using sim::declare;
    using enum sim::Evidence;
    using namespace studies;
    return std::array{
        declare(
            "moves_within", &P::moves_within, {0, 1}, "1",
            "Share of moves that stay within the municipality; the part that its other neighbourhoods in the "
            "study hold of it goes there. 0: nobody moves within a municipality.",
            {measured,
             "57 % of 1.8 million moves in 2016 "
             "(cbs.nl/nl-nl/achtergrond/2017/47/1-8-miljoen-binnenlandse-verhuizingen-in-2016)"}),
        declare("moves_between", &P::moves_between, {0, 1}, "1",
                "Share of moves that go to another municipality of the country; the part that other "
                "municipalities of the study hold of it, nearer ones more, goes there. It takes codes of the "
                "statistics office, which tell the province. 0: nobody moves between municipalities of the "
                "study.",
                {measured,
                 "767,000 of 1.8 million moves in 2016 "
                 "(cbs.nl/nl-nl/achtergrond/2017/47/1-8-miljoen-binnenlandse-verhuizingen-in-2016)"}),
        declare(
            "moves_distance", &P::moves_distance, {0, 3}, "1",
            "Power by which moves to another municipality of the study fall with distance, taken between "
            "the towns in which the provinces are governed. 0: distance does not matter.",
            {assumption, "as contact does, exponent -1.6 (doi 10.3929/ethz-a-005916565)", linked_registers}),
        declare("municipality_distance", &P::municipality_distance, {5, 60}, "km",
                "Distance of a move to another municipality of the same province, and the least between two "
                "provinces.",
                {assumption, "by hand; a province is some 40 to 90 km across", linked_registers}),
        declare("municipality_residents", &P::municipality_residents, {1000, 1e6}, "1",
                "Residents of a municipality that does not say how many it has.",
                {measured,
                 "17.8 million residents (clo.nl/media/, CBS) in 342 municipalities "
                 "(welingelichtekringen.nl/samenleving/4387543) in 2023"}),
        declare(
            "kin_across", &P::kin_across, {0, 3}, "1",
            "Close kin (parents, grown-up children) of a household elsewhere in its municipality at month 0, "
            "mean; the part that lives in the study is tied.",
            {assumption,
             "85 % of close ties outside the buurt, by hand; how many within the municipality is not known",
             linked_registers}),
        declare(
            "tie_survives_from", &P::tie_survives_from, {10, 400}, "h",
            "Strength from which a tie survives a move to another neighbourhood of the study; kin always.",
            {literature, "friend from 90 h (Hall 2018, doi 10.1177/0265407518761225)"}),
        declare("tie_ends_below", &P::tie_ends_below, {2, 400}, "h",
                "Strength below which a tie across a border becomes an acquaintance.",
                {assumption, "casual friends meet through what they share, and that is the neighbourhood",
                 network_survey}),
        declare(
            "contact_across", &P::contact_across, {0, 1}, "1",
            "Private contact sought across a border, relative to the same tie within one neighbourhood.",
            {assumption,
             "contact falls with distance, exponent -1.6 (doi 10.3929/ethz-a-005916565); factor set by hand",
             contact_diary}),
        declare("help_across", &P::help_across, {0, 1}, "1",
                "Chance that a friend in another neighbourhood helps when nobody nearer did, relative to the "
                "same "
                "friend here; relatives elsewhere are counted by `help.help_outside`. 0: off.",
                {assumption, "as contact_across", network_survey}),
        declare("regional_care", &P::regional_care, {0, 1}, "1",
                "From 0.5: places in residential and mental health care, and one queue for each, are of all "
                "neighbourhoods together. Below: each neighbourhood has its own.",
                {assumption, "Wlz and GGZ are contracted by care office region, Wmo and youth care locally",
                 model_choice}),
    };
}();

}  // namespace weefsel
