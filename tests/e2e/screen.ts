import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { findProgram } from '../setup/machine.mjs';

/** A screen that nobody sees and its keyboard, for what a browser asks outside every page. */
export class Screen {
  private constructor(
    private readonly server: ChildProcess,
    readonly display: string,
  ) {}

  static async start(): Promise<Screen> {
    const path = findProgram('Xvfb');
    if (!path) throw new Error('There is no Xvfb; npm test installs it.');
    // The server picks a display that is free and writes its number to descriptor 3.
    const server = spawn(path, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const number = await new Promise<string>((resolve, reject) => {
      server.once('exit', () => reject(new Error('Xvfb did not start.')));
      server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    });
    return new Screen(server, `:${number}`);
  }

  /** Presses keys as a person would, such as `Tab` or `alt+shift+y`. */
  press(...keys: string[]): void {
    const path = findProgram('xdotool');
    if (!path) throw new Error('There is no xdotool; npm test installs it.');
    const { status } = spawnSync(path, ['key', '--delay', '80', ...keys], {
      env: { ...process.env, DISPLAY: this.display },
    });
    if (status !== 0) throw new Error(`xdotool could not press ${keys.join(' ')}.`);
  }

  stop(): void {
    this.server.kill();
  }
}
