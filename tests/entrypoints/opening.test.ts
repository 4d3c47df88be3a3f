import { expect, test } from 'vitest';
import { nameOf, openBytes } from '@/entrypoints/document/opening';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each<[string, Uint8Array, ReturnType<typeof openBytes>['kind']]>([
  ['no bytes', new Uint8Array(), 'empty'],
  ['white space', bytes(' \n\t\n'), 'empty'],
  ['text', bytes('本报讯。\n今天下雨。'), 'text'],
  ['a PDF by its first bytes', bytes('%PDF-1.7\n…'), 'pdf'],
  ['a PDF after a few lines of something else', bytes(`${'x\n'.repeat(400)}%PDF-1.4`), 'pdf'],
  ['text that speaks of PDFs later on', bytes(`${'字'.repeat(400)}%PDF-`), 'text'],
  ['a web page', bytes('\n<!DOCTYPE html><html><p>本报讯'), 'web-page'],
  ['a web page as XML', bytes('<?xml version="1.0"?>\n<html xmlns="x">'), 'web-page'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'binary'],
  ['a very long picture', new Uint8Array(8_000_001), 'binary'],
  ['a very long text', new Uint8Array(8_000_001).fill(0x61), 'too-large'],
])('%s', (_, given, kind) => {
  expect(openBytes(given).kind).toBe(kind);
});

test.each([
  ['https://paper.example/a/%E8%A6%81%E9%97%BB.pdf?x=1#page=2', '要闻.pdf'],
  ['https://paper.example/', 'paper.example'],
  ['https://paper.example/100%.pdf', '100%.pdf'],
])('the name of %s', (address, name) => {
  expect(nameOf(address)).toBe(name);
});
