#pragma once
#include <array>

#include "sim/parameter.hpp"

namespace weefsel {

/// How people meet at a place of one kind. In the order of PlaceKind.
struct PlaceKindParameters {
    double attraction_buurthuis = 1.4;
    double entry_buurthuis = 0;
    double hours_buurthuis = 1.5;
    double encounters_buurthuis = 1;
    double attraction_buurtkamer = 1.4;
    double entry_buurtkamer = 0;
    double hours_buurtkamer = 1.5;
    double encounters_buurtkamer = 1;
    double attraction_library = 0.2;
    double entry_library = 0.1;
    double hours_library = 0.5;
    double encounters_library = 0.3;
    double attraction_sports_club = 0.9;
    double entry_sports_club = 1;
    double hours_sports_club = 1.5;
    double encounters_sports_club = 1.2;
    double attraction_church = 0;
    double entry_church = 0;
    double hours_church = 1.5;
    double encounters_church = 1;
    double attraction_school_yard = 0.4;
    double entry_school_yard = 0;
    double hours_school_yard = 0.5;
    double encounters_school_yard = 0.8;
    double attraction_park = 0.5;
    double entry_park = 0;
    double hours_park = 0.5;
    double encounters_park = 0.2;
    double attraction_shop = 0.5;
    double entry_shop = 0.3;
    double hours_shop = 0.5;
    double encounters_shop = 0.2;
    double attraction_garden = 0.4;
    double entry_garden = 0;
    double hours_garden = 1.5;
    double encounters_garden = 1;
    double attraction_youth_centre = 1.4;
    double entry_youth_centre = 0;
    double hours_youth_centre = 1.5;
    double encounters_youth_centre = 1;
};

inline constexpr std::array place_kind_declared = [] {
    using P = PlaceKindParameters;
    using D = sim::Declaration<P>;
    constexpr sim::Source worth{sim::Evidence::assumption, "by hand"},
        cost{sim::Evidence::assumption, "by hand: 0 is free, 1 a membership"},
        contact{sim::Evidence::assumption, "0.5 to 2 h by type (MODEL 5.4)"},
        met{sim::Evidence::assumption, "passing encounters in a shop or park, an activity an hour or two"};
    const auto attraction = [&](std::string_view name, double P::*member, std::string_view prose) {
        return D{name, member, {-3, 4}, "1", prose, worth};
    };
    const auto entry = [&](std::string_view name, double P::*member, std::string_view prose) {
        return D{name, member, {0, 1}, "1", prose, cost};
    };
    const auto hours = [&](std::string_view name, double P::*member, std::string_view prose) {
        return D{name, member, {0.1, 8}, "h", prose, contact};
    };
    const auto encounters = [&](std::string_view name, double P::*member, std::string_view prose) {
        return D{name, member, {0, 5}, "1", prose, met};
    };
    return std::array{
        attraction("attraction_buurthuis", &P::attraction_buurthuis,
                   "Worth of going to a buurthuis, apart from all that is valued of the place."),
        entry("entry_buurthuis", &P::entry_buurthuis,
              "What going to a buurthuis costs, in parts of a membership."),
        hours("hours_buurthuis", &P::hours_buurthuis, "Contact of one encounter at a buurthuis."),
        encounters("encounters_buurthuis", &P::encounters_buurthuis,
                   "People met in a session at a buurthuis, against the usual of an activity."),
        attraction("attraction_buurtkamer", &P::attraction_buurtkamer,
                   "Worth of going to a buurtkamer, apart from all that is valued of the place."),
        entry("entry_buurtkamer", &P::entry_buurtkamer,
              "What going to a buurtkamer costs, in parts of a membership."),
        hours("hours_buurtkamer", &P::hours_buurtkamer, "Contact of one encounter at a buurtkamer."),
        encounters("encounters_buurtkamer", &P::encounters_buurtkamer,
                   "People met in a session at a buurtkamer, against the usual of an activity."),
        attraction("attraction_library", &P::attraction_library,
                   "Worth of going to a library, apart from all that is valued of the place."),
        entry("entry_library", &P::entry_library, "What going to a library costs, in parts of a membership."),
        hours("hours_library", &P::hours_library, "Contact of one encounter at a library."),
        encounters("encounters_library", &P::encounters_library,
                   "People met in a session at a library, against the usual of an activity."),
        attraction("attraction_sports_club", &P::attraction_sports_club,
                   "Worth of going to a sports club, apart from all that is valued of the place."),
        entry("entry_sports_club", &P::entry_sports_club,
              "What going to a sports club costs, in parts of a membership."),
        hours("hours_sports_club", &P::hours_sports_club, "Contact of one encounter at a sports club."),
        encounters("encounters_sports_club", &P::encounters_sports_club,
                   "People met in a session at a sports club, against the usual of an activity."),
        attraction("attraction_church", &P::attraction_church,
                   "Worth of going to a place of worship, apart from all that is valued of the place."),
        entry("entry_church", &P::entry_church,
              "What going to a place of worship costs, in parts of a membership."),
        hours("hours_church", &P::hours_church, "Contact of one encounter at a place of worship."),
        encounters("encounters_church", &P::encounters_church,
                   "People met in a session at a place of worship, against the usual of an activity."),
        attraction("attraction_school_yard", &P::attraction_school_yard,
                   "Worth of going to a school yard, apart from all that is valued of the place."),
        entry("entry_school_yard", &P::entry_school_yard,
              "What going to a school yard costs, in parts of a membership."),
        hours("hours_school_yard", &P::hours_school_yard, "Contact of one encounter at a school yard."),
        encounters("encounters_school_yard", &P::encounters_school_yard,
                   "People met in a session at a school yard, against the usual of an activity."),
        attraction("attraction_park", &P::attraction_park,
                   "Worth of going to a park, apart from all that is valued of the place."),
        entry("entry_park", &P::entry_park, "What going to a park costs, in parts of a membership."),
        hours("hours_park", &P::hours_park, "Contact of one encounter at a park."),
        encounters("encounters_park", &P::encounters_park,
                   "People met in a session at a park, against the usual of an activity."),
        attraction("attraction_shop", &P::attraction_shop,
                   "Worth of going to a shop or café, apart from all that is valued of the place."),
        entry("entry_shop", &P::entry_shop, "What going to a shop or café costs, in parts of a membership."),
        hours("hours_shop", &P::hours_shop, "Contact of one encounter at a shop or café."),
        encounters("encounters_shop", &P::encounters_shop,
                   "People met in a session at a shop or café, against the usual of an activity."),
        attraction("attraction_garden", &P::attraction_garden,
                   "Worth of going to a community garden, apart from all that is valued of the place."),
        entry("entry_garden", &P::entry_garden,
              "What going to a community garden costs, in parts of a membership."),
        hours("hours_garden", &P::hours_garden, "Contact of one encounter at a community garden."),
        encounters("encounters_garden", &P::encounters_garden,
                   "People met in a session at a community garden, against the usual of an activity."),
        attraction("attraction_youth_centre", &P::attraction_youth_centre,
                   "Worth of going to a youth centre, apart from all that is valued of the place."),
        entry("entry_youth_centre", &P::entry_youth_centre,
              "What going to a youth centre costs, in parts of a membership."),
        hours("hours_youth_centre", &P::hours_youth_centre, "Contact of one encounter at a youth centre."),
        encounters("encounters_youth_centre", &P::encounters_youth_centre,
                   "People met in a session at a youth centre, against the usual of an activity."),
    };
}();

}  // namespace weefsel
