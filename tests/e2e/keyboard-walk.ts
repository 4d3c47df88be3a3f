import type { Page } from 'playwright-core';

/** A control that is wrong, named by its part or its words. */
type Named = string;

interface Controls {
  list(): HTMLElement[];
  nameOf(element: Element): Named;
}

/** Puts the list of a page's controls into it; runs there. */
function install(): void {
  const shown = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });
  const name = (element: Element) =>
    (element as HTMLElement).dataset.part ??
    (element as HTMLElement).dataset.setting ??
    `${element.localName} ${(element.textContent ?? '').trim().slice(0, 30)}`;
  (globalThis as unknown as { controls: Controls }).controls = {
    list: () =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'a[href], button, input, select, textarea, summary, [tabindex="0"]',
        ),
      ].filter(
        // A chooser of files that a button opens is no stop of its own.
        (element) =>
          shown(element) &&
          !(element as HTMLButtonElement).disabled &&
          !element.matches('[type="file"][tabindex="-1"]'),
      ),
    nameOf: name,
  };
}

/**
 * The controls of a page that the Tab key never comes to. Of a group whose parts the arrows reach (radios, tabs) one
 * is enough.
 */
export async function unreached(page: Page): Promise<Named[]> {
  await page.evaluate(install);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  });
  const seen = new Set<number>();
  let idle = 0;
  for (let presses = 0; presses < 200 && idle < 4; presses++) {
    await page.keyboard.press('Tab');
    const index = await page.evaluate(() => {
      const { controls } = globalThis as unknown as { controls: Controls };
      return controls.list().indexOf(document.activeElement as HTMLElement);
    });
    if (index < 0 || seen.has(index)) idle++;
    else idle = 0;
    if (index >= 0) seen.add(index);
  }
  return page.evaluate(
    (reached) => {
      const { controls } = globalThis as unknown as { controls: Controls };
      const list = controls.list();
      const groupOf = (element: HTMLElement) =>
        element.closest('[role="tablist"], [role="toolbar"]') ??
        ((element as HTMLInputElement).type === 'radio'
          ? `radio ${(element as HTMLInputElement).name}`
          : element);
      const groups = new Set(reached.map((index) => groupOf(list[index] as HTMLElement)));
      return list.filter((element) => !groups.has(groupOf(element))).map(controls.nameOf);
    },
    [...seen],
  );
}

/** The controls of a page that are smaller than 24 pixels either way; links within sentences aside. */
export async function smallTargets(page: Page): Promise<Named[]> {
  await page.evaluate(install);
  return page.evaluate(() => {
    const { controls } = globalThis as unknown as { controls: Controls };
    return controls
      .list()
      .filter((element) => !element.matches('p a, dd a, li a, td a, [tabindex="0"]:not(button, a, input)'))
      .flatMap((element) => {
        // A box that is drawn by its label is pressed there.
        const label = (element as HTMLInputElement).labels?.[0];
        const boxes = [element, ...(label ? [label] : [])].map((each) => each.getBoundingClientRect());
        const large = boxes.some(({ width, height }) => width >= 23.5 && height >= 23.5);
        const { width, height } = boxes[0] as DOMRect;
        return large ? [] : [`${controls.nameOf(element)} ${Math.round(width)} × ${Math.round(height)}`];
      });
  });
}
