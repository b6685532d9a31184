#pragma once
#include <cstdint>
#include <vector>

#include "models/parameters/place_kinds.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Random numbers that decide by themselves who meets, introduces or volunteers; per row of residents.
struct RandomWords {
    std::vector<std::uint32_t> session, pavement, introduction, volunteering;  ///< of the month
    std::vector<std::uint32_t> own_session;    ///< for life: with that of a place, where one stands there
    std::vector<std::uint32_t> place_session;  ///< the same, per row of places
};

/// One resident's visits to one place this month.
struct Visit {
    std::uint32_t random_word;  ///< where a place is full, the lowest get in
    std::uint16_t resident;     ///< row
    std::uint8_t place;         ///< row
    std::uint8_t times;
};
using Visits = std::vector<Visit>;

/// Encounters of the month, per row of residents; a count stays at 255.
struct Encounters {
    std::vector<std::uint8_t> positive, negative;
    std::vector<std::uint8_t> known;        ///< positive ones with somebody one knew
    std::vector<std::uint8_t> on_pavement;  ///< positive ones in front of the house
    Encounters() = default;
    explicit Encounters(std::size_t residents)
        : positive(residents), negative(residents), known(residents), on_pavement(residents) {}
};

/// Two residents who may begin a tie this month.
struct TieProposal {
    std::uint64_t order;  ///< mixes the pair's birth numbers: the order of application
    std::uint16_t a, b;   ///< rows
    std::uint16_t hours;  ///< TieHours at the start
    std::uint8_t kind;    ///< TieKind
};
using TieProposals = std::vector<TieProposal>;

/// What the month's work of professionals leaves for later steps.
struct WorkDone {
    float initiative_hours = 0;      ///< h of support to initiatives this month
    float carer_hours = 0;           ///< h for carers this month
    float mobilising_hours = 0;      ///< h spent on finding residents who take part
    float voice = 0;                 ///< see Reaching
    std::uint32_t bonds_broken = 0;  ///< residents in contact with a professional who left, and no more
};

/// Residents who meet apart from all places: an initiative, a group that collective work makes, a treatment.
struct ArrangedGroup {
    std::vector<std::uint16_t> members;  ///< rows
    int times = 0;                       ///< meetings this month
    float hours = 0;                     ///< contact of one meeting for each pair, h; 0: as the kind has it
    float host = 0;                      ///< 1: somebody hosts it
    bool assigned = false;               ///< others decided who is together with whom
    PlaceKind kind = PlaceKind::buurthuis;  ///< whose numbers of encounters hold
};

/// Other terms on which residents of some ages go to places.
struct OutingTerms {
    PlaceKind kind = PlaceKind::buurthuis;
    bool every_kind = true;  ///< else only places of `kind`
    int age_from = 0, age_until = 255;
    float price = 1;   ///< times the cost of entry
    float travel = 1;  ///< times what distance takes from the worth of going
};

/// What residents' own groups, professionals or a treatment bring into a month, for later processes to read.
struct Arranged {
    std::vector<float> company;  ///< h with volunteers, callers and groups, per row; empty: nobody has any
    std::vector<ArrangedGroup> groups;
    std::vector<OutingTerms> outings;
    std::vector<std::uint16_t> contacts;  ///< whom professionals saw: a row for each contact
};

/// What residents who are supported as network leaders do this month; without any: nothing.
struct SupportedLeaders {
    float sooner = 1;  ///< times the hazard with which initiatives are born
    float longer = 1;  ///< initiatives end with the usual hazard over this
    float asked = 0;   ///< how far everybody is asked to volunteer by them, 0..1
};

/// Birth numbers of who died in a month.
using Deaths = std::vector<sim::BirthNumber>;

/// What a month has made besides the state of the neighbourhood: what its processes leave each other, and
/// what is looked at when it is over.
struct MonthRecord {
    Deaths died;
    WorkDone work;
    SupportedLeaders leaders;
    Arranged arranged;
    Visits visits;
    RandomWords random_words;
    Encounters encounters;
    TieProposals proposals;              ///< none any more when ties have begun
    std::vector<std::uint16_t> refused;  ///< rows: small help was refused to them
    std::uint32_t offences = 0;          ///< of young people
};

}  // namespace weefsel
