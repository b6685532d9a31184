#pragma once
#include <string>

#include "switch_table.hpp"

namespace weefsel {

// What parameters and terms of lines have in common: columns that they write, and months in which they act.
inline const std::string hours = "post.direct_hours post.reporting_hours";
inline const std::string size_of_lines =
    "line.scale line.granted line.spent line.returned line.held line.contracting post.fte post.paid_fte "
    "post.saved place.funded_hours place.support_hours place.quality " +
    hours;
inline const std::string reach =
    "resident.bond resident.bond_months resident.known_post resident.last_reached resident.support_hours "
    "resident.institutional_trust resident.insecurity resident.signal resident.invited month.proposals "
    "post.caseload resident.coping resident.trajectory_left resident.trajectory_post month.groups "
    "month.company";
inline const std::string selected_bids =
    "place.quality line.quality_now line.bids line.rank line.ranks line.own_share line.followed";
inline const std::string division =
    reach + " resident.trust place.paid_host_hours place.youth_host_hours month.work_done month.voice";
inline void an_end_is_near(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    auto& l = m.n.lines;
    for (std::size_t k = 0; k < l.rows(); ++k) {
        const LineId line{static_cast<std::uint8_t>(k)};
        l.term[line] = 24;
        l.month_of_term[line] = 20;
        l.renewal[line] = 0.5F;
        l.notice[line] = 0;
    }
}

inline void grants_end(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (auto& months : m.n.lines.ends_in) months = 0;
}

inline void prices_have_risen(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (auto& months : m.n.lines.term) months = 120;
    for (auto& months : m.n.lines.month_of_term) months = 40;
    for (auto& share : m.n.lines.indexation) share = 0.5F;
}

inline void tenders(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (auto& phase : m.n.lines.phase) phase = LinePhase::gap;
    for (auto& left : m.n.lines.gap_left) left = 0;
}

inline void money_is_left(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (auto& saved : m.n.posts.saved) saved = sim::Euros::of(5000);
    for (auto& carries : m.n.lines.carries) carries = 1;
}

}  // namespace weefsel
