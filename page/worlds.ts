// In how many worlds the page simulates what was chosen.
const usualWorlds = 12,
  fewest = 3,
  most = 48;
/** Worlds that an address asks for, `worlds=24`: fewer answer sooner, more are surer. */
export function worldsIn(hash: string): number {
  const said = Number(new URLSearchParams(hash.replace(/^#/, "")).get("worlds"));
  return Number.isInteger(said) && said >= fewest && said <= most ? said : usualWorlds;
}
/** Fixed while a page stands; what the address says of it goes along to every address that follows. */
export const worlds = worldsIn(location.hash);
export const worldsInAddress = worlds === usualWorlds ? "" : `&worlds=${worlds}`;
