// npm run shots [-- PART…]: every surface of the interface in light and dark, in each of its languages, in narrow and
// wide windows, written to .output/shots with an index.html. A PART is the beginning of a surface's name or a language.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { Tifa } from '../e2e/chromium';
import { localized } from '../e2e/localized';
import { buildDictionaryIfStale } from '../setup/dictionary';
import { Camera, SHOTS, type Shot } from './camera';
import { takeCard, takePages } from './page-surfaces';
import { takeDamaged, takePanel, takePopups } from './popup-surfaces';

const all = readdirSync('public/_locales').map((folder) => folder.replace('_', '-'));
const asked = process.argv.slice(2);
const languages = all.filter(
  (language) => asked.every((part) => !all.includes(part)) || asked.includes(language),
);
const parts = asked.filter((part) => !all.includes(part));

function build(): void {
  buildDictionaryIfStale();
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/wxt', ['build'], { encoding: 'utf8' });
  if (status === 0) return;
  console.error(stdout, stderr);
  throw new Error('The extension could not be built.');
}

function index(shots: Shot[]): string {
  const surfaces = [...new Set(shots.map(({ surface }) => surface))];
  const sections = surfaces.map((surface) => {
    const figures = shots
      .filter((shot) => shot.surface === surface)
      .map(
        ({ file, language, width, scheme }) =>
          `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${language}, ${width}, ${scheme}</figcaption></figure>`,
      );
    return `<h2 id="${surface}">${surface}</h2><div>${figures.join('')}</div>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tifa: every surface</title>
<style>body{font:14px system-ui;margin:2rem;background:#ddd}div{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}
figure{margin:0}img{max-width:420px;max-height:420px;display:block}figcaption{padding:4px 0}</style>
<h1>Tifa: every surface</h1>${sections.join('\n')}</html>`;
}

build();
if (asked.length === 0) rmSync(SHOTS, { recursive: true, force: true });
const shots: Shot[] = [];
const failures: string[] = [];
for (const language of languages) {
  const folder = localized(language);
  const tifa = await Tifa.launch({ extension: folder });
  const wanted = (surface: string) => parts.length === 0 || parts.some((part) => surface.startsWith(part));
  const camera = new Camera(tifa, language, folder, wanted);
  for (const take of [takePages, takeCard, takePopups, takePanel, takeDamaged])
    try {
      await take(camera);
    } catch (error) {
      failures.push(`${language}, ${take.name}: ${error instanceof Error ? error.message : error}`);
    }
  await tifa.close();
  rmSync(folder, { recursive: true, force: true });
  shots.push(...camera.shots);
  console.log(`${language}: ${camera.shots.length} pictures`);
}
writeFileSync(`${SHOTS}/index.html`, index(shots));
for (const failure of failures) console.error(failure);
console.log(`${shots.length} pictures in ${SHOTS}/index.html`);
process.exit(failures.length > 0 ? 1 : 0);
