#include "models/scenario/kwb_columns.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace weefsel {
namespace {

struct OtherName {
    std::string_view other, official;
};

/// Names of other years and of the map, as they stand there. Sources: headers of kwb-2013 to kwb-2024;
/// explanation of the map of wijken en buurten 2021, chapter 5.
constexpr auto renamed = std::to_array<OtherName>({
    {"a_opl_bvm", "a_opl_lg"},  // from 2023: primary school, vmbo, mbo 1
    {"a_opl_hvm", "a_opl_md"},  // havo, vwo, mbo 2-4
    {"a_opl_hw", "a_opl_hg"},   // hbo, wo
    {"p_koop", "p_koopw"},
    {"p_huur", "p_huurw"},
    {"g_woz", "g_wozbag"},  // to 2019
    {"a_w", "a_woning"},
    {"a_huish", "a_hh"},
    {"bu_code", "gwb_code"},
    {"buurtcode", "gwb_code"},
    {"bu_naam", "regio"},
    {"buurtnaam", "regio"},
    {"aant_inw", "a_inw"},
    {"aant_vrouw", "a_vrouw"},
    {"aantal_hh", "a_hh"},
    {"gem_hh_gr", "g_hhgro"},
    {"sted", "ste_mvs"},
    {"opp_land", "a_lan_ha"},
});

/// Titles of StatLine without what is no letter or digit. Source: columns of 83765NED (2017), 84286NED
/// (2018), 84583NED (2019), 85039NED (2021), 85318NED (2022), 85618NED (2023), 85984NED (2024), 86165NED
/// (2025).
constexpr auto statline_names = std::to_array<OtherName>({
    {"codering", "gwb_code_10"},
    {"soortregio", "recs"},
    {"gemeentenaam", "gm_naam"},
    {"aantalinwoners", "a_inw"},
    {"vrouwen", "a_vrouw"},
    {"0tot15jaar", "a_00_14"},
    {"15tot25jaar", "a_15_24"},
    {"25tot45jaar", "a_25_44"},
    {"45tot65jaar", "a_45_64"},
    {"65jaarofouder", "a_65_oo"},
    {"gehuwd", "a_gehuwd"},
    {"gescheiden", "a_gesch"},
    {"verweduwd", "a_verwed"},
    {"nederland", "a_nl_all"},
    {"europaexclusiefnederland", "a_eur_al"},
    {"buiteneuropa", "a_neu_al"},
    {"westerstotaal", "a_w_all"},
    {"nietwesterstotaal", "a_nw_all"},
    {"huishoudenstotaal", "a_hh"},
    {"eenpersoonshuishoudens", "a_1p_hh"},
    {"huishoudenszonderkinderen", "a_hh_z_k"},
    {"huishoudensmetkinderen", "a_hh_m_k"},
    {"gemiddeldehuishoudensgrootte", "g_hhgro"},
    {"woningvoorraad", "a_woning"},
    {"gemiddeldewozwaardevanwoningen", "g_wozbag"},
    {"gemiddeldewoningwaarde", "g_wozbag"},
    {"percentagemeergezinswoning", "p_mgezw"},
    {"percentageonbewoond", "p_leegsw"},
    {"percentageleegstand", "p_leegsw"},
    {"koopwoningen", "p_koopw"},
    {"huurwoningentotaal", "p_huurw"},
    {"inbezitwoningcorporatie", "p_wcorpw"},
    {"inbezitoverigeverhuurders", "p_ov_hw"},
    {"opleidingsniveaulaag", "a_opl_lg"},
    {"opleidingsniveaumiddelbaar", "a_opl_md"},
    {"opleidingsniveauhoog", "a_opl_hg"},
    {"basisonderwijsvmbombo1", "a_opl_lg"},
    {"havovwombo24", "a_opl_md"},
    {"hbowo", "a_opl_hg"},
    {"40personenmetlaagsteinkomen", "p_ink_li"},
    {"20personenmethoogsteinkomen", "p_ink_hi"},
    {"huishoudenstot110vansociaalminimum", "p_hh_110"},
    {"huishoudenstot120vansociaalminimum", "p_hh_120"},
    {"huishoudensmeteenlaaginkomen", "p_hh_lkk"},
    {"personenpersoortuitkeringbijstand", "a_soz_wb"},
    {"oppervlakteland", "a_lan_ha"},
    {"matevanstedelijkheid", "ste_mvs"},
    {"omgevingsadressendichtheid", "ste_oad"},
});

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `Bevolking/Aantal inwoners (aantal)` and `AantalInwoners_5` as `aantalinwoners`; `k_0Tot15Jaar_8` as
/// `0tot15jaar`.
std::string title_of(std::string_view name) {
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (name.ends_with(')'))
        if (const auto unit = name.rfind('('); unit != std::string_view::npos && unit > 0)
            name = name.substr(0, unit);
    if (const auto level = name.rfind('/'); level != std::string_view::npos && level + 1 < name.size())
        name = name.substr(level + 1);
    const auto number = name.find_last_not_of("0123456789");
    if (number != std::string_view::npos && number > 0 && number + 1 < name.size() && name[number] == '_')
        name = name.substr(0, number);
    if (name.starts_with("k_") && name.size() > 2 && is_digit(name[2])) name.remove_prefix(2);
    std::string title;
    for (const char c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) title += c;
    return title;
}

template <std::size_t N>
const OtherName* find_in(const std::array<OtherName, N>& names, std::string_view name) {
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.other == name; });
    return found == names.end() ? nullptr : &*found;
}

}  // namespace

std::string official_column(std::string_view header) {
    std::string name(header);
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (const auto* other = find_in(renamed, name)) return std::string(other->official);
    if (const auto* other = find_in(statline_names, title_of(name))) return std::string(other->official);
    return name;
}

}  // namespace weefsel
