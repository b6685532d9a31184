#include "models/world/life_table.hpp"

#include <algorithm>
#include <array>

#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::size_t groups = 22;
constexpr std::array<int, groups> group_start{0,  1,  5,  10, 15, 20, 25, 30, 35, 40, 45,
                                              50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100};
constexpr std::array<float, groups> women{0.00237F, 0.00011F, 0.00005F, 0.00007F, 0.00013F, 0.00017F,
                                          0.00021F, 0.00032F, 0.00049F, 0.00083F, 0.00141F, 0.00219F,
                                          0.00326F, 0.00507F, 0.00807F, 0.01419F, 0.02669F, 0.05270F,
                                          0.10210F, 0.18726F, 0.30807F, 0.46120F};
constexpr std::array<float, groups> men{0.00266F, 0.00012F, 0.00006F, 0.00009F, 0.00025F, 0.00037F,
                                        0.00037F, 0.00045F, 0.00065F, 0.00108F, 0.00191F, 0.00330F,
                                        0.00543F, 0.00887F, 0.01400F, 0.02312F, 0.03978F, 0.07051F,
                                        0.12503F, 0.21765F, 0.33589F, 0.51509F};

// A published rate holds for a group of ages; it is put at the group's middle.
float middle(std::size_t g) {
    constexpr float half_width = 2.5F;
    if (g == 0) return 0.5F;
    if (g == 1) return 3.0F;
    return static_cast<float>(group_start[g]) + half_width;
}

float interpolated(const std::array<float, groups>& rates, int age) {
    if (age <= 0) return rates[0];
    const float at = static_cast<float>(age) + 0.5F;
    if (at >= middle(groups - 1)) return rates[groups - 1];
    std::size_t g = 1;
    while (g + 1 < groups && middle(g + 1) <= at) ++g;
    if (at <= middle(1)) return rates[1];
    const float w = (at - middle(g)) / (middle(g + 1) - middle(g));
    return sim::exp_of((1.0F - w) * sim::log_of(rates[g]) + w * sim::log_of(rates[g + 1]));
}

std::array<std::array<float, oldest_age + 1>, 2> death_table() {
    std::array<std::array<float, oldest_age + 1>, 2> table{};
    for (int age = 0; age <= oldest_age; ++age) {
        table[static_cast<std::size_t>(Sex::female)][age] = interpolated(women, age);
        table[static_cast<std::size_t>(Sex::male)][age] = interpolated(men, age);
    }
    return table;
}

}  // namespace

float death_rate(int age, Sex sex) {
    static const auto table = death_table();
    return table[static_cast<std::size_t>(sex)][static_cast<std::size_t>(std::clamp(age, 0, oldest_age))];
}

float birth_rate(int age) {
    constexpr int first = 15, group_width = 5;
    constexpr float total_fertility = 1.66F;
    constexpr std::array<float, 7> percent{1.14096F,  9.69428F, 30.76807F, 39.08705F,
                                           16.29367F, 2.89608F, 0.11988F};
    if (age < first || age >= first + group_width * static_cast<int>(percent.size())) return 0.0F;
    return total_fertility * percent[static_cast<std::size_t>((age - first) / group_width)] / 100.0F /
           group_width;
}

}  // namespace weefsel
