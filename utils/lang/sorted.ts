/** The first place in sorted numbers, `width` to a place, whose number is not below `wanted`. */
export function lowerBound(numbers: Uint32Array, wanted: number, width: 1 | 2): number {
  let low = 0;
  let high = numbers.length / width;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[width * middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
