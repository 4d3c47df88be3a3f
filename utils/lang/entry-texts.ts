import { Lines } from './lines';
import { as32, checksum, decodeSections } from './sections';
import type { Term } from './term';

/** What entries say, `entries.bin`: glosses and the records of set phrases, decoded one by one when asked for. */
export class EntryTexts {
  /** The records are damaged: there are no set phrases, and everything else works. */
  readonly areTermsBroken: boolean;
  readonly #glosses: Lines;
  readonly #terms: Lines;

  /** @param buffer the bytes of `entries.bin`; throws where they are something else */
  constructor(buffer: ArrayBuffer) {
    const section = decodeSections(buffer);
    this.#glosses = new Lines(section('text'), as32(section('textBlocks')));
    this.#terms = new Lines(section('terms'), as32(section('termBlocks')));
    this.areTermsBroken = checksum(section('terms')) !== as32(section('termSum'))[0];
  }

  /** The glosses of an entry of the dictionary by number, as CC-CEDICT writes them, apart by `/`. */
  glosses(number: number): string {
    return this.#glosses.line(number);
  }

  /** The record of a set phrase by number. */
  term(number: number): Term {
    return JSON.parse(this.#terms.line(number));
  }
}
