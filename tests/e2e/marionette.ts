import { connect, type Socket } from 'node:net';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

const COLON = 58;

/** Firefox's own remote protocol: messages `LENGTH:[0,id,name,params]` over TCP. Reaches what WebDriver BiDi does not. */
export class Marionette {
  #buffer = Buffer.alloc(0);
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  private constructor(private readonly socket: Socket) {
    socket.on('data', (data) => this.#receive(data));
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox is gone.'));
      this.#waiting.clear();
    });
  }

  /** Connects as soon as the browser listens; rejects after 30 seconds. */
  static async connect(port: number): Promise<Marionette> {
    const end = Date.now() + 30_000;
    for (;;) {
      const socket = await new Promise<Socket | null>((resolve) => {
        const trying = connect(port, '127.0.0.1');
        trying.once('connect', () => resolve(trying));
        trying.once('error', () => resolve(null));
      });
      if (socket) return new Marionette(socket);
      if (Date.now() > end) throw new Error(`Firefox does not listen on port ${port}.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  send<T>(name: string, params: object = {}): Promise<T> {
    const id = ++this.#last;
    const message = JSON.stringify([0, id, name, params]);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
      this.socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  #receive(data: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const colon = this.#buffer.indexOf(COLON);
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#buffer.subarray(0, colon).toString());
      if (this.#buffer.length < end) return;
      const message: unknown = JSON.parse(this.#buffer.subarray(colon + 1, end).toString());
      this.#buffer = this.#buffer.subarray(end);
      // The greeting is an object.
      if (!Array.isArray(message)) continue;
      const [, answered, error, result] = message;
      const waiting = this.#waiting.get(answered);
      this.#waiting.delete(answered);
      if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
      else waiting?.resolve(result);
    }
  }
}
