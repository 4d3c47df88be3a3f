import type { Settings } from '@/utils/ext/settings';
import type { PageView } from './PagePanel';

/** What a report of a problem says by itself. */
export interface ReportFacts {
  version: string;
  /** The browser and its system, as it calls itself. */
  browser: string;
  /** Of the interface, as BCP 47 has it. */
  language: string;
  settings: Settings;
  view: PageView;
  termsBroken: boolean;
  /** Of the page, where the reader adds it. */
  address: string | null;
}

/**
 * The text of a report, to be copied: room for the reader's words, then the state of things. It holds nothing of what
 * the page says, and English words only, since it is read by those who mend.
 */
export function problemReport({
  version,
  browser,
  language,
  settings,
  view,
  termsBroken,
  address,
}: ReportFacts): string {
  const lines = [
    `Tifa ${version}`,
    `Browser: ${browser}`,
    `Interface: ${language}`,
    `Page: ${pageLine(view)}`,
    `Settings: ${Object.entries(settings)
      .map(([key, value]) => `${key}=${value}`)
      .join(' ')}`,
  ];
  if (termsBroken) lines.push('Set phrases: damaged');
  if (address !== null) lines.push(`Address: ${address}`);
  return lines.join('\n');
}

function pageLine(view: PageView): string {
  if (view.kind !== 'reading') return view.kind;
  const { article, chinese, terms, shown, frames, cardRemoved } = view.state;
  const kind = article ? 'article' : chinese ? 'no article' : 'no Chinese';
  const parts = [kind, `script ${shown}`, `set phrases ${terms}`, `foreign frames ${frames.length}`];
  return [...parts, ...(cardRemoved ? ['card removed by the page'] : [])].join(', ');
}
