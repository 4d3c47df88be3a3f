import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

// Branded Chrome is not among them: since 137 it ignores --load-extension.
const CHROMIUMS = [
  'chromium',
  'chromium-browser',
  'chrome-for-testing',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC_CHROMIUMS = ['Chromium', 'Google Chrome for Testing', 'Microsoft Edge'];
const FIREFOXES = ['firefox', 'firefox-esr'];
const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts', '~/.local/share/fonts', '~/.fonts'];
const CHINESE_FONT = /cjk|sourcehan|wqy|uming|ukai|droidsansfallback|simsun|simhei/i;

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The first of the named programs that stands on the PATH, or `null`. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names)
    for (const folder of folders) if (isProgram(join(folder, name))) return join(folder, name);
  return null;
}

/** The browser that a variable names, which must exist then, or what `search` finds. */
function named(variable, search) {
  const path = process.env[variable];
  if (!path) return search();
  return isProgram(path) ? path : null;
}

/** Chromiums that `npx playwright install chromium` has put into the home folder. */
function downloadedChromium() {
  const cache = join(homedir(), '.cache/ms-playwright');
  let versions;
  try {
    versions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  } catch {
    return null;
  }
  const paths = versions.flatMap((version) =>
    ['chrome-linux/chrome', 'chrome-linux64/chrome'].map((path) => join(cache, version, path)),
  );
  return paths.find(isProgram) ?? null;
}

/** The path of a Chromium that loads unpacked extensions, or `null`. */
export function findChromium() {
  return named('TIFA_CHROMIUM', () => {
    const applications = MAC_CHROMIUMS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    return findProgram(...CHROMIUMS) ?? applications.find(isProgram) ?? downloadedChromium();
  });
}

/** The path of a Firefox, or `null`. */
export function findFirefox() {
  return named('TIFA_FIREFOX', () => {
    const application = '/Applications/Firefox.app/Contents/MacOS/firefox';
    return findProgram(...FIREFOXES) ?? (isProgram(application) ? application : null);
  });
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  return FONT_FOLDERS.some((folder) => {
    try {
      return readdirSync(folder.replace('~', homedir()), { recursive: true }).some((name) =>
        CHINESE_FONT.test(name),
      );
    } catch {
      return false;
    }
  });
}

// A virtual screen and its keyboard answer the browser's own permission prompt; elsewhere than on Linux there is none.
const screenTool = (program) => () => process.platform !== 'linux' || findProgram(program) !== null;

/** What the browser tests and `npm start` need of the machine, and how it is had on Debian. */
const NEEDS = {
  chromium: {
    what: 'Chromium',
    variable: 'TIFA_CHROMIUM',
    package: 'chromium',
    present: () => findChromium() !== null,
  },
  firefox: {
    what: 'Firefox',
    variable: 'TIFA_FIREFOX',
    package: 'firefox-esr',
    present: () => findFirefox() !== null,
  },
  font: { what: 'a Chinese font', package: 'fonts-noto-cjk', present: hasChineseFont },
  screen: { what: 'Xvfb', package: 'xvfb', present: screenTool('Xvfb') },
  keyboard: { what: 'xdotool', package: 'xdotool', present: screenTool('xdotool') },
};

const isMissing = (need) => !need.present();

function sentence({ what, variable, package: name }) {
  if (variable && process.env[variable])
    return `${variable} names ${process.env[variable]}, which is no program.`;
  const or = variable ? `, or name one in ${variable}` : '';
  return `${what} is missing and could not be installed: install it (on Debian: apt-get install ${name})${or}.`;
}

/** Runs apt-get as root, or by sudo where that asks for no password; answers whether it worked. */
function apt(...args) {
  const root = process.getuid?.() === 0;
  const command = root ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync(command[0], command.slice(1), { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
  );
}

/**
 * Installs those of the needs that are missing, where the machine has apt-get.
 *
 * @param names keys of NEEDS
 * @returns one sentence for each that is missing still
 */
export function installMissing(names) {
  const missing = names.map((name) => NEEDS[name]).filter(isMissing);
  if (missing.length === 0) return [];
  // A variable that names no program is the reader's to put right.
  const wanted = missing.filter(({ variable }) => !(variable && process.env[variable]));
  if (wanted.length > 0 && findProgram('apt-get')) {
    console.log(`Installing ${wanted.map(({ what }) => what).join(', ')}.`);
    apt('update', '-q') &&
      apt('install', '-q', '-y', '--no-install-recommends', ...wanted.map((need) => need.package));
  }
  return missing.filter(isMissing).map(sentence);
}
