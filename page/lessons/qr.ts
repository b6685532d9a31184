// A text as a QR square.
import { encode } from "uqr";
import { svg } from "../../ui/dom";

export function square(text: string, label: string): SVGElement {
  const border = 3;
  const { data, size } = encode(text, { ecc: "M", border });
  const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const picture = svg("svg", { viewBox: `0 0 ${size} ${size}`, class: "square", role: "img", "aria-label": label });
  picture.append(svg("rect", { width: size, height: size, class: "light" }), svg("path", { d: cells.join(""), class: "dark" }));
  return picture;
}
