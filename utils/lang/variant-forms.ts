/** Regional vocabulary: that of everyday texts, or that of programs and machines too. */
export type Vocabulary = 'everyday' | 'technical';

/** No phrase of the vocabulary is longer. */
const LONGEST = 16;

/** What the section `forms` holds: forms of another length, and regional vocabulary. */
export class Forms {
  readonly #maps = new Map<string, Map<string, string>>();

  /** @param text lines of lists, source and form, apart by tabs; lists: see `utils/build/variant-vocabulary.ts` */
  constructor(text: string) {
    for (const line of text.split('\n')) {
      const [lists = '', source = '', form = ''] = line.split('\t');
      for (const list of lists.split(',')) {
        let map = this.#maps.get(list);
        if (!map) {
          map = new Map();
          this.#maps.set(list, map);
        }
        map.set(source, form);
      }
    }
  }

  /** The form of a word in a conversion where its length differs. */
  other(conversion: string, word: string): string | undefined {
    return this.#maps.get(conversion)?.get(word);
  }

  /** What vocabulary makes of a word that holds a phrase inside. */
  word(conversion: string, word: string): string | undefined {
    return this.#maps.get(`${conversion}+`)?.get(word);
  }

  /**
   * The longest phrase of vocabulary that begins with piece `first` and ends with another.
   *
   * @param pieces the text as its words, in the forms that phrases have
   * @returns the phrase's form and the piece after it
   */
  phrase(
    conversion: string,
    pieces: readonly string[],
    first: number,
    vocabulary: Vocabulary,
  ): { form: string; next: number } | null {
    const lists = vocabulary === 'technical' ? ['**', '*'] : ['*'];
    const maps = lists.map((list) => this.#maps.get(conversion + list));
    let found: { form: string; next: number } | null = null;
    let text = '';
    for (let next = first; next < pieces.length; ) {
      text += pieces[next++] as string;
      if (text.length > LONGEST) break;
      for (const map of maps) {
        const form = map?.get(text);
        if (form !== undefined) found = { form, next };
      }
    }
    return found;
  }
}
