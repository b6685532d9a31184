// Where houses stand in the drawing: streets as the engine lays them, row behind row, each with a side at the back and one
// in front. It is an image of who lives next to whom, not a map; so it has no scale.

export interface House {
  x: number;
  /** Foot of the house. */
  y: number;
  width: number;
  height: number;
  roof: number;
}
export interface Town {
  width: number;
  height: number;
  horizon: number;
  houses: House[];
  /** Feet of the rows, from the back. */
  rows: number[];
  /** Where what stands at x, y (metres) is drawn. */
  at: (x: number, y: number) => { x: number; y: number };
}

/** The same noise for the same house, 0 to 1. */
export function noise(i: number, salt: number): number {
  let h = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(salt + 7, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** `dwellings`: x, y, street and public space of each. */
export function layOut(dwellings: Float32Array, width: number, height: number): Town {
  const n = dwellings.length / 4;
  const xs: number[] = [],
    ys: number[] = [];
  for (let i = 0; i < n; ++i) {
    xs.push(dwellings[4 * i]);
    ys.push(Math.round(dwellings[4 * i + 1] * 10) / 10);
  }
  const sides = [...new Set(ys)].sort((a, b) => a - b);
  const left = Math.min(...xs),
    right = Math.max(...xs);
  const margin = width * 0.03,
    horizon = height * 0.17,
    foot = height * 0.055;
  const perRow = Math.max(1, Math.round(n / sides.length));
  const usable = width - 2 * margin;
  const pitch = usable / (perRow + 1);
  const step = (height - horizon - foot) / sides.length;
  // A hill that leans a little: rows further down lie lower in the middle.
  const lean = (x: number, row: number): number =>
    Math.sin((x / width) * Math.PI * 1.3 + 0.6 + row * 0.11) * Math.min(step * 0.4, 14);
  const across = (x: number): number => margin + pitch / 2 + ((x - left) / Math.max(1, right - left)) * (usable - pitch);
  const rowOf = new Map(sides.map((y, row) => [y, row]));
  const footOf = (row: number): number => horizon + (row + 0.92) * step;
  // A house is as wide as its neighbours leave room for: streets with few houses have wide ones.
  const room = new Float64Array(n).fill(pitch);
  for (let row = 0; row < sides.length; ++row) {
    const mine = xs.map((x, i) => ({ x: across(x), i })).filter(({ i }) => rowOf.get(ys[i]) === row);
    mine.sort((a, b) => a.x - b.x);
    mine.forEach(({ x, i }, k) => {
      const gaps = [mine[k - 1], mine[k + 1]].filter((m) => m !== undefined).map((m) => Math.abs(m.x - x));
      if (gaps.length > 0) room[i] = Math.min(...gaps);
    });
  }
  const houses = xs.map((x, i): House => {
    const row = rowOf.get(ys[i])!;
    const px = across(x);
    const size = 0.8 + 0.28 * noise(i, 1);
    return {
      x: px,
      y: footOf(row) + lean(px, row),
      width: Math.max(2, Math.min(room[i] * 0.96, step * 0.8)),
      height: Math.max(2.5, Math.min(step * 0.86, Math.max(room[i] * 1.5, step * 0.62)) * size),
      roof: noise(i, 2),
    };
  });
  const lowest = sides[0],
    span = Math.max(1, sides[sides.length - 1] - lowest);
  return {
    width,
    height,
    horizon,
    houses,
    rows: sides.map((_, row) => footOf(row)),
    at: (x, y) => {
      const row = Math.max(0, Math.min(sides.length - 1, ((y - lowest) / span) * (sides.length - 1)));
      const px = Math.max(margin, Math.min(width - margin, across(x)));
      return { x: px, y: footOf(row) + lean(px, row) };
    },
  };
}
