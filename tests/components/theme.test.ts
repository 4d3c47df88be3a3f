import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../components/theme.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function colours(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = [
  'ink',
  'ink-soft',
  'ink-faint',
  'accent',
  'good',
  'warn',
  'bad',
  'tone-1',
  'tone-2',
  'tone-3',
  'tone-4',
  'tone-5',
];
const GROUNDS = ['paper', 'surface', 'sunken'];

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('the %s colours', (_, palette) => {
  test.each(TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
    '%s on %s reaches the contrast of 4.5 that WCAG 2.2 (1.4.3) asks for text',
    (text, ground) => {
      expect(contrast(palette[text] as string, palette[ground] as string)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each([
    ['accent-ink', 'accent', 4.5],
    ['accent-ink', 'accent-strong', 4.5],
    ['accent', 'accent-wash', 4.5],
    ['mark-ink', 'mark', 4.5],
    ['line-strong', 'surface', 3], // WCAG 1.4.11: what bounds a control
    ['line-strong', 'paper', 3],
    ['focus', 'paper', 3],
    ['focus', 'surface', 3],
  ])('%s on %s reaches %d', (a, b, least) => {
    expect(contrast(palette[a] as string, palette[b] as string)).toBeGreaterThanOrEqual(least);
  });
});
