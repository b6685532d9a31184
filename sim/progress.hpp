#pragma once
#include <cstddef>
#include <memory>
#include <string>

namespace weefsel::sim {

/// Tells a person how far a long job is and how long it will still take. On a terminal a bar that
/// is redrawn (`worlds [=====>    ] 12/30  1 min 20 s left`), elsewhere a plain line every 10
/// seconds. An item may be long itself: then it ticks, and bar and time left move on within it. Text goes to
/// a sink (the app passes standard error), never to standard output; without a sink (null) it is silent.
/// Thread safe.
class Progress {
public:
    struct Sink {
        virtual ~Sink() = default;
        virtual void write(const std::string& text) = 0;
        virtual bool is_terminal() const = 0;
    };
    /// The words around the numbers, in the language of the reader.
    struct Words {
        std::string of = "of", left = "left";
    };
    /// `ticks`: how many ticks each item gives before it is done, 0: none.
    Progress(std::string what, std::size_t total, Sink* sink, std::size_t ticks = 0);
    Progress(std::string what, std::size_t total, Sink* sink, std::size_t ticks, Words words);
    ~Progress();
    void advance(std::size_t n = 1);
    /// A part of some item is done.
    void tick();
    /// As advance, for what an earlier run had finished: it does not count for the time left.
    void already_done(std::size_t n = 1);
    /// Says something else in between, on lines of its own, as plain_text.
    void note(const std::string& text);
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// A duration as people say it: `45 s`, `1 min 20 s`, `2 h 5 min`, `3 d 4 h`.
std::string duration_text(double seconds);

}  // namespace weefsel::sim
