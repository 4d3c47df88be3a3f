import type { HoverCardProps } from '@/components/HoverCard';

/**
 * The part of the reader that draws the card. It is a script of its own, put into a page only when the reader moves
 * the pointer there: a page that is merely loaded should not pay for it.
 */
export interface CardProgram {
  css: string;
  /** Makes an element the card's; what is returned draws it, `null` empties it. */
  mount(card: HTMLElement): (props: HoverCardProps | null) => void;
  /** Moves the card to the words whose boxes are given, in the window's coordinates. */
  place(card: HTMLElement, words: DOMRect[]): void;
}

// Two content scripts of one page share a world that the page cannot see.
const world = globalThis as { tifaCardProgram?: CardProgram };

/** Called by the card's script. */
export function provideCardProgram(program: CardProgram): void {
  world.tifaCardProgram = program;
}

/** The card's program; `null` until its script has run. */
export function cardProgram(): CardProgram | null {
  return world.tifaCardProgram ?? null;
}
