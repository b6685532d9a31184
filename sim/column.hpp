#pragma once
#include <cstddef>
#include <vector>

namespace weefsel::sim {

/// One attribute of all agents of a kind, contiguous in memory, indexed by that kind's typed id.
template <class IdT, class T>
class Column {
public:
    using id_type = IdT;
    using value_type = T;

    Column() = default;
    explicit Column(std::size_t n, T value = T{}) : values_(n, value) {}

    [[nodiscard]] std::size_t size() const { return values_.size(); }
    [[nodiscard]] std::size_t capacity() const { return values_.capacity(); }
    void resize(std::size_t n, T value = T{}) { values_.resize(n, value); }
    void reserve(std::size_t n) { values_.reserve(n); }
    /// More rows, with room for a sixteenth beyond them: doubling would leave half of the memory unused.
    void grow(std::size_t n) {
        constexpr std::size_t part = 16;
        if (n > values_.capacity()) values_.reserve(n + n / part);
        values_.resize(n);
    }
    void push_back(T value) { values_.push_back(value); }

    T& operator[](IdT id) { return values_[id.index()]; }
    const T& operator[](IdT id) const { return values_[id.index()]; }
    T* data() { return values_.data(); }
    const T* data() const { return values_.data(); }
    auto begin() { return values_.begin(); }
    auto end() { return values_.end(); }
    [[nodiscard]] auto begin() const { return values_.begin(); }
    [[nodiscard]] auto end() const { return values_.end(); }

    friend bool operator==(const Column&, const Column&) = default;

private:
    std::vector<T> values_;
};

}  // namespace weefsel::sim
