// Runs in the page: random trees that change while readings are put above their words and the script is changed.
import { blocksOf } from '@/utils/page/blocks';
import { Ruby } from '@/utils/page/ruby';
import { VariantText } from '@/utils/page/variant-text';
import { type Outcome, RandomPage, toTraditional } from './random-pages';

/** A page of random trees, what it shows in between, and what it looks like when all was taken away. */
export async function tryRuby(
  seed: number,
  trees: number,
  changes: number,
): Promise<Outcome & { annotated: number }> {
  const random = new RandomPage(seed);
  random.build(trees);
  // As in the reader: it hears of clones before the other does.
  const ruby = new Ruby();
  const variants = new VariantText(document, toTraditional);
  let annotated = 0;
  const show = async () => {
    const blocks = blocksOf(document.body, { sourceOf: (node) => variants.sourceOf(node) });
    const style = random.below(2) === 0 ? 'marks' : 'zhuyin';
    await ruby.show(
      blocks.map((block) => ({ block, words: wordsOf(block.text) })),
      style,
    );
    annotated = Math.max(annotated, document.querySelectorAll('tifa-ruby').length);
  };
  const ways = [show, show, () => ruby.clear(), () => variants.show('tw'), () => variants.restore()];
  let converted = false;
  await show();
  for (let count = 0; count < changes; count++) {
    random.change();
    // Our observers hear of each change before the next.
    await null;
    random.settle();
    if (random.below(4) === 0) await ways[random.below(ways.length)]?.();
    if (random.below(10) === 0) await new Promise((done) => setTimeout(done, random.below(60)));
    converted ||= /[縣發會鄉農]/.test(document.body.textContent ?? '');
  }
  if (random.below(2) === 0) {
    ruby.clear();
    await variants.restore();
  } else {
    await variants.restore();
    ruby.clear();
  }
  const left = document.querySelectorAll('tifa-ruby, ruby, rt').length;
  return { seed, converted, annotated, difference: left > 0 ? `${left} of ours` : random.difference() };
}

/** Words of two characters, whatever they are. */
function wordsOf(text: string): { from: number; to: number; reading: string }[] {
  return [...text.matchAll(/\p{Script=Han}{1,2}/gu)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
    reading: [...word].length === 2 ? 'xian4 hui4' : 'xian4',
  }));
}
