import type { CDPSession, Page } from 'playwright-core';

interface TraceEvent {
  name: string;
  cat: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
}

/** What a page's main thread did: CPU time of all its tasks, and the longest of them, milliseconds. */
export interface Work {
  cpu: number;
  /** By the clock. */
  longest: number;
  /** By its CPU time, which other programs on the machine do not lengthen. */
  longestCpu: number;
}

const MARK = 'tifa-bench';

/** Records the tasks of a page's main thread while `work` runs. */
export async function traced(page: Page, cdp: CDPSession, work: () => Promise<void>): Promise<Work> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => {
    events.push(...(value as TraceEvent[]));
  };
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  await work();
  // Tells the page's main thread from those of other pages.
  await page.evaluate((name) => void performance.mark(name), MARK);
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  const mark = events.find(({ name }) => name === MARK);
  if (!mark) throw new Error('The trace lacks the page.');
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && /RunTask$/.test(name) && pid === mark.pid && tid === mark.tid,
  );
  if (tasks.length === 0) throw new Error('The trace lacks the tasks of the page.');
  return {
    cpu: tasks.reduce((sum, { tdur }) => sum + (tdur ?? 0), 0) / 1000,
    longest: Math.max(...tasks.map(({ dur }) => dur ?? 0)) / 1000,
    longestCpu: Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1000,
  };
}
