import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A host of the site list, so that the reader starts by itself. */
export const LISTED = 'paper.people.com.cn';
/** A host that stands on no list. */
export const UNLISTED = 'reading.example';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

interface Served {
  body: string | Buffer;
  headers: Record<string, string>;
}

/**
 * The test pages, on loopback under every host name: browsers are told to resolve all names to it, or take it for
 * their proxy, so that no test reaches a network.
 */
export class Site {
  /** Every request so far, `host/path`. */
  readonly requests: string[] = [];
  readonly #pages = new Map<string, Served>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      // As a proxy it is asked with the whole address.
      const { host, pathname } = new URL(request.url ?? '/', `http://${request.headers.host ?? LISTED}`);
      this.requests.push(host + pathname);
      const page = this.#pages.get(pathname) ?? fixture(pathname);
      response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
      response.end(page?.body ?? '');
    });
  }

  static async start(): Promise<Site> {
    const site = new Site();
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Serves a page at a path from now on. */
  serve(path: string, body: string | Buffer, headers: Record<string, string> = {}): void {
    this.#pages.set(path, { body, headers });
  }

  url(path: string, host = LISTED): string {
    return `http://${host}${path}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The source of a file of `tests/fixtures`. */
export function readFixture(path: string): string {
  return readFileSync(join(FIXTURES, path), 'utf8');
}

/** `/article/` is `tests/fixtures/article/index.html`. */
function fixture(path: string): Served | null {
  const file = join(FIXTURES, path.endsWith('/') ? `${path}index.html` : path);
  if (!file.startsWith(FIXTURES) || !existsSync(file) || !statSync(file).isFile()) return null;
  return { body: readFileSync(file), headers: {} };
}

/** A page of paragraphs around an article's text, for the pages that tests make up. */
export function pageOf(paragraphs: string[], { title = '一盏灯照亮一条街', extra = '' } = {}): string {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head>
<body><article><h1>${title}</h1>
${text}
</article>${extra}</body></html>`;
}
