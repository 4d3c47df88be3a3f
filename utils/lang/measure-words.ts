import type { GlossScript } from './gloss';

/** What each measure word counts: the section `measured` of the dictionary, read when first asked for. */
export class MeasureWords {
  readonly #section: () => Uint8Array;
  #counted: Map<string, string[]> | null = null;

  constructor(section: () => Uint8Array) {
    this.#section = section;
  }

  /** Some of the words that a measure word counts, the commonest first. */
  countedBy(measure: string, script: GlossScript): string[] {
    this.#counted ??= new Map(
      new TextDecoder()
        .decode(this.#section())
        .split('\n')
        .map((line): [string, string[]] => {
          const [word = '', ...counted] = line.split(' ');
          return [word, counted];
        }),
    );
    return (this.#counted.get(measure) ?? []).map((word) => {
      const [hans = '', hant = hans] = word.split('|');
      return script === 'hant' ? hant : hans;
    });
  }
}
