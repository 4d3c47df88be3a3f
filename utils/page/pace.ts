/** Longest stretch of work without a pause, milliseconds: with drawing added a task stays below 50. */
const SLICE = 10;

/** Lets the page work between slices of ours, and counts what ours take. */
export class Pace {
  #since = performance.now();
  #spent = 0;

  /** Milliseconds of work, waiting not counted. */
  get spent(): number {
    return this.#spent;
  }

  /** Whether a slice's time is used up. */
  get isUsedUp(): boolean {
    return performance.now() - this.#since > SLICE;
  }

  /** Waits for something that is no work of ours. */
  async waitFor<T>(other: Promise<T>): Promise<T> {
    this.#spent += performance.now() - this.#since;
    try {
      return await other;
    } finally {
      this.#since = performance.now();
    }
  }
}

/** After everything that waits already; sooner than a timer, which browsers slow down. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** After the page has been drawn, and how long that took in milliseconds; where it is not drawn at all, at once. */
export async function nextFrame(window: Window): Promise<number> {
  if (window.document.hidden) {
    await nextTurn();
    return 0;
  }
  const start = await new Promise<number>((resolve) => {
    // A window that is covered may not be drawn for long.
    const timer = window.setTimeout(() => resolve(performance.now()), 100);
    window.requestAnimationFrame(() => {
      window.clearTimeout(timer);
      resolve(performance.now());
    });
  });
  await nextTurn();
  return performance.now() - start;
}
