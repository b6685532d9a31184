#include "python/python_state.hpp"

#include <pybind11/embed.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <stdexcept>

namespace weefsel::python {
namespace {

py::dtype dtype_of(ElementType type) {
    switch (type) {
        case ElementType::float32:
            return py::dtype::of<float>();
        case ElementType::float64:
            return py::dtype::of<double>();
        case ElementType::int16:
            return py::dtype::of<std::int16_t>();
        case ElementType::int32:
            return py::dtype::of<std::int32_t>();
        case ElementType::int64:
            return py::dtype::of<std::int64_t>();
        case ElementType::uint8:
            return py::dtype::of<std::uint8_t>();
        case ElementType::uint16:
            return py::dtype::of<std::uint16_t>();
        case ElementType::uint32:
            return py::dtype::of<std::uint32_t>();
        default:
            return py::dtype::of<std::uint64_t>();
    }
}

PythonState& state_of(const PythonEntity& entity) { return entity.state.cast<PythonState&>(); }

py::array column_of(const PythonEntity& entity, const std::string& column) {
    return state_of(entity).column(entity.name + "." + column);
}

void assign_in(const PythonEntity& entity, const std::string& column, const py::object& values) {
    state_of(entity).assign(entity.name + "." + column, values);
}

double number_of(const PythonParameters& of, const std::string& name) {
    return of.state.cast<const PythonState&>().parameter(name);
}

/// An entity by its name; where a column is meant whose name has no second part, that.
py::object entity_of(const py::object& self, const std::string& name) {
    if (!self.cast<const PythonState&>().has_entity(name))
        throw py::attribute_error("the state has no " + name + "; state.columns lists all");
    return py::cast(PythonEntity{self, name});
}

}  // namespace

const StateView& PythonState::view() const {
    if (view_ == nullptr)
        throw std::runtime_error("the state was used after the hook had returned: it is the model's");
    return *view_;
}

py::array PythonState::column(const std::string& name) {
    for (const auto& [known, array] : given_)
        if (known == name) return array;
    const auto& columns = view().columns();
    const auto at =
        std::find_if(columns.begin(), columns.end(), [&](const ColumnView& c) { return c.name == name; });
    if (at == columns.end())
        throw py::attribute_error("there is no column " + name +
                                  "; `weefsel parameters --table states` lists all");
    std::vector<py::ssize_t> shape{static_cast<py::ssize_t>(at->rows)};
    if (at->width > 1) shape.push_back(static_cast<py::ssize_t>(at->width));
    const py::capsule kept_by_the_model(at->data == nullptr ? static_cast<void*>(this) : at->data,
                                        [](void*) {});
    py::array array(dtype_of(at->type), shape, at->data, kept_by_the_model);
    if (at->may_be_written)
        view_->lend(*at);
    else
        py::detail::array_proxy(array.ptr())->flags &= ~py::detail::npy_api::NPY_ARRAY_WRITEABLE_;
    given_.emplace_back(name, array);
    return array;
}

void PythonState::assign(const std::string& name, const py::object& values) {
    const auto array = column(name);
    if (values.ptr() == array.ptr()) return;  // `column += x` has changed it in place
    if (!array.writeable()) throw std::invalid_argument(view_->why_not(view_->column(name)));
    array.attr("__setitem__")(py::ellipsis(), values);
}

double PythonState::parameter(const std::string& name) const {
    try {
        return view().parameters[name];
    } catch (const std::invalid_argument& e) { throw py::attribute_error(e.what()); }
}

bool PythonState::has_entity(const std::string& entity) const {
    const auto begin = entity + ".";
    const auto& columns = view().columns();
    return std::any_of(columns.begin(), columns.end(),
                       [&](const ColumnView& c) { return c.name.substr(0, begin.size()) == begin; });
}

std::vector<std::string> PythonState::names() const {
    std::vector<std::string> out;
    for (const auto& c : view().columns()) out.emplace_back(c.name);
    return out;
}

void PythonState::end() {
    view_ = nullptr;
    std::string kept;
    for (const auto& [name, array] : given_)
        if (array.ref_count() > 1) kept += (kept.empty() ? "" : ", ") + name;
    given_.clear();
    if (!kept.empty())
        throw std::runtime_error("an array of the state was kept after the hook had returned (" + kept +
                                 "): its memory is the model's; keep a copy (.copy())");
}

py::object PythonRandom::uniform(const std::string& name,
                                 const py::array_t<std::uint64_t, py::array::forcecast>& who,
                                 bool once) const {
    const auto decision = once ? draws.decision_once(name) : draws.decision(name);
    const auto number = [&](std::uint64_t key) { return decision.uniform(key); };
    if (who.ndim() == 0) return py::float_(static_cast<double>(number(*who.data())));
    const auto keys = py::array_t<std::uint64_t, py::array::c_style | py::array::forcecast>(who);
    py::array_t<float> out(std::vector<py::ssize_t>(who.shape(), who.shape() + who.ndim()));
    const auto* from = keys.data();
    auto* to = out.mutable_data();
    for (py::ssize_t i = 0; i < keys.size(); ++i) to[i] = number(from[i]);
    return out;
}

}  // namespace weefsel::python

PYBIND11_EMBEDDED_MODULE(weefsel_hooks, m) {
    using namespace weefsel::python;
    m.doc() = "What hooks of Weefsel are given; docs/guides/first-intervention.md";
    py::class_<PythonState>(m, "State", "The state of one neighbourhood, for the time of one call.")
        .def_property_readonly("option", [](const PythonState& s) { return std::string(s.view().option); })
        .def_property_readonly("neighbourhood",
                               [](const PythonState& s) { return std::string(s.view().neighbourhood); })
        .def_property_readonly("site", [](const PythonState& s) { return s.view().site; })
        .def_property_readonly("columns", &PythonState::names)
        .def_property_readonly("parameters", [](const py::object& self) { return PythonParameters{self}; })
        .def("__getitem__", &PythonState::column)
        .def("__setitem__", &PythonState::assign)
        .def("__getattr__", &entity_of);
    py::class_<PythonEntity>(m, "Entity", "Columns of one entity: residents, dwellings, places ...")
        .def("__getattr__", &column_of)
        .def("__setattr__", &assign_in)
        .def("__getitem__", &column_of)
        .def("__setitem__", &assign_in);
    py::class_<PythonParameters>(m, "Parameters", "Numbers that the plugin declares, and those of the model.")
        .def("__getattr__", &number_of)
        .def("__getitem__", &number_of);
    py::class_<PythonRandom>(m, "Random", "Random numbers by key: whose decision, and its name.")
        .def("uniform", &PythonRandom::uniform, py::arg("name"), py::arg("who"), py::arg("once") = false,
             "Numbers in [0, 1), float32, of the shape of `who` (keys, as resident.birth_number). The same "
             "seed, "
             "draw, replicate, month, name and key give the same number; with once=True that of all months.");
}
