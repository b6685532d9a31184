// The scenario that a setting stands for: the very text that the engine reads and that the command line runs.
import { asNow, sliders, valueAt, type Setting } from "./settings";
import { worlds } from "./worlds";

export const years = 20;
export const reference = "now",
  choice = "what-if";

/** What money buys, from places only to people only; it is scaled to the amount. */
const mixes = [
  `[ { place = "buurthuis", hours_week = 40 }, { place = "garden", hours_week = 20 } ]`,
  `[ { role = "opbouwwerker", fte = 0.4 }, { role = "sociaal_werker", fte = 0.3 },
             { place = "buurthuis", hours_week = 30 } ]`,
  `[ { role = "opbouwwerker", fte = 0.7 }, { role = "sociaal_werker", fte = 0.6 },
             { role = "jongerenwerker", fte = 0.4 }, { place = "buurthuis", hours_week = 16 } ]`,
  `[ { role = "opbouwwerker", fte = 0.8 }, { role = "sociaal_werker", fte = 0.7 },
             { role = "jongerenwerker", fte = 0.4 }, { place = "buurthuis", hours_week = 8 } ]`,
  `[ { role = "opbouwwerker", fte = 0.9 }, { role = "sociaal_werker", fte = 0.8 },
             { role = "jongerenwerker", fte = 0.5 } ]`,
];
const toBeSolved = "  # euro_year follows from equal money";

/** `[neighbourhood]` as a table of its own, also where a list of one was written. */
const single = (neighbourhood: string): string =>
  neighbourhood.replace(/^\s*\[\[neighbourhood\]\]/m, "[neighbourhood]").trim();

function figure(neighbourhood: string, key: string): string {
  return new RegExp(`^\\s*${key}\\s*=\\s*"?([^"#\\n]*)"?`, "m").exec(neighbourhood)?.[1].trim() ?? "";
}
export const nameOf = (neighbourhood: string): string => figure(neighbourhood, "name");
export const municipalityOf = (neighbourhood: string): string => figure(neighbourhood, "municipality");
export const residentsOf = (neighbourhood: string): number => Number(figure(neighbourhood, "residents")) || 0;
/** Euros a year of the reference. */
export function eurosOf(setting: Setting, neighbourhood: string): number {
  return Math.round((residentsOf(neighbourhood) * valueAt(setting.stops, "money")) / 10) * 10;
}

/** The choice has no euros yet: what makes it cost as much as the reference is for the engine to say. */
export function draftOf(setting: Setting, neighbourhood: string): string {
  const at = (name: Parameters<typeof valueAt>[1]): number => valueAt(setting.stops, name);
  const structural = at("rules") === 1;
  const name = nameOf(neighbourhood).replaceAll('"', "'");
  return `title.nl    = "${name}: wat als het geld anders kwam?"
title.en    = "${name}: what if the money came otherwise?"
question.nl = "Met evenveel geld: wat verandert er in twintig jaar?"
question.en = "With equal money: what changes in twenty years?"

years        = ${years}
warmup_years = 10
draws        = ${worlds}
replicates   = 1
seed         = 20220613
reference    = "${reference}"
equal_money  = false

${single(neighbourhood)}

# The policy of today: it runs through the years before, and both options take over from it.
[[present.line]]
name   = "basis"
form   = "structural"
source = "structural"
buys   = [ { role = "sociaal_werker", fte = 0.5 }, { place = "buurthuis", hours_week = 8 } ]

[[option]]
name  = "${reference}"
label = { nl = "Zoals nu", en = "As now" }
  [[option.line]]
  name   = "work"
  form   = "project"
  source = "incidental"
  euro_year = ${eurosOf(setting, neighbourhood)}
  buys   = ${mixes[asNow.mix]}

[[option]]
name  = "${choice}"
label = { nl = "Wat als", en = "What if" }
follow = ${at("follow")}
  [[option.line]]
  name   = "work"
  form   = "${structural ? "structural" : "project"}"
  source = "${structural ? "structural" : "incidental"}"
${toBeSolved}
  term_months = ${at("term")}
  renewal = ${at("renewal")}
  gap_months = ${at("renewal") < 1 ? 4 : 0}
  notice_months = ${at("notice")}
  start_up_months = ${at("start")}
  buys   = ${mixes[setting.stops.mix]}
`;
}

/** The draft with the euros of the choice; as it is where it has none. */
export function withEuroYear(draft: string, euros: number): string {
  if (!(euros > 0)) return draft;
  return draft
    .replace(toBeSolved, `  euro_year = ${euros}`)
    .replace(/^equal_money( *)= false$/m, "equal_money$1= true");
}

/** All that decides the reference: two drafts that agree in it have the same one. */
export const beforeChoice = (toml: string): string => {
  const parts = toml.split("[[option]]");
  return parts.slice(0, 2).join("[[option]]").replace(/^equal_money.*$/m, "");
};

/** A text for a file: the table [neighbourhood] of a scenario that names all its figures. */
export function neighbourhoodIn(resolved: string): string {
  const from = resolved.indexOf("[[neighbourhood]]");
  const rest = resolved.slice(from);
  const end = rest.slice(2).search(/^\[/m);
  return single(end < 0 ? rest : rest.slice(0, end + 2));
}

export const stopsOf = (name: keyof typeof sliders): number => sliders[name].stops.length;
