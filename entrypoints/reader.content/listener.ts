/** Listens to one kind of event while it goes down to its target. */
export type Listen = <K extends keyof GlobalEventHandlersEventMap>(
  target: EventTarget,
  type: K,
  handle: (event: GlobalEventHandlersEventMap[K]) => void,
  passive?: boolean,
) => void;

/** Hears the reader, not the page: what a script dispatches is no input. */
export function listener(signal: AbortSignal): Listen {
  return (target, type, handle, passive = true) =>
    target.addEventListener(type, (event) => event.isTrusted && handle(event as never), {
      signal,
      capture: true,
      passive,
    });
}
