import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Any package of npm. */
const PACKAGES = /^(?!node:|#|utils\/|components\/|entrypoints\/|tests\/)/;

/**
 * Who may import whom. A file belongs to the first row whose `of` it starts with. `may` holds the beginnings of the
 * project's own paths, packages, and `#imports` (WXT's own); `types` those of which only types may be imported.
 */
const RULES: { of: string; may: (string | RegExp)[]; types?: string[]; pure?: true }[] = [
  { of: 'utils/lang/', may: ['utils/lang/', 'pinyin-pro', 'opencc-js'], pure: true },
  { of: 'utils/glossary/', may: ['utils/glossary/', 'utils/lang/', PACKAGES], pure: true },
  { of: 'utils/page/', may: ['utils/page/', 'utils/lang/', PACKAGES] },
  { of: 'utils/ext/', may: ['utils/ext/', 'utils/glossary/', 'utils/lang/', '#imports', PACKAGES] },
  { of: 'utils/terms/', may: ['utils/terms/', 'utils/lang/', PACKAGES] },
  { of: 'utils/build/', may: ['utils/build/', 'utils/terms/', 'utils/lang/', 'node:', PACKAGES] },
  {
    of: 'components/hooks.ts',
    may: ['components/', 'utils/ext/', 'utils/glossary/', 'utils/lang/', PACKAGES],
  },
  { of: 'components/use-settings.ts', may: ['utils/ext/', PACKAGES] },
  // The words of the interface, by the browser's own catalogue.
  { of: 'components/text.ts', may: ['#imports'] },
  {
    of: 'components/',
    may: ['components/', 'utils/glossary/', 'utils/lang/', PACKAGES],
    types: ['utils/ext/'],
  },
  // The document page shows its text by the reader itself; no other entrypoint is imported.
  { of: 'entrypoints/', may: ['entrypoints/reader.content/', 'components/', 'utils/', '#imports', PACKAGES] },
];

/** Rooms that nothing that ships may reach, whatever the rows above allow. */
const NEVER_SHIPPED = ['utils/build/', 'utils/terms/', 'tests/'];
const isShipped = (file: string) => !NEVER_SHIPPED.some((room) => file.startsWith(room));

/** Globals of a page or of an extension, which strings in and data out have no use for. */
const IMPURE = new Set(['document', 'window', 'browser', 'chrome', 'self', 'globalThis']);

interface Import {
  of: string;
  onlyTypes: boolean;
}

const files = ['utils', 'components', 'entrypoints'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${room}/${name}`),
);

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** The project's path of an import, or the package as written. */
function resolve(file: string, specifier: string): string {
  const path = specifier.replace(/\?\w+$/, '');
  if (path.startsWith('@/')) return path.slice(2);
  return path.startsWith('.') ? normalize(join(dirname(file), path)) : path;
}

function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (literal: ts.Node | undefined, onlyTypes: boolean) => {
    if (literal && ts.isStringLiteralLike(literal))
      found.push({ of: resolve(source.fileName, literal.text), onlyTypes });
  };
  visit(source, (node) => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      const names = clause?.namedBindings;
      const each =
        names && ts.isNamedImports(names) ? names.elements.every((element) => element.isTypeOnly) : false;
      add(
        node.moduleSpecifier,
        clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (each && !clause?.name),
      );
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
  });
  return found;
}

/** Uses of a global; a property or a type's field of the same name is none. */
function impureNames(source: ts.SourceFile): string[] {
  const found: string[] = [];
  visit(source, (node) => {
    if (!ts.isIdentifier(node) || !IMPURE.has(node.text)) return;
    const parent = node.parent as ts.Node & { name?: ts.Node };
    const isName =
      parent.name === node &&
      (ts.isPropertyAccessExpression(parent) ||
        ts.isPropertySignature(parent) ||
        ts.isPropertyAssignment(parent) ||
        ts.isPropertyDeclaration(parent));
    if (!isName) found.push(node.text);
  });
  return found;
}

const startsWithOne = (path: string, beginnings: (string | RegExp)[]) =>
  beginnings.some((beginning) => {
    if (beginning instanceof RegExp) return beginning.test(path);
    return /[/:]$/.test(beginning)
      ? path.startsWith(beginning)
      : path === beginning || path.startsWith(`${beginning}/`);
  });

/** The folder of an entrypoint, whose files may import each other. */
const ownFolder = (file: string) => file.match(/^entrypoints\/[^/]+\//)?.[0] ?? file;

function forbidden(file: string): string[] {
  const rule = RULES.find(({ of }) => file.startsWith(of));
  if (!rule) return ['the file stands in no room of the house'];
  const source = parse(file);
  const imports = importsOf(source).filter(({ of, onlyTypes }) => {
    if (isShipped(file) && startsWithOne(of, NEVER_SHIPPED)) return true;
    return (
      !startsWithOne(of, [...rule.may, ownFolder(file)]) &&
      !(onlyTypes && startsWithOne(of, rule.types ?? []))
    );
  });
  return [
    ...imports.map(({ of, onlyTypes }) => `imports ${onlyTypes ? 'types of ' : ''}${of}`),
    ...(rule.pure ? impureNames(source).map((name) => `uses ${name}`) : []),
  ];
}

test('every file imports only what its room may', () => {
  const broken = files.flatMap((file) => forbidden(file).map((what) => `${file} ${what}`));
  expect(broken).toEqual([]);
  // Every file is parsed, which takes a busy machine longer than a test may take otherwise.
}, 60_000);

describe('the rules themselves', () => {
  const source = (text: string) => ts.createSourceFile('utils/page/x.ts', text, ts.ScriptTarget.Latest, true);

  test.each([
    ["import { a } from './b';", 'utils/page/b', false],
    ["import { a } from '@/utils/lang/b';", 'utils/lang/b', false],
    ["import type { A } from '../ext/b';", 'utils/ext/b', true],
    ["import { type A, type B } from '../ext/b';", 'utils/ext/b', true],
    ["import { type A, b } from '../ext/b';", 'utils/ext/b', false],
    ["export * from './b';", 'utils/page/b', false],
    ["const b = await import('../lang/b');", 'utils/lang/b', false],
    ["type B = import('../lang/b').B;", 'utils/lang/b', true],
    ["import css from './card.css?inline';", 'utils/page/card.css', false],
  ])('sees %s', (text, of, onlyTypes) => {
    expect(importsOf(source(text))).toEqual([{ of, onlyTypes }]);
  });

  test.each([
    ['document.title', ['document']],
    ['const w = window;', ['window']],
    ['browser.storage', ['browser']],
    ['origin.document', []],
    ['interface Origin { document?: string }', []],
    ["const kinds = ['document'];", []],
  ])('sees the globals of %s', (text, names) => {
    expect(impureNames(source(text))).toEqual(names);
  });
});
