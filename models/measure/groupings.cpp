#include "models/measure/indicators.hpp"
#include "models/world/ages.hpp"

namespace weefsel {

const std::vector<Grouping>& groupings() {
    static const std::vector<Grouping> list{
        {"age", {"18-34", "35-49", "50-64", "65-74", "75+"}},
        {"income", {"low", "middle", "high"}},
        {"origin", {"netherlands", "europe", "outside_europe"}},
        {"education", {"low", "middle", "high"}},
    };
    return list;
}

int group_of(const Residents& r, ResidentId who, std::size_t grouping) {
    constexpr int adult = adult_age;
    const int age = r.age[who];
    if (age < adult) return -1;
    switch (grouping) {
        case 0:
            return age < 35 ? 0 : age < 50 ? 1 : age < 65 ? 2 : age < 75 ? 3 : 4;
        case 1:
            return static_cast<int>(r.income[who]);
        case 2:
            return static_cast<int>(r.origin[who]);
        default:
            return static_cast<int>(r.education[who]);
    }
}

}  // namespace weefsel
