#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace weefsel {

/// What may happen to a resident, as the twin ledger counts it (MODEL 6): the first time after month 0.
enum class LedgerKind : std::uint8_t {
    district_nursing,
    wmo,
    youth_care,
    mental_care,
    residential_care,
    waiting,
    carer_breakdown,
    severe_loneliness,
    offending,
    death,
    count
};
inline constexpr std::size_t ledger_kinds = static_cast<std::size_t>(LedgerKind::count);

struct LedgerKindDeclared {
    std::string_view name;  ///< in results.h5
    std::string_view label_nl, label_en;
    std::string_view how;
};

/// By LedgerKind.
inline constexpr std::array<LedgerKindDeclared, ledger_kinds> ledger_kinds_declared{{
    {"district_nursing", "Indicatie: wijkverpleging", "Indication: district nursing",
     "First month in which district nursing becomes needed."},
    {"wmo", "Indicatie: Wmo-hulp", "Indication: Wmo support",
     "First month in which Wmo support becomes needed."},
    {"youth_care", "Indicatie: jeugdhulp", "Indication: youth care",
     "First month in which youth care becomes needed."},
    {"mental_care", "Indicatie: geestelijke gezondheidszorg", "Indication: mental health care",
     "First month in which mental health care becomes needed."},
    {"residential_care", "Indicatie: verpleeghuis", "Indication: residential care",
     "First month in which residential care becomes needed; admission follows when there is a place."},
    {"waiting", "Wachten op zorg", "Waiting for care",
     "First month at whose end care of any line is waited for."},
    {"carer_breakdown", "Uitval van een mantelzorger", "Breakdown of an informal carer",
     "First month in which the resident, as a carer, breaks down."},
    {"severe_loneliness", "Een jaar ernstige eenzaamheid", "A year of severe loneliness",
     "The month in which the twelfth month of a score of 9 or more is complete, adults. Event-free months "
     "are "
     "all months without such a score."},
    {"offending", "Een eerste delict", "A first offence", "First month with an offence, 12-22 years."},
    {"death", "Overlijden", "Death",
     "The month of death. It is never prevented, only postponed or hastened."},
}};

constexpr const LedgerKindDeclared& declared(LedgerKind kind) {
    return ledger_kinds_declared[static_cast<std::size_t>(kind)];
}

/// What the ledger holds of each kind, summed over the residents of month 0.
enum class LedgerEntry : std::uint8_t {
    event_free_months,  ///< gained, over the months that both lives were observed
    prevented,          ///< in the reference only; present to the end in both
    postponed,          ///< in both, later
    postponed_months,   ///< by so many months together
    brought_about,      ///< in the option only; present to the end in both
    hastened,           ///< in both, earlier
    hastened_months,
    events_reference,  ///< residents with the event, in the reference
    events_option,
    moved_reference,  ///< in the reference only, and somebody moved out in one of both lives
    died_reference,   ///< the same, and died
    moved_option,     ///< in the option only
    died_option,
    residents,  ///< of month 0
    count
};
inline constexpr std::size_t ledger_entries = static_cast<std::size_t>(LedgerEntry::count);

}  // namespace weefsel
