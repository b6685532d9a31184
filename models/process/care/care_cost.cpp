#include "models/process/care/care_cost.hpp"

#include <cmath>

#include "models/process/care/care.hpp"
#include "models/world/life_table.hpp"
#include "models/world/units.hpp"

namespace weefsel {
namespace {

constexpr float tenths = 10.0F;  // use of hospital is summed in tenths of a contact with the GP
constexpr double months = sim::months_per_year;

std::array<std::uint32_t, oldest_age + 1> hospital_by_age(const CareParameters& p) {
    std::array<std::uint32_t, oldest_age + 1> out{};
    for (std::size_t age = 0; age < out.size(); ++age)
        out[age] =
            static_cast<std::uint32_t>(std::lround(gp_contacts_a_year(static_cast<int>(age), p) * tenths));
    return out;
}

}  // namespace

CareUse use_of(const Residents& r, int from_age, const CareParameters& p) {
    const auto hospital_at = hospital_by_age(p);
    const std::uint32_t* by_age = hospital_at.data();
    const std::size_t n = r.rows();
    const std::uint8_t *present = r.present.data(), *age = r.age.data(), *gp = r.gp_contacts.data(),
                       *used = r.care_use.data();
    const float *given = r.care_given.data(), *volunteers = r.volunteer_hours.data();
    const auto in_quarters = [](float hours) {
        return static_cast<std::uint32_t>(static_cast<std::int32_t>(hours * quarters_an_hour));
    };
    std::uint32_t residents = 0, contacts = 0, hospital = 0, informal = 0, volunteered = 0;
    std::array<std::uint32_t, care_lines> clients{};
#pragma omp simd reduction(+ : residents, contacts, hospital, informal, volunteered)
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t in = static_cast<std::uint32_t>(present[i] != 0) & (age[i] >= from_age);
        residents += in;
        contacts += in * gp[i];
        hospital += in * by_age[std::int32_t{age[i]}];
        informal += in * in_quarters(given[i]);
        volunteered += in * in_quarters(volunteers[i]);
    }
    for (std::size_t line = 0; line < care_lines; ++line) {
        std::uint32_t sum = 0;
#pragma omp simd reduction(+ : sum)
        for (std::size_t i = 0; i < n; ++i)
            sum += ((used[i] >> line) & 1U) &
                   static_cast<std::uint32_t>((present[i] != 0) & (age[i] >= from_age));
        clients[line] = sum;
    }
    CareUse use;
    use.residents = residents;
    use.gp_contacts = contacts;
    use.hospital = hospital;
    use.informal_given = informal;
    use.volunteered = volunteered;
    for (std::size_t line = 0; line < care_lines; ++line) use.clients[line] = clients[line];
    return use;
}

double own_hours_of(const CareUse& use, const CareParameters& p) {
    constexpr double hours = 1.0 / static_cast<double>(quarters_an_hour);
    return hours * (static_cast<double>(use.informal_given) * p.price_informal_hour +
                    static_cast<double>(use.volunteered) * p.price_volunteer_hour);
}

std::array<double, payers> cost_of(const CareUse& use, const CareParameters& p) {
    const double hospital =
        static_cast<double>(use.hospital) / (static_cast<double>(tenths) * p.gp_contacts_mean) / months;
    std::array<double, payers> cost{};
    const auto to = [&](Payer payer) -> double& { return cost[static_cast<std::size_t>(payer)]; };
    to(Payer::insurers) = static_cast<double>(use.gp_contacts) * p.price_gp_contact;
    for (std::size_t k = 0; k < care_lines; ++k) {
        const auto& line = care_lines_declared[k];
        const double years = static_cast<double>(use.clients[k]) / months;
        const double own = line.own != nullptr ? p.*line.own : 0.0;
        to(line.payer) += years * (p.*line.price - own);
        to(Payer::residents) += years * own;
    }
    to(Payer::insurers) += hospital * p.price_hospital;
    to(Payer::residents) += own_hours_of(use, p);
    return cost;
}

double cost_of_youth_care(const Care& care, const CareParameters& p) {
    return care.in_use[static_cast<std::size_t>(CareLine::youth_care)] / months * p.price_youth;
}

void pay_care(const Residents& r, Care& care, const CareParameters& p) {
    auto use = use_of(r, 0, p);
    for (std::size_t line = 0; line < care_lines; ++line) use.clients[line] = care.in_use[line];
    const auto cost = cost_of(use, p);
    for (std::size_t payer = 0; payer < payers; ++payer) care.cost[payer] = sim::Euros::of(cost[payer]);
}

LifeMonth life_of(const Residents& r, std::uint64_t deaths, const CareParameters& p) {
    auto use = use_of(r, old_age, p);
    use.informal_given = use.volunteered = 0;  // hours that elders give are no cost of their care
    LifeMonth life{deaths, cost_of(use, p)};
    for (auto& cost : life.per_elder)
        cost = use.residents > 0 ? cost / static_cast<double>(use.residents) : 0.0;
    return life;
}

std::array<double, payers> care_in_added_life(const LifeMonth& option, const LifeMonth& reference) {
    const double alive = static_cast<double>(reference.deaths) - static_cast<double>(option.deaths);
    std::array<double, payers> cost{};
    for (std::size_t k = 0; k < payers; ++k)
        cost[k] = alive * 0.5 * (option.per_elder[k] + reference.per_elder[k]);
    return cost;
}

double cashed(const std::vector<double>& saving, int year, double share, double after_months) {
    const double then = year - after_months / months;  // year in which it was saved
    const double before = std::floor(then);
    const auto of = [&](double y) { return y < 1 ? 0.0 : saving.at(static_cast<std::size_t>(y) - 1); };
    const double part = then - before;
    return share * (part == 0 ? of(before) : (1 - part) * of(before) + part * of(before + 1));
}

}  // namespace weefsel
