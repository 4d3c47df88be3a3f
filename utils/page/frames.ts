/** A frame smaller than this, in CSS pixels, is none that a reader reads in. */
const SMALLEST_FRAME = { width: 100, height: 30 };

/** The document of a frame of the same origin; `null` where it is another's, or not there. */
export function documentOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** The documents of the frames in a document that are of its own origin, nested ones too, each after the one around it. */
export function framedDocuments(document: Document): Document[] {
  const found: Document[] = [];
  for (const frame of document.querySelectorAll('iframe')) {
    const inner = documentOf(frame);
    if (inner) found.push(inner, ...framedDocuments(inner));
  }
  return found;
}

/** The frames of other origins in a document and in its frames of the same origin that are large enough to be read. */
export function foreignFrames(document: Document): HTMLIFrameElement[] {
  return [document, ...framedDocuments(document)].flatMap((each) =>
    [...each.querySelectorAll('iframe')].filter((frame) => !documentOf(frame) && isReadable(frame)),
  );
}

/** The hosts of such frames, each once, by the addresses that the page gives them. */
export function foreignHosts(document: Document): string[] {
  const hosts = foreignFrames(document).map(({ src }) => {
    const url = URL.canParse(src) ? new URL(src) : null;
    return url && /^https?:$/.test(url.protocol) ? url.hostname : '';
  });
  return [...new Set(hosts)].filter((host) => host !== '');
}

/**
 * A box of a document's window in the window of the document at the top of those of one origin. A frame that is
 * drawn larger or smaller is followed, one that is turned is not.
 */
export function boxInTop({ left, top, width, height }: DOMRectReadOnly, document: Document): DOMRect {
  let box = new DOMRect(left, top, width, height);
  for (let frame = frameOf(document); frame; frame = frameOf(frame.ownerDocument)) {
    const { left, top, scaleX, scaleY } = contentBox(frame);
    box = new DOMRect(
      left + box.left * scaleX,
      top + box.top * scaleY,
      box.width * scaleX,
      box.height * scaleY,
    );
  }
  return box;
}

/** Where a frame's document begins in the window around it, how large it is drawn, and in which scale. */
export function contentBox(frame: HTMLIFrameElement): {
  left: number;
  top: number;
  width: number;
  height: number;
  scaleX: number;
  scaleY: number;
} {
  const around = frame.getBoundingClientRect();
  const style = getComputedStyle(frame);
  const scaleX = frame.offsetWidth > 0 ? around.width / frame.offsetWidth : 1;
  const scaleY = frame.offsetHeight > 0 ? around.height / frame.offsetHeight : 1;
  const padding = (side: string) => Number.parseFloat(style.getPropertyValue(`padding-${side}`)) || 0;
  return {
    left: around.left + (frame.clientLeft + padding('left')) * scaleX,
    top: around.top + (frame.clientTop + padding('top')) * scaleY,
    width: frame.clientWidth - padding('left') - padding('right'),
    height: frame.clientHeight - padding('top') - padding('bottom'),
    scaleX,
    scaleY,
  };
}

/** The share of its window that a document's frame takes, from 0 to 1; 1 for the document at the top. */
export function shareOfTop(document: Document): number {
  const frame = frameOf(document);
  const { defaultView } = document;
  if (!frame || !defaultView) return 1;
  const { width, height } = boxInTop(
    new DOMRect(0, 0, defaultView.innerWidth, defaultView.innerHeight),
    document,
  );
  let top = frame.ownerDocument;
  for (let around = frameOf(top); around; around = frameOf(top)) top = around.ownerDocument;
  const window = top.defaultView as Window;
  return Math.min(1, width / window.innerWidth) * Math.min(1, height / window.innerHeight);
}

function frameOf(document: Document): HTMLIFrameElement | null {
  try {
    return (document.defaultView?.frameElement ?? null) as HTMLIFrameElement | null;
  } catch {
    return null;
  }
}

function isReadable(frame: HTMLIFrameElement): boolean {
  const { width, height } = frame.getBoundingClientRect();
  return width >= SMALLEST_FRAME.width && height >= SMALLEST_FRAME.height;
}
