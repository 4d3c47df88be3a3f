import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import type { Tifa } from '../e2e/chromium';
import type { Target } from '../e2e/target';

/** Where the pictures go. */
export const SHOTS = '.output/shots';

/** The widths in which a page is taken, in CSS pixels, with the height of their windows. */
const WIDTHS = { wide: [1200, 800], narrow: [360, 720] } as const;
export type Width = keyof typeof WIDTHS;
export const SCHEMES = ['light', 'dark'] as const;

/** One picture that was taken. */
export interface Shot {
  language: string;
  surface: string;
  scheme: (typeof SCHEMES)[number];
  width: Width | 'own';
  file: string;
}

/** Takes every surface in light and dark, pages in every width, for one language of the interface. */
export class Camera {
  readonly shots: Shot[] = [];

  constructor(
    readonly tifa: Tifa,
    readonly language: string,
    /** Folder of the extension that is being taken. */
    readonly extension: string,
    private readonly wanted: (surface: string) => boolean,
  ) {}

  /** Whether a surface is to be taken at all, so that nobody need set it up in vain. */
  wants(...surfaces: string[]): boolean {
    return surfaces.some(this.wanted);
  }

  /** A tab in its state as it stands; `prepare` runs in each width, for what does not outlive a change of it. */
  async page(
    surface: string,
    page: Page,
    { whole = false, prepare }: { whole?: boolean; prepare?: () => Promise<unknown> } = {},
  ): Promise<void> {
    if (!this.wanted(surface)) return;
    for (const width of Object.keys(WIDTHS) as Width[]) {
      const [across, down] = WIDTHS[width];
      await page.setViewportSize({ width: across, height: down });
      await prepare?.();
      for (const scheme of SCHEMES) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await page.waitForTimeout(80);
        const file = this.#file(surface, width, scheme);
        await page.screenshot({ path: `${SHOTS}/${file}`, fullPage: whole });
      }
    }
    const [across, down] = WIDTHS.wide;
    await page.setViewportSize({ width: across, height: down });
    await page.emulateMedia({ colorScheme: 'light' });
  }

  /** The popup or the panel, in the size that the browser gives it. */
  async target(surface: string, target: Target): Promise<void> {
    if (!this.wanted(surface)) return;
    for (const scheme of SCHEMES) {
      await target.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ],
      });
      await new Promise((resolve) => setTimeout(resolve, 150));
      const { data } = await target.send<{ data: string }>('Page.captureScreenshot', {
        captureBeyondViewport: false,
      });
      const path = `${SHOTS}/${this.#file(surface, 'own', scheme)}`;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, Buffer.from(data, 'base64'));
    }
  }

  #file(surface: string, width: Width | 'own', scheme: (typeof SCHEMES)[number]): string {
    const file = `${this.language}/${surface}-${width}-${scheme}.png`;
    this.shots.push({ language: this.language, surface, scheme, width, file });
    return file;
  }
}
