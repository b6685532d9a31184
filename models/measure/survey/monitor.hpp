#pragma once
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace weefsel {

/// What a health monitor publishes of adults and the model has too.
enum class MonitorColumn : std::size_t {
    lonely,
    severely_lonely,
    volunteer,
    informal_carer,
    distress_high,
    healthy,
    count
};
inline constexpr std::size_t monitor_columns = static_cast<std::size_t>(MonitorColumn::count);

struct MonitorDeclared {
    std::string_view name;        ///< of the column, as in the file
    std::string_view label;       ///< as people read it
    std::string_view difference;  ///< where what the model counts differs from what the monitor asks; or none
};

inline constexpr std::array<MonitorDeclared, monitor_columns> monitor_declared{{
    {"lonely", "lonely", ""},
    {"severely_lonely", "severely lonely", ""},
    {"volunteer", "volunteers", "who volunteers in the month of the survey"},
    {"informal_carer", "informal carers",
     "care of survey.carer_from hours a month and more; the monitor asks for three months or longer, or "
     "eight "
     "hours a week"},
    {"distress_high", "high distress",
     "distress of survey.distressed_from and more; the monitor has a score of 30 and more of K10"},
    {"healthy", "good perceived health", ""},
}};

/// One area of a monitor: shares of adults in per cent; nothing where none is published.
struct MonitorRow {
    std::string municipality;
    std::array<std::optional<double>, monitor_columns> share{};

    [[nodiscard]] const std::optional<double>& operator[](MonitorColumn c) const {
        return share[static_cast<std::size_t>(c)];
    }
};

/// Rows of a health monitor by code of the area: BU, WK, GM or NL and digits.
using Monitor = std::map<std::string, MonitorRow, std::less<>>;

inline constexpr int monitor_year = 2016;  ///< the latest year of the layout with neighbourhoods

/// Reads a file (cells with commas, no quotes) with columns age, gwb_code_10, year and at least one of
/// `monitor_declared` among others; keeps the rows of 18 and over and of `year` in which a share stands.
/// The file may be packed by gzip. Throws sim::InputError with what is wrong.
/// Layout: RIVM, GGD'en and CBS, StatLine 50090NED, with names in English.
Monitor read_monitor(const std::string& path, int year = monitor_year);
Monitor read_monitor_text(const std::string& text, const std::string& file, int year = monitor_year);

}  // namespace weefsel
