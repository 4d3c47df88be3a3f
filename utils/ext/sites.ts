/** Match patterns of the sites on which the detector runs by itself; they are host permissions too. */
export const SITES: string[] = [];
