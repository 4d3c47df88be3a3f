/** A stretch of a block's source text in UTF-16 offsets, `[from, to)`. */
export interface Span {
  from: number;
  to: number;
}

/** Whether the character at `offset` lies in the span. */
export function covers(span: Span, offset: number): boolean {
  return span.from <= offset && offset < span.to;
}

/** The span that holds `offset`, in spans sorted by `from` that do not overlap; `null` between them. */
export function spanAt<S extends Span>(spans: readonly S[], offset: number): S | null {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as S;
    if (offset < span.from) high = middle - 1;
    else if (offset >= span.to) low = middle + 1;
    else return span;
  }
  return null;
}
