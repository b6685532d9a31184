#pragma once
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace weefsel::app {

/// What became of something that was sent in.
enum class Taken : std::uint8_t { yes, closed, full, wrong };
enum class Phase : std::uint8_t { predict, reveal };

/// A prediction and the animal that it came from.
struct Prediction {
    int animal;
    std::string word;
};
/// All that a browser has to know, so that to come back is the same as to come in.
struct RoomView {
    int lesson;
    Phase phase;
    int here;                       ///< pupils whose browser listens now
    std::vector<Prediction> given;  ///< in the order of the animals
    std::optional<Prediction> you;  ///< of the pupil who asks; an empty word: nothing yet
};

/// A classroom: which lesson is on, who is here and who predicted what. It is kept in memory alone. Every
/// call may come from another thread.
class Room {
public:
    static constexpr std::size_t most_pupils = 64;  ///< as many as there are animals
    static constexpr int lessons = 6;

    /// A pupil's browser begins to listen; returns the number of this visit, or nothing where the room is
    /// full. An earlier visit of the same browser ends. `me`: see is_browser_name.
    std::optional<std::uint64_t> come_in(const std::string& me);
    void leave(const std::string& me, std::uint64_t visit);
    /// Whether this visit goes on: no later one began, and the room is open.
    [[nodiscard]] bool goes_on(const std::string& me, std::uint64_t visit) const;

    /// A later prediction for the same lesson takes the place of an earlier one.
    Taken predict(const std::string& me, int lesson, const std::string& word);
    /// A word that was read out and typed in by the teacher.
    Taken type(int lesson, const std::string& word);
    /// The teacher goes to a lesson, asks for predictions or shows the answer; `anew`: predictions are
    /// forgotten.
    Taken lead(int lesson, Phase phase, bool anew);

    /// `me`: for that pupil; empty: for the teacher.
    [[nodiscard]] RoomView view(const std::string& me) const;
    /// Rises with every change.
    [[nodiscard]] std::uint64_t version() const;
    /// Waits until something has changed since `seen`, or for so long; returns the version now.
    std::uint64_t wait(std::uint64_t seen, std::chrono::milliseconds longest);
    /// Ends all waiting, for good.
    void close();
    [[nodiscard]] bool closed() const;

private:
    struct Pupil {
        int animal = 0;
        std::uint64_t visit = 0;  ///< 0: does not listen now
        std::string word;
    };
    /// The pupil of that name, who is added where there is room: an animal of whoever has gone without a word
    /// is free.
    Pupil* pupil(const std::string& me);
    [[nodiscard]] Taken judge(int lesson, const std::string& word) const;
    void change();

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::string, Pupil> pupils_;
    int lesson_ = 1;
    Phase phase_ = Phase::predict;
    std::uint64_t version_ = 1, visits_ = 0, typed_ = 0;
    bool closed_ = false;
};

/// Sixteen hexadecimal digits: how a browser names itself.
bool is_browser_name(const std::string& me);

}  // namespace weefsel::app
