import { createServer, type Server } from 'node:http';

/** A note as the stub keeps it. */
export interface StubNote {
  noteId: number;
  modelName: string;
  deckName: string;
  fields: Record<string, string>;
  tags: string[];
}

/**
 * Stands for AnkiConnect on its usual port: answers as its documentation says (version 6: `{result, error}`), for the
 * actions that we use. It is not Anki: whether a card looks right cannot be seen here.
 */
export class AnkiStub {
  readonly notes: StubNote[] = [];
  readonly models = new Map<string, string[]>();
  readonly decks = new Set<string>();
  readonly actions: string[] = [];
  permission: 'granted' | 'denied' = 'granted';
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { action, version, params } = JSON.parse(Buffer.concat(chunks).toString());
        this.actions.push(action);
        let answer: { result: unknown; error: string | null };
        try {
          if (version !== 6) throw new Error(`version ${version}`);
          answer = { result: this.#answer(action, params), error: null };
        } catch (error) {
          answer = { result: null, error: (error as Error).message };
        }
        // A connection kept open would be found closed by the test after this one.
        response.setHeader('connection', 'close');
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
      });
    });
  }

  static async start(): Promise<AnkiStub> {
    const stub = new AnkiStub();
    await new Promise<void>((done, fail) => {
      stub.#server.once('error', fail);
      stub.#server.listen(8765, '127.0.0.1', done);
    });
    return stub;
  }

  stop(): Promise<void> {
    return new Promise((done) => {
      this.#server.closeAllConnections();
      this.#server.close(() => done());
    });
  }

  #answer(action: string, params: Record<string, unknown>): unknown {
    switch (action) {
      case 'requestPermission':
        return { permission: this.permission, requireApikey: false, version: 6 };
      case 'modelNames':
        return ['Basic', ...this.models.keys()];
      case 'createModel':
        if (this.models.has(params.modelName as string)) throw new Error('Model name already exists');
        this.models.set(params.modelName as string, params.inOrderFields as string[]);
        return { id: 1 };
      case 'createDeck':
        this.decks.add(params.deck as string);
        return 1;
      case 'findNotes': {
        const name = /^"note:(.+)"$/.exec(params.query as string)?.[1];
        return this.notes.filter(({ modelName }) => modelName === name).map(({ noteId }) => noteId);
      }
      case 'notesInfo':
        return (params.notes as number[]).map((id) => {
          const { noteId, modelName, fields, tags } = this.#note(id);
          const ordered = Object.entries(fields).map(([key, value], order) => [key, { value, order }]);
          return { noteId, modelName, tags, fields: Object.fromEntries(ordered) };
        });
      case 'addNotes':
        return (params.notes as Omit<StubNote, 'noteId'>[]).map((note) => {
          const fields = this.models.get(note.modelName);
          if (!fields || !this.decks.has(note.deckName)) return null;
          const noteId = 1000 + this.notes.length;
          this.notes.push({ ...note, noteId });
          return noteId;
        });
      case 'updateNoteFields': {
        const { id, fields } = params.note as { id: number; fields: Record<string, string> };
        Object.assign(this.#note(id).fields, fields);
        return null;
      }
      case 'addTags':
        for (const id of params.notes as number[])
          this.#note(id).tags.push(...(params.tags as string).split(' '));
        return null;
      default:
        throw new Error('unsupported action');
    }
  }

  #note(id: number): StubNote {
    const note = this.notes.find(({ noteId }) => noteId === id);
    if (!note) throw new Error(`note was not found: ${id}`);
    return note;
  }
}
