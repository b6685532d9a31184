#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/parameters/studies.hpp"
#include "models/world/line_terms.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// One number of a funding line, with its value in both bundles. A scenario may set it apart.
struct TermDeclared {
    std::string_view name;
    double LineTerms::*member;
    sim::Range range;
    std::string_view unit;
    std::string_view prose;
    double structural;
    double project;
    sim::Source source;
};

/// The bundles that `form = "structural"` and `form = "project"` stand for.
inline constexpr std::array<TermDeclared, 9> terms_declared{{
    {"term_months",
     &LineTerms::term_months,
     {1, 480},
     "month",
     "Length of a grant.",
     108,
     24,
     {sim::Evidence::assumption,
      "contracts of 9, 11, even 20 years against one to three years (Movisie, tips of four experts on the "
      "social base)",
      studies::grant_register}},
    {"start_up_months",
     &LineTerms::start_up_months,
     {0, 24},
     "month",
     "From the start of a grant to the first hour of a post without incumbent.",
     3,
     3,
     {sim::Evidence::assumption, "prior: vacancy of 3 months (1-6)", studies::personnel_records}},
    {"notice_months",
     &LineTerms::notice_months,
     {0, 36},
     "month",
     "Between a decision to cut or end and its effect.",
     12,
     0,
     {sim::Evidence::literature,
      "reasonable notice after three years of the same subsidy, of no stated length (Awb 4:51, "
      "pgawb.nl/pg-awb-digitaal/hoofdstuk-4/4-2-subsidies/4-2-6-intrekking-en-wijziging/artikel-451)"}},
    {"renewal",
     &LineTerms::renewal,
     {0, 1},
     "1",
     "Chance that a grant is followed by the next without a gap.",
     1,
     0.6,
     {sim::Evidence::assumption, "prior: 0.6 (0.3-0.9); structural by notice", studies::grant_register}},
    {"gap_months",
     &LineTerms::gap_months,
     {0, 60},
     "month",
     "Months without money after a grant that was not renewed.",
     0,
     4,
     {sim::Evidence::assumption, "prior: 4 (0-8)", studies::grant_register}},
    {"indexation",
     &LineTerms::indexation,
     {0, 1},
     "1",
     "Share of the rise of prices that the grant follows within a term.",
     1,
     0,
     {sim::Evidence::assumption, "structural grants are indexed, project budgets are fixed sums",
      studies::grant_register}},
    {"reporting_share",
     &LineTerms::reporting_share,
     {0, 0.9},
     "1",
     "Share of paid hours for bids and accountability.",
     0.10,
     0.20,
     {sim::Evidence::assumption, "prior: 0.10 and 0.20 (0.05-0.30 both)", studies::time_registration}},
    {"cut_hazard",
     &LineTerms::cut_hazard,
     {0, 1},
     "1/year",
     "Hazard that the line is cut.",
     0.03,
     0.03,
     {sim::Evidence::assumption, "prior: 0.03 (0-0.1), every line", studies::grant_register}},
    {"review",
     &LineTerms::review,
     {0, 1},
     "1/year",
     "Chance that the weakest activity is stopped and drawn anew.",
     0.05,
     0.15,
     {sim::Evidence::assumption, "prior: 0.05 and 0.15 (0-0.3)", studies::grant_register}},
}};

inline constexpr Pot structural_pot = Pot::one;
inline constexpr Pot project_pot = Pot::earmark;
inline constexpr Unspent structural_unspent = Unspent::carry;
inline constexpr Unspent project_unspent = Unspent::give_back;

inline constexpr std::string_view form_structural = "structural";
inline constexpr std::string_view form_project = "project";

/// The terms that a form stands for; nothing for a form that is none.
std::optional<LineTerms> bundle_of(std::string_view form);

}  // namespace weefsel
