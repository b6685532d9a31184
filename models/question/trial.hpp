#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/parameters/place_kinds.hpp"
#include "models/world/line_terms.hpp"
#include "models/world/resident_state.hpp"
#include "sim/error.hpp"

/// A published trial, as a file states it: who was recruited, what each arm got, what was measured.
namespace weefsel {

/// First and last age in years, both included.
struct AgeRange {
    int from = 0, to = 120;
    [[nodiscard]] bool holds(int age) const { return age >= from && age <= to; }
};

/// Who is approached in month 0; all that are given must hold. Without `age`: adults.
struct Recruitment {
    std::optional<AgeRange> age;
    std::optional<double> lonely_from;   ///< answered De Jong Gierveld score of 11 items at entry, 0..11
    std::optional<bool> alone;           ///< lives in a household of one
    std::optional<Income> income;        ///< of the household
    std::optional<double> frailty_from;  ///< 0..1
    std::optional<bool> carer;           ///< gives the hours from which somebody counts as a carer
    std::optional<bool> distressed;      ///< answered distress of a case at entry
    std::optional<PlaceKind> visits;     ///< has a place of this kind among the regular ones
    std::optional<bool> volunteer;
    std::optional<Origin> origin;
    int n = 0;           ///< at most so many, over all neighbourhoods; 0: all
    double consent = 1;  ///< chance that who is approached takes part
};

/// What is done to a person in a month. What each does to the model stands in models/trial/treating.hpp.
enum class Deed : std::uint8_t {
    call,
    visit,
    group,
    connect,
    money,
    practical,
    counselling,
    respite,
    volunteer,
    side_by_side,
    count
};
enum class DoneBy : std::uint8_t { volunteer, professional };
/// How a dose ends: with a handover, or broken off.
enum class DoseEnd : std::uint8_t { planned, interrupted };

struct Dose {
    Deed what = Deed::call;
    double hours = 1;    ///< of one contact or meeting
    double a_month = 1;  ///< contacts or meetings a month
    int months = 1;
    int from_month = 0;
    int size = 8;       ///< people in a group
    bool host = false;  ///< somebody hosts the group
    bool known = true;  ///< the same person, or the same group, each time
    DoneBy by = DoneBy::volunteer;
    DoseEnd ends = DoseEnd::planned;
};

/// What is done to places, posts, prices, streets, homes and purses.
enum class ChangeKind : std::uint8_t {
    close,
    price,
    public_space,
    end_posts,
    absent,
    travel,
    relocate,
    mix,
    euro,
    near,  ///< `open` with `within_m`: where the place that a line opens stands
    count
};
enum class PostsEnd : std::uint8_t { planned, resigned, lapsed };
enum class Relocation : std::uint8_t { together, apart };

struct Change {
    ChangeKind what = ChangeKind::close;
    std::optional<PlaceKind> kind;  ///< of the places concerned; absent: all
    std::optional<AgeRange> age;    ///< of the residents concerned; absent: all
    double amount = 0;  ///< factor (price, travel), rise of quality, share of posts, metres, euros
    int n = 0;          ///< people who move; 0: all who were recruited
    double share = 1;   ///< of streets, or of posts
    int size = 8;       ///< people in a mixed group
    double a_month = 4;
    PublicSpace space = PublicSpace::street;
    PostsEnd end = PostsEnd::planned;
    Relocation relocation = Relocation::together;
    int from_month = 0;
    int months = 0;  ///< 0: for good
};

struct TrialArm {
    std::string name;
    std::vector<Dose> doses;
    std::vector<Change> changes;
    std::vector<FundingLine> lines;   ///< on top of the reference option, for the whole study
    std::vector<FundingLine> bought;  ///< the same, with what a usual neighbourhood of the study gets

    [[nodiscard]] bool buys() const { return !lines.empty() || !bought.empty(); }
    [[nodiscard]] bool empty() const { return doses.empty() && changes.empty() && !buys(); }
};

enum class TrialUse : std::uint8_t { fit, check, validate };
enum class TrialDesign : std::uint8_t { individual, cluster, pairs, event };
/// What the published figure shows.
enum class TrialKind : std::uint8_t { effect, null, untreated };
enum class Among : std::uint8_t { recruited, reached, continuing, all };
enum class EffectAs : std::uint8_t { difference, smd, ratio, odds, hazard, per_cent };

/// Whether no effect is 1 (of a ratio, odds or hazard), else it is 0.
constexpr bool is_ratio(EffectAs as) {
    return as == EffectAs::ratio || as == EffectAs::odds || as == EffectAs::hazard;
}

/// A published figure. Of a ratio no effect is 1, else 0.
struct PublishedFigure {
    double value = 0;
    double low = 0, high = 0;
    std::string band_from;  ///< how low and high follow where the study prints none; empty: it prints them
};

struct TrialMeasure {
    std::string what;  ///< quantity, by the name in the file
    Among among = Among::recruited;
    std::optional<AgeRange> age;  ///< of those measured, at the moment of measuring
    int at_months = 0;            ///< since month 0 began
    EffectAs as = EffectAs::difference;
    PublishedFigure published;
    double shrink = 1;
    TrialKind kind = TrialKind::effect;
    TrialUse use = TrialUse::check;
    sim::Place at;
};

struct Trial {
    std::string file;
    std::string id, title_nl, title_en, source;
    TrialUse use = TrialUse::check;
    std::string scenario;  ///< path of the file
    TrialDesign design = TrialDesign::individual;
    TrialKind kind = TrialKind::effect;
    Recruitment recruit;
    std::vector<TrialArm> arms;  ///< two; the first is the control
    std::vector<TrialMeasure> measures;
    sim::Place at;

    /// Months that have to be simulated to measure everything.
    [[nodiscard]] int months() const;
};

}  // namespace weefsel
