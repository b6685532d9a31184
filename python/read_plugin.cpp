#include <pybind11/embed.h>
#include <pybind11/stl.h>

#include <stdexcept>
#include <string>

#include "models/hook/plugin.hpp"
#include "python/python_state.hpp"

namespace weefsel::python {
namespace {

/// Starts Python once, without its signal handlers: an interrupt is the program's.
void start_python() {
    static const bool started = [] {
        PyConfig config;
        PyConfig_InitPythonConfig(&config);
        config.install_signal_handlers = 0;
        PyStatus status = PyConfig_SetBytesString(&config, &config.program_name, WEEFSEL_PYTHON_EXECUTABLE);
        if (!PyStatus_Exception(status)) status = Py_InitializeFromConfig(&config);
        PyConfig_Clear(&config);
        if (PyStatus_Exception(status))
            throw std::runtime_error(std::string("Python cannot be started: ") +
                                     (status.err_msg != nullptr ? status.err_msg : "it does not say why"));
        // Standard output is the program's: one document with --json.
        py::module_::import("sys").attr("stdout") = py::module_::import("sys").attr("stderr");
        PyEval_SaveThread();  // whoever calls a hook takes the lock
        return true;
    }();
    static_cast<void>(started);
}

/// What Python says of an error, with where it happened.
std::string told(py::error_already_set& error) {
    const py::object trace = error.trace() ? error.trace() : py::none();  // none of what cannot be read
    const auto lines =
        py::module_::import("traceback").attr("format_exception")(error.type(), error.value(), trace);
    auto text = py::str("").attr("join")(lines).cast<std::string>();
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

/// Calls with the lock of the interpreter held; an error of Python becomes one of C++.
template <class Do>
void in_python(Do&& something) {
    const py::gil_scoped_acquire lock;
    std::string why;
    try {
        something();
        return;
    } catch (py::error_already_set& e) { why = told(e); }
    throw std::runtime_error(why);
}

/// Module of a file: what it says is run, from the bytes that are there now.
py::dict run_file(const std::string& file) {
    const auto builtins = py::module_::import("builtins");
    const auto source = py::module_::import("pathlib").attr("Path")(file).attr("read_bytes")();
    const auto code = builtins.attr("compile")(source, file, "exec");
    const auto stem = py::module_::import("pathlib").attr("Path")(file).attr("stem").cast<std::string>();
    const auto module = py::module_::import("types").attr("ModuleType")("weefsel_plugin_" + stem);
    module.attr("__file__") = file;
    py::module_::import("sys").attr("modules")[module.attr("__name__")] = module;
    const py::dict names = module.attr("__dict__");
    builtins.attr("exec")(code, names);
    return names;
}

/// A function of the module; it lives as long as the program, so that nobody lets go of it without the lock.
py::handle function_of(const py::dict& names, const char* name) {
    if (!names.contains(name)) return {};
    const py::object found = names[name];
    if (PyCallable_Check(found.ptr()) == 0) throw std::runtime_error(std::string(name) + " is no function");
    return found.inc_ref();
}

std::vector<std::string> options_of(const py::dict& names) {
    if (!names.contains("options")) return {};
    try {
        return names["options"].cast<std::vector<std::string>>();
    } catch (const py::cast_error&) {
        throw std::runtime_error("options: allowed is a list of names of options");
    }
}

std::vector<OwnIndicator> indicators_of(const py::dict& names) {
    std::vector<OwnIndicator> out;
    if (!names.contains("indicators")) return out;
    try {
        for (const auto& [name, about] : names["indicators"].cast<py::dict>()) {
            if (py::isinstance<py::str>(about)) {
                out.push_back({name.cast<std::string>(), "1", about.cast<std::string>()});
                continue;
            }
            const auto [unit, prose] = about.cast<std::pair<std::string, std::string>>();
            out.push_back({name.cast<std::string>(), unit, prose});
        }
    } catch (const py::cast_error&) {
        throw std::runtime_error(
            "indicators: allowed is a dict of names to what they are, a text or (unit, text)");
    }
    return out;
}

/// A number of a parameter, as `rate["low"]`.
double number_in(const py::dict& row, const std::string& name, const char* key) {
    if (!row.contains(key))
        throw std::runtime_error("parameters: " + name + " has no \"" + key +
                                 "\"; needed are value, low and high");
    try {
        return row[key].cast<double>();
    } catch (const py::cast_error&) {
        throw std::runtime_error("parameters: " + name + ": \"" + key + "\" is " +
                                 py::repr(row[key]).cast<std::string>() + "; allowed is a number");
    }
}

/// Of `parameters`: name to value, low, high, and perhaps unit, meaning, source and evidence.
std::vector<PluginParameter> parameters_of(const py::dict& names) {
    std::vector<PluginParameter> out;
    if (!names.contains("parameters")) return out;
    const py::object given = names["parameters"];
    if (!py::isinstance<py::dict>(given))
        throw std::runtime_error(
            "parameters: allowed is a dict of names to dicts, as {\"rate\": {\"value\": 0.25, \"low\": 0, "
            "\"high\": 1, \"unit\": \"1/month\", \"meaning\": \"...\", \"source\": \"...\"}}; found " +
            py::repr(given).cast<std::string>());
    for (const auto& [key, value] : given.cast<py::dict>()) {
        const auto name = py::str(key).cast<std::string>();
        if (!py::isinstance<py::dict>(value))
            throw std::runtime_error("parameters: " + name + " is " + py::repr(value).cast<std::string>() +
                                     "; allowed is a dict with value, low and high");
        const auto row = py::reinterpret_borrow<py::dict>(value);
        auto& p = out.emplace_back();
        p.name = name;
        p.value = number_in(row, name, "value");
        p.low = number_in(row, name, "low");
        p.high = number_in(row, name, "high");
        for (const auto& [what, text] : row) {
            const auto word = py::str(what).cast<std::string>();
            if (word == "value" || word == "low" || word == "high") continue;
            auto* to = word == "unit"       ? &p.unit
                       : word == "meaning"  ? &p.meaning
                       : word == "source"   ? &p.source
                       : word == "evidence" ? &p.evidence
                                            : nullptr;
            if (to == nullptr)
                throw std::runtime_error("parameters: " + name + " has \"" + word +
                                         "\"; allowed are value, low, high, unit, meaning, source, evidence");
            *to = py::str(text).cast<std::string>();
        }
    }
    return out;
}

/// A number, or (sum, of how many).
void set_value(OwnValues& values, const std::string& name, const py::handle& value) {
    if (value.is_none()) return;
    try {
        if (py::isinstance<py::tuple>(value)) {
            const auto [sum, of] = value.cast<std::pair<double, double>>();
            values.set(name, sum, of);
        } else {
            values.set(name, value.cast<double>());
        }
    } catch (const py::cast_error&) {
        throw std::runtime_error(name + ": an analyzer gives a number, (sum, of how many), or None; found " +
                                 py::repr(value).cast<std::string>());
    }
}

/// A state for one call, which cannot be used after it whatever comes of it.
class Lent {
public:
    explicit Lent(StateView& view) : state_(py::cast(PythonState(view))) {}
    ~Lent() { state_.cast<PythonState&>().forget(); }
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    [[nodiscard]] const py::object& object() const { return state_; }
    [[nodiscard]] PythonEntity inputs() const { return {state_, "inputs"}; }
    [[nodiscard]] PythonParameters parameters() const { return {state_}; }
    void end() { state_.cast<PythonState&>().end(); }

private:
    py::object state_;
};

void act(py::handle function, int month, StateView& view, const KeyedRandom& random) {
    in_python([&] {
        Lent state(view);
        static_cast<void>(function(month, state.object(), PythonRandom{random}));
        state.end();
    });
}

void relax(py::handle function, int month, StateView& view, const KeyedRandom& random) {
    in_python([&] {
        Lent state(view);
        static_cast<void>(
            function(month, state.object(), state.inputs(), state.parameters(), PythonRandom{random}));
        state.end();
    });
}

void look(py::handle function, int month, const StateView& view, OwnValues& values) {
    in_python([&] {
        // The view gives out nothing for writing in an analyzer.
        Lent state(const_cast<StateView&>(view));
        const auto given = function(month, state.object());
        state.end();
        if (!py::isinstance<py::dict>(given))
            throw std::runtime_error("an analyzer returns a dict of its indicators; found " +
                                     py::repr(given).cast<std::string>());
        for (const auto& [name, value] : given.cast<py::dict>())
            set_value(values, name.cast<std::string>(), value);
    });
}

void read(const std::string& file, Plugin& plugin) {
    in_python([&] {
        py::module_::import("numpy");
        py::module_::import("weefsel_hooks");
        const auto names = run_file(file);
        const auto intervention = function_of(names, "intervention"),
                   analyzer = function_of(names, "analyzer"), loneliness = function_of(names, "loneliness");
        if (!intervention && !analyzer && !loneliness)
            throw std::runtime_error(
                "has neither intervention(month, state, random), nor analyzer(month, state), nor "
                "loneliness(month, state, inputs, parameters, random)");
        if (!intervention && loneliness && names.contains("options"))
            throw std::runtime_error(
                "options: found options and no intervention; an equation holds in every option, for they all "
                "begin where the same warm-up ended");
        plugin.parameters = parameters_of(names);
        if (loneliness)
            plugin.loneliness = [loneliness](int month, StateView& s, const KeyedRandom& r) {
                relax(loneliness, month, s, r);
            };
        if (intervention)
            plugin.interventions.push_back({"intervention", options_of(names),
                                            [intervention](int month, StateView& s, const KeyedRandom& r) {
                                                act(intervention, month, s, r);
                                            }});
        if (analyzer)
            plugin.analyzers.push_back(
                {"analyzer", indicators_of(names),
                 [analyzer](int month, const StateView& s, OwnValues& v) { look(analyzer, month, s, v); }});
    });
}

}  // namespace
}  // namespace weefsel::python

extern "C" __attribute__((visibility("default"))) std::uint64_t weefsel_python_form() {
    return weefsel::plugin_form;
}

/// Fills `plugin` with what a file of Python defines. Throws std::runtime_error with why not.
extern "C" __attribute__((visibility("default"))) void weefsel_read_python(const std::string& file,
                                                                           weefsel::Plugin& plugin) {
    weefsel::python::start_python();
    weefsel::python::read(file, plugin);
}
