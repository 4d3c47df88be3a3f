import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The packages of a lock file by their folders; `null` where there is none that can be read. */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Whether node_modules holds what the lock file names. npm keeps its own list of what it installed there. */
export function packagesAreCurrent() {
  const wanted = lockedPackages('package-lock.json');
  const installed = lockedPackages('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === '') return true;
    // Packages for other systems are optional, and npm leaves them out.
    return installed[folder] ? installed[folder].version === version : optional === true;
  });
}

/** Installs the packages of the lock file; answers whether it worked. */
export function installPackages() {
  return spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' }).status === 0;
}
