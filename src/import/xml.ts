/** Walking a document without recursion: a hostile one may be very deep. Namespaces are not looked at. */
import type { Element } from '@xmldom/xmldom';

export function childrenOf(element: Element, name?: string): Element[] {
  const children: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType !== node.ELEMENT_NODE) continue;
    const child = node as Element;
    if (name === undefined || child.localName === name) children.push(child);
  }
  return children;
}

/** Elements below, in the order of the file; what lies inside those named in `closed` is not looked at. */
export function* below(element: Element, closed: ReadonlySet<string> = new Set()): Generator<Element> {
  const open = childrenOf(element).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    if (!closed.has(next.localName ?? '')) open.push(...childrenOf(next).reverse());
  }
}

/** Text of the first child of that name, on one line; empty without. */
export const textIn = (element: Element, name: string): string => plainText(childrenOf(element, name)[0]);

export const plainText = (element: Element | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();

export const lineOf = (element: Element): string => `line ${element.lineNumber ?? 0}`;
