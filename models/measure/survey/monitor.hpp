#pragma once
#include <map>
#include <string>

namespace weefsel {

/// Loneliness of the adults of one neighbourhood as a health monitor has it, per cent.
struct MonitorRow {
    double lonely = 0;
    double severely_lonely = 0;
};

/// Rows of a health monitor by code of the neighbourhood (BU and digits).
using Monitor = std::map<std::string, MonitorRow>;

inline constexpr int monitor_year = 2016;  ///< the latest year of the layout with neighbourhoods

/// Reads a file (cells with commas, no quotes) with columns age, gwb_code_10, year, lonely and
/// severely_lonely among others; keeps the rows of neighbourhoods, of 18 and over and of `year` in
/// which both figures stand. Throws sim::InputError with what is wrong.
/// Layout: RIVM, GGD'en and CBS, StatLine 50090NED, with names in English.
Monitor read_monitor(const std::string& path, int year = monitor_year);
Monitor read_monitor_text(const std::string& text, const std::string& file, int year = monitor_year);

}  // namespace weefsel
