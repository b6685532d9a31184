// Elements are made here and nowhere else, and texts only ever become text nodes: nothing that stands in
// the data can become markup.

type Child = Node | string | null | undefined;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const child of children) if (child != null) made.append(child);
  return made;
}

/** A paragraph. */
export function p(text: string, kind = ""): HTMLParagraphElement {
  return el("p", kind ? { class: kind } : {}, text);
}

const svgSpace = "http://www.w3.org/2000/svg";

export function svg(
  tag: string,
  attributes: Record<string, string | number>,
  ...children: Child[]
): SVGElement {
  const made = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  for (const child of children) if (child != null) made.append(child);
  return made;
}
