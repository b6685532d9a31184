#include "models/scenario/provinces.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace weefsel {
namespace {

struct Seat {
    double residents;
    double east, north;  ///< km in the national grid (RD)
};
constexpr std::array<Seat, provinces> seats{{{589e3, 234, 582},
                                             {642e3, 182, 579},
                                             {493e3, 234, 557},
                                             {1166e3, 203, 503},
                                             {433e3, 160, 500},
                                             {2100e3, 190, 444},
                                             {1365e3, 137, 456},
                                             {2895e3, 104, 488},
                                             {3742e3, 82, 455},
                                             {383e3, 32, 392},
                                             {2585e3, 149, 411},
                                             {1117e3, 176, 318}}};

struct Member {
    std::uint16_t municipality;
    Province province;
};
/// The municipalities of 2022 and some that were there shortly before or came in 2023, ascending.
/// Source: CBS, Kerncijfers wijken en buurten 2022; the others by hand.
constexpr std::array municipalities_declared = [] {
    using enum Province;
    return std::to_array<Member>(
        {{3, groningen},        {5, groningen},        {7, groningen},        {9, groningen},
         {10, groningen},       {14, groningen},       {15, groningen},       {17, groningen},
         {18, groningen},       {22, groningen},       {24, groningen},       {25, groningen},
         {34, flevoland},       {37, groningen},       {40, groningen},       {47, groningen},
         {48, groningen},       {50, flevoland},       {53, groningen},       {56, groningen},
         {59, fryslan},         {60, fryslan},         {72, fryslan},         {74, fryslan},
         {80, fryslan},         {85, fryslan},         {86, fryslan},         {88, fryslan},
         {90, fryslan},         {93, fryslan},         {96, fryslan},         {98, fryslan},
         {106, drenthe},        {109, drenthe},        {114, drenthe},        {118, drenthe},
         {119, drenthe},        {141, overijssel},     {147, overijssel},     {148, overijssel},
         {150, overijssel},     {153, overijssel},     {158, overijssel},     {160, overijssel},
         {163, overijssel},     {164, overijssel},     {166, overijssel},     {168, overijssel},
         {171, flevoland},      {173, overijssel},     {175, overijssel},     {177, overijssel},
         {180, overijssel},     {183, overijssel},     {184, flevoland},      {189, overijssel},
         {193, overijssel},     {197, gelderland},     {200, gelderland},     {202, gelderland},
         {203, gelderland},     {209, gelderland},     {213, gelderland},     {214, gelderland},
         {216, gelderland},     {221, gelderland},     {222, gelderland},     {225, gelderland},
         {226, gelderland},     {228, gelderland},     {230, gelderland},     {232, gelderland},
         {233, gelderland},     {243, gelderland},     {244, gelderland},     {246, gelderland},
         {252, gelderland},     {262, gelderland},     {263, gelderland},     {267, gelderland},
         {268, gelderland},     {269, gelderland},     {273, gelderland},     {274, gelderland},
         {275, gelderland},     {277, gelderland},     {279, gelderland},     {281, gelderland},
         {285, gelderland},     {289, gelderland},     {293, gelderland},     {294, gelderland},
         {296, gelderland},     {297, gelderland},     {299, gelderland},     {301, gelderland},
         {302, gelderland},     {303, flevoland},      {307, utrecht},        {308, utrecht},
         {310, utrecht},        {312, utrecht},        {313, utrecht},        {317, utrecht},
         {321, utrecht},        {327, utrecht},        {331, utrecht},        {335, utrecht},
         {339, utrecht},        {340, utrecht},        {342, utrecht},        {344, utrecht},
         {345, utrecht},        {351, utrecht},        {352, utrecht},        {353, utrecht},
         {355, utrecht},        {356, utrecht},        {358, noord_holland},  {361, noord_holland},
         {362, noord_holland},  {363, noord_holland},  {370, noord_holland},  {373, noord_holland},
         {375, noord_holland},  {376, noord_holland},  {377, noord_holland},  {383, noord_holland},
         {384, noord_holland},  {385, noord_holland},  {388, noord_holland},  {392, noord_holland},
         {394, noord_holland},  {396, noord_holland},  {397, noord_holland},  {398, noord_holland},
         {399, noord_holland},  {400, noord_holland},  {402, noord_holland},  {405, noord_holland},
         {406, noord_holland},  {415, noord_holland},  {416, noord_holland},  {417, noord_holland},
         {420, noord_holland},  {431, noord_holland},  {432, noord_holland},  {437, noord_holland},
         {439, noord_holland},  {441, noord_holland},  {448, noord_holland},  {450, noord_holland},
         {451, noord_holland},  {453, noord_holland},  {457, noord_holland},  {473, noord_holland},
         {479, noord_holland},  {482, zuid_holland},   {484, zuid_holland},   {489, zuid_holland},
         {498, noord_holland},  {501, zuid_holland},   {502, zuid_holland},   {503, zuid_holland},
         {505, zuid_holland},   {512, zuid_holland},   {513, zuid_holland},   {518, zuid_holland},
         {523, zuid_holland},   {530, zuid_holland},   {531, zuid_holland},   {532, noord_holland},
         {534, zuid_holland},   {537, zuid_holland},   {542, zuid_holland},   {546, zuid_holland},
         {547, zuid_holland},   {553, zuid_holland},   {556, zuid_holland},   {569, zuid_holland},
         {575, zuid_holland},   {579, zuid_holland},   {589, utrecht},        {590, zuid_holland},
         {597, zuid_holland},   {599, zuid_holland},   {603, zuid_holland},   {606, zuid_holland},
         {610, zuid_holland},   {613, zuid_holland},   {614, zuid_holland},   {622, zuid_holland},
         {626, zuid_holland},   {627, zuid_holland},   {629, zuid_holland},   {632, utrecht},
         {637, zuid_holland},   {638, zuid_holland},   {642, zuid_holland},   {654, zeeland},
         {664, zeeland},        {668, gelderland},     {677, zeeland},        {678, zeeland},
         {687, zeeland},        {703, zeeland},        {715, zeeland},        {716, zeeland},
         {717, zeeland},        {718, zeeland},        {736, utrecht},        {737, fryslan},
         {743, noord_brabant},  {744, noord_brabant},  {748, noord_brabant},  {753, noord_brabant},
         {755, noord_brabant},  {757, noord_brabant},  {758, noord_brabant},  {762, noord_brabant},
         {765, groningen},      {766, noord_brabant},  {770, noord_brabant},  {772, noord_brabant},
         {777, noord_brabant},  {779, noord_brabant},  {784, noord_brabant},  {785, noord_brabant},
         {786, noord_brabant},  {794, noord_brabant},  {796, noord_brabant},  {797, noord_brabant},
         {798, noord_brabant},  {809, noord_brabant},  {815, noord_brabant},  {820, noord_brabant},
         {823, noord_brabant},  {824, noord_brabant},  {826, noord_brabant},  {828, noord_brabant},
         {840, noord_brabant},  {845, noord_brabant},  {847, noord_brabant},  {848, noord_brabant},
         {851, noord_brabant},  {852, noord_holland},  {855, noord_brabant},  {856, noord_brabant},
         {858, noord_brabant},  {861, noord_brabant},  {865, noord_brabant},  {866, noord_brabant},
         {867, noord_brabant},  {873, noord_brabant},  {879, noord_brabant},  {880, noord_holland},
         {882, limburg},        {888, limburg},        {889, limburg},        {893, limburg},
         {899, limburg},        {907, limburg},        {917, limburg},        {928, limburg},
         {935, limburg},        {938, limburg},        {944, limburg},        {946, limburg},
         {957, limburg},        {965, limburg},        {971, limburg},        {981, limburg},
         {983, limburg},        {984, limburg},        {986, limburg},        {988, limburg},
         {994, limburg},        {995, flevoland},      {1507, limburg},       {1509, gelderland},
         {1525, zuid_holland},  {1581, utrecht},       {1586, gelderland},    {1598, noord_holland},
         {1621, zuid_holland},  {1640, limburg},       {1641, limburg},       {1651, groningen},
         {1652, noord_brabant}, {1655, noord_brabant}, {1658, noord_brabant}, {1659, noord_brabant},
         {1663, groningen},     {1667, noord_brabant}, {1669, limburg},       {1674, noord_brabant},
         {1676, zeeland},       {1680, drenthe},       {1681, drenthe},       {1684, noord_brabant},
         {1685, noord_brabant}, {1690, drenthe},       {1695, zeeland},       {1696, noord_holland},
         {1699, drenthe},       {1700, overijssel},    {1701, drenthe},       {1702, noord_brabant},
         {1705, gelderland},    {1706, noord_brabant}, {1708, overijssel},    {1709, noord_brabant},
         {1711, limburg},       {1714, zeeland},       {1719, noord_brabant}, {1721, noord_brabant},
         {1723, noord_brabant}, {1724, noord_brabant}, {1728, noord_brabant}, {1729, limburg},
         {1730, drenthe},       {1731, drenthe},       {1734, gelderland},    {1735, overijssel},
         {1740, gelderland},    {1742, overijssel},    {1771, noord_brabant}, {1773, overijssel},
         {1774, overijssel},    {1783, zuid_holland},  {1842, zuid_holland},  {1859, gelderland},
         {1876, gelderland},    {1883, limburg},       {1884, zuid_holland},  {1891, fryslan},
         {1892, zuid_holland},  {1894, limburg},       {1895, groningen},     {1896, overijssel},
         {1900, fryslan},       {1901, zuid_holland},  {1903, limburg},       {1904, utrecht},
         {1911, noord_holland}, {1916, zuid_holland},  {1924, zuid_holland},  {1926, zuid_holland},
         {1930, zuid_holland},  {1931, zuid_holland},  {1940, fryslan},       {1942, noord_holland},
         {1945, gelderland},    {1948, noord_brabant}, {1949, fryslan},       {1950, groningen},
         {1952, groningen},     {1954, limburg},       {1955, gelderland},    {1959, noord_brabant},
         {1960, gelderland},    {1961, utrecht},       {1963, zuid_holland},  {1966, groningen},
         {1969, groningen},     {1970, fryslan},       {1978, zuid_holland},  {1979, groningen},
         {1980, noord_holland}, {1982, noord_brabant}, {1991, noord_brabant}, {1992, zuid_holland}});
}();

const Seat& seat_of(Province p) { return seats[static_cast<std::size_t>(p)]; }

}  // namespace

std::optional<Province> province_of(std::string_view code) {
    constexpr std::string_view prefix = "GM";
    constexpr std::size_t length = 6;
    if (code.size() != length || code.substr(0, prefix.size()) != prefix) return std::nullopt;
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(code.data() + prefix.size(), code.data() + length, number);
    if (error != std::errc{} || end != code.data() + length) return std::nullopt;
    const auto at = std::lower_bound(municipalities_declared.begin(), municipalities_declared.end(), number,
                                     [](const Member& m, std::uint16_t n) { return m.municipality < n; });
    if (at == municipalities_declared.end() || at->municipality != number) return std::nullopt;
    return at->province;
}

double residents_of(Province p) { return seat_of(p).residents; }

double km_between(Province a, Province b) {
    const auto &from = seat_of(a), &to = seat_of(b);
    const double east = from.east - to.east, north = from.north - to.north;
    return std::sqrt(east * east + north * north);
}

}  // namespace weefsel
