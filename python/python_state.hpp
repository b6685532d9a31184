#pragma once
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#include <string>
#include <utility>
#include <vector>

#include "models/hook/keyed_random.hpp"
#include "models/hook/state_view.hpp"

namespace weefsel::python {

namespace py = pybind11;

/// The state of a neighbourhood in Python, for the time of one call: `state.resident.trust`, or
/// `state["resident.habit.1"]`, is a numpy array over the memory of the model. All needs the lock of the
/// interpreter.
class PythonState {
public:
    explicit PythonState(StateView& view) : view_(&view) {}

    /// The array of a column: shape (rows), or (rows, width). It can be written where an intervention may
    /// write the column. Throws py::attribute_error when there is none of that name.
    py::array column(const std::string& name);
    /// Writes all elements of a column.
    void assign(const std::string& name, const py::object& values);
    /// A parameter: of the plugin by its name, of the model by its full name. Throws py::attribute_error when
    /// there is none of that name.
    [[nodiscard]] double parameter(const std::string& name) const;
    /// Whether an entity has columns: resident, dwelling, place ...
    [[nodiscard]] bool has_entity(const std::string& entity) const;
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] const StateView& view() const;

    /// Ends the call: from here on the state cannot be used. Throws std::runtime_error when somebody kept an
    /// array: its memory is the model's, and goes.
    void end();
    /// The same where the hook has failed: nothing is thrown.
    void forget() { view_ = nullptr; }

private:
    StateView* view_;
    std::vector<std::pair<std::string, py::array>> given_;
};

/// One entity of the state.
struct PythonEntity {
    py::object state;
    std::string name;
};

/// The parameters that a hook in Python can read: `parameters.rate`, `parameters["wellbeing.distress_rate"]`.
struct PythonParameters {
    py::object state;
};

/// The random numbers of a hook in Python.
struct PythonRandom {
    KeyedRandom draws;

    /// For one key, a float; for an array of keys (uint64), float32 of the same shape. `once`: the same in
    /// every month.
    [[nodiscard]] py::object uniform(const std::string& name,
                                     const py::array_t<std::uint64_t, py::array::forcecast>& who,
                                     bool once) const;
};

}  // namespace weefsel::python
