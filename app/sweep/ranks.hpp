#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace weefsel::app {

/// The processes that an MPI launcher started together, of which this is one. Without a launcher (or when it
/// started one alone) there is a single rank, and MPI is never initialised. Exists once in a program.
class Ranks {
public:
    /// Throws sim::InputError under a launcher of several processes when the program was built without MPI.
    Ranks();
    ~Ranks();
    Ranks(const Ranks&) = delete;
    Ranks& operator=(const Ranks&) = delete;

    [[nodiscard]] int rank() const;
    [[nodiscard]] int size() const;
    [[nodiscard]] bool first() const { return rank() == 0; }

    /// Every rank calls this and gets what rank 0 gave.
    bool broadcast(bool value);
    /// Every rank calls this; true when all gave true.
    bool all_reduce(bool value);

    /// What rank 0 answers a worker of rank `source`: a batch, or nothing more. It is asked for one unless
    /// the worker `leaves`; then `report` says why.
    using Answer =
        std::function<std::optional<std::size_t>(const std::string& report, int source, bool leaves)>;
    /// Rank 0 answers the workers of the other ranks until `workers` of them have been told that there is
    /// nothing more, or have said farewell. Looks for messages, answers all there are, sleeps for a moment.
    /// Once all `hurry` it waits for half a second more: a rank that was killed never answers. Gives how many
    /// workers are missing then.
    std::size_t serve(std::size_t workers, const Answer& answer, const std::function<bool()>& hurry);
    /// Another rank reports what it did last (empty: nothing yet) and asks for a batch. Thread safe.
    std::optional<std::size_t> ask(const std::string& report);
    /// Another rank asks for nothing any more. `why`: what went wrong there; empty: nothing. Thread safe.
    void say_farewell(const std::string& why);

    /// Messages that `serve` answered, and its seconds at work on them.
    [[nodiscard]] std::size_t messages() const;
    [[nodiscard]] double seconds_serving() const;
    /// Ends all ranks at once with that exit code, for what one rank cannot get over. Without other ranks
    /// nothing.
    void give_up(int code);
    /// Ends the life together; ranks other than 0 have nothing left to do. Waits without using the processor.
    void part();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace weefsel::app
