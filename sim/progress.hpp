#pragma once
#include <cstddef>
#include <memory>
#include <string>

namespace weefsel::sim {

/// Tells a person how far a long job is and how long it will still take. On a terminal a bar that
/// is redrawn, elsewhere a plain line every 10 seconds; silent when `quiet`. Text goes to a sink
/// (the app passes standard error), never to standard output. Thread safe.
class Progress {
public:
    struct Sink {
        virtual ~Sink() = default;
        virtual void write(const std::string& text) = 0;
        virtual bool is_terminal() const = 0;
    };
    Progress(std::string what, std::size_t total, Sink* sink);
    ~Progress();
    void advance(std::size_t n = 1);
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace weefsel::sim
