declare module '@citation-js/core' {
  export const plugins: {
    input: {
      chain(data: string, options?: object): Promise<Record<string, unknown>[]> | Record<string, unknown>[];
    };
  };
  export class Cite {
    constructor(data: unknown, options?: object);
    data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-ris';
