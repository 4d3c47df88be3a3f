import { browser } from '#imports';
import { ENGINE_FILES, type Engine, type EngineBuffers, loadEngine } from '@/utils/lang/engine';
import { VariantEngine } from '@/utils/lang/variant';

/** The language engine and the converter over the files that ship with the extension. */
export interface Assets {
  engine: Engine;
  variants: VariantEngine;
}

let assets: Promise<Assets> | null = null;

/** Loads both once in a worker's life; what failed is tried again when next asked for. */
export function loadAssets(): Promise<Assets> {
  assets ??= load().catch((error: unknown) => {
    assets = null;
    throw error;
  });
  return assets;
}

async function load(): Promise<Assets> {
  const names = Object.keys(ENGINE_FILES) as (keyof EngineBuffers)[];
  const [variant, ...buffers] = await Promise.all(['variant.bin', ...Object.values(ENGINE_FILES)].map(read));
  const engineBuffers = Object.fromEntries(names.map((name, index) => [name, buffers[index]]));
  return {
    engine: loadEngine(engineBuffers as unknown as EngineBuffers),
    variants: new VariantEngine(variant as ArrayBuffer),
  };
}

async function read(file: string): Promise<ArrayBuffer> {
  const answer = await fetch(browser.runtime.getURL(`/dict/${file}` as '/'));
  if (!answer.ok) throw new Error(`The extension's file dict/${file} could not be read.`);
  return answer.arrayBuffer();
}
