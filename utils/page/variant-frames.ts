import type { Target } from './convertible';
import { dataOf } from './ruby-text';

/** What shows one document in another script. */
export interface DocumentVariants {
  show(target: Target): Promise<void>;
  restore(): Promise<void>;
  dispose(): void;
  sourceOf(node: Text): string;
}

/** The documents of the frames in a page that are of its own origin, for as long as another script is shown. */
export class FrameVariants {
  readonly #make: (document: Document) => DocumentVariants;
  readonly #frames = new Map<HTMLIFrameElement, { document: Document; variants: DocumentVariants }>();
  #target: Target | null = null;
  #stop = new AbortController();

  constructor(make: (document: Document) => DocumentVariants) {
    this.#make = make;
  }

  /** Shows the frames under a node, now and whenever one of them loads another document. */
  async show(scope: ParentNode, target: Target): Promise<void> {
    this.#target = target;
    const frames = [...scope.querySelectorAll('iframe')];
    if ((scope as Element).localName === 'iframe') frames.push(scope as HTMLIFrameElement);
    await Promise.all(frames.map((frame) => this.#showFrame(frame)));
  }

  async restore(): Promise<void> {
    await Promise.all(this.#leave().map((variants) => variants.restore()));
  }

  dispose(): void {
    for (const variants of this.#leave()) variants.dispose();
  }

  /** The source of a text in a frame; what is in no frame of ours shows its own. */
  sourceOf(node: Text): string {
    for (const { document, variants } of this.#frames.values())
      if (document === node.ownerDocument) return variants.sourceOf(node);
    return dataOf(node);
  }

  async #showFrame(frame: HTMLIFrameElement): Promise<void> {
    const known = this.#frames.get(frame);
    const document = documentOf(frame);
    if (!known) {
      const { signal } = this.#stop;
      frame.addEventListener('load', () => void this.#showFrame(frame).catch(() => undefined), { signal });
    }
    if (!document?.body || !this.#target) return;
    const variants = known?.document === document ? known.variants : this.#make(document);
    this.#frames.set(frame, { document, variants });
    await variants.show(this.#target);
  }

  #leave(): DocumentVariants[] {
    const all = [...this.#frames.values()].map(({ variants }) => variants);
    this.#frames.clear();
    this.#target = null;
    this.#stop.abort();
    this.#stop = new AbortController();
    return all;
  }
}

/** The document of a frame of the same origin; `null` where it is another's. */
function documentOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}
