/** Words whose dictionary readings differ, or are not what is read in news: the reading taken, checked by hand. */
export const OVERRIDES: ReadonlyMap<string, string> = new Map([['告诉', 'gao4 su5']]);
