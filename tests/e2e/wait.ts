/** Asks until the answer is one to go on with; throws with the last answer after `timeout` milliseconds. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  enough: (answer: T) => boolean,
  timeout = 8000,
): Promise<T> {
  const end = performance.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (enough(answer)) return answer;
    if (performance.now() > end)
      throw new Error(`${what}: not within ${timeout} ms; last seen ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
