import { JSDOM } from 'jsdom';

/** A page as a parser gives it, without a layout engine. */
export function parse(html: string, url = 'https://paper.example/'): Document {
  const { document } = new JSDOM(html, { url }).window;
  // A browser has these everywhere, Node nowhere.
  Object.assign(globalThis, { StaticRange: document.defaultView?.StaticRange });
  return document;
}

/** The first element that a selector finds; throws where there is none. */
export function one(document: ParentNode, selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
}

/** The text node whose text holds a string. */
export function textWith(document: Document, text: string): Text {
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if ((node as Text).data.includes(text)) return node as Text;
  throw new Error(`The page has no ${text}.`);
}
