#include "models/hook/plugin.hpp"

WEEFSEL_PLUGIN(plugin) {
    plugin.analyzers.push_back({"count",
                                {{"counted", "1", "Residents"}},
                                [](int, const weefsel::StateView& state, weefsel::OwnValues& values) {
                                    double n = 0;
                                    for (const auto present : state.read<std::uint8_t>("resident.present"))
                                        n += present;
                                    values.set("counted", n);
                                }});
}
