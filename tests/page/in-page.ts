import type { Target, VariantText } from '@/utils/page/variant-text';

/** What the scripts of the page tests put into the page. */
declare global {
  interface Window {
    /** Everything that the bundled modules export. */
    tifa: typeof import('@/utils/page/variant-text') &
      typeof import('@/utils/page/hover') &
      typeof import('@/utils/page/field') &
      typeof import('@/utils/page/blocks') &
      typeof import('@/utils/page/highlight') &
      typeof import('@/utils/page/article') &
      typeof import('./pointing') &
      typeof import('./random-pages') &
      typeof import('./random-ruby') &
      typeof import('./ruby-page') &
      typeof import('./react-page') &
      typeof import('./vue-page');
    variants: VariantText;
    /** What stood in the page when it was opened. */
    nodes: { node: Node; data: string | null }[];
    convert(texts: string[], target: Target): Promise<string[]>;
    /** The texts that were given to `convert`. */
    asked: string[];
  }
}
