#include "models/measure/survey/survey_counts.hpp"

namespace weefsel {

void add(SurveyCounts& to, const SurveyCounts& more) {
    for (std::size_t k = 0; k < asked::count; ++k) to.share[k].add(more.share[k].of, more.share[k].among);
    for (auto ratio : {&SurveyCounts::admission, &SurveyCounts::gp}) {
        (to.*ratio).over += (more.*ratio).over;
        (to.*ratio).under += (more.*ratio).under;
    }
    for (std::size_t k = 0; k < to.degree.size(); ++k) to.degree[k] += more.degree[k];
    to.adults += more.adults;
    for (std::size_t i = 0; i < composition; ++i)
        for (std::size_t k = 0; k < composition; ++k) to.cross[i][k] += more.cross[i][k];
    for (std::size_t k = 0; k < panel_years.size(); ++k) {
        to.answered_order[k].add(more.answered_order[k]);
        to.state_order[k].add(more.state_order[k]);
    }
    to.posts.insert(to.posts.end(), more.posts.begin(), more.posts.end());
}

}  // namespace weefsel
