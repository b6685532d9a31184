#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "models/study/ledger_kinds.hpp"
#include "models/world/month_record.hpp"
#include "models/world/neighbourhood.hpp"

namespace weefsel {

/// The residents of month 0 of the options, the same in all of them: birth numbers, ascending.
std::vector<sim::BirthNumber> founders_of(const std::vector<Neighbourhood>& neighbourhoods);

/// Which month something happened, from 0; `never` when it did not.
using LedgerMonth = std::uint16_t;
inline constexpr LedgerMonth never_happened = std::numeric_limits<LedgerMonth>::max();

enum class LifeEnd : std::uint8_t { present, moved, died };

/// What happened to the residents of month 0 in one option, in the order of `founders_of`.
struct LifeHistories {
    int months = 0;
    std::vector<LedgerMonth> gone;  ///< first month at whose end the resident was not there
    std::vector<LifeEnd> end;
    std::array<std::vector<LedgerMonth>, ledger_kinds> first;  ///< by LedgerKind
    std::vector<std::uint64_t> severe;                         ///< bit per month: severely lonely at its end
    [[nodiscard]] std::size_t words() const { return (static_cast<std::size_t>(months) + 63) / 64; }
    [[nodiscard]] std::size_t size() const { return gone.size(); }
};

/// Follows them month by month, also from one neighbourhood of the study to another. It reads the state
/// after each month and changes nothing.
class LifeLog {
public:
    /// `neighbourhoods`: as they are before the first of `months`.
    LifeLog(const std::vector<sim::BirthNumber>& founders, const std::vector<Neighbourhood>& neighbourhoods,
            int months);

    /// Takes down a site's month. Different sites may do so at the same time.
    void note(std::size_t site, const Neighbourhood& n, const MonthRecord& made, int month);
    /// After all sites: who left one neighbourhood and came to another, moved away or died.
    void sum_up(const std::vector<Neighbourhood>& neighbourhoods, int month);

    [[nodiscard]] const LifeHistories& lives() const { return lives_; }
    /// Who of the residents of month 0 stands in each row of a site, `nobody` where none does. Between `note`
    /// and `sum_up` of a month: those who stood there before it too.
    [[nodiscard]] const std::vector<std::uint32_t>& founders_in(std::size_t site) const {
        return sites_[site].founder;
    }
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

private:
    static constexpr std::size_t counted_events = 7;  ///< kinds that a resident's episodes tell

    struct Arrival {
        std::uint16_t row;
        std::uint32_t founder;
    };
    struct Site {
        std::vector<sim::BirthNumber> seen;                               ///< per row: who had it, 0: nobody
        std::vector<std::uint32_t> founder;                               ///< per row
        std::array<std::vector<std::uint16_t>, counted_events> episodes;  ///< per row: so far
        std::vector<std::uint32_t> left;  ///< founders who were here a month ago
        std::vector<Arrival> came;        ///< founders who were not
        std::vector<sim::BirthNumber> died;
    };
    [[nodiscard]] std::uint32_t founder_of(sim::BirthNumber who) const;
    void look(const Neighbourhood& n, std::size_t row, std::uint32_t founder, int month);
    void events(Site& site, const Residents& r, int month);

    const std::vector<sim::BirthNumber>* founders_;
    std::array<std::vector<std::uint16_t>, counted_events> before_;  ///< per founder: episodes before month 0
    std::vector<std::uint8_t> severe_months_;                        ///< per founder, up to 12
    LifeHistories lives_;
    std::vector<Site> sites_;
};

}  // namespace weefsel
