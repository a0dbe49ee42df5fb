/** The YAML language server, as editors run it: a process that is asked over its standard input. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const server = require.resolve('yaml-language-server/bin/yaml-language-server');

interface Message {
  readonly id?: number;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: the protocol's own values, looked at by the tests
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: the same
  readonly result?: any;
}

export interface Editor {
  /** Asks at the `|` in the text; `completion` or `hover`. */
  // biome-ignore lint/suspicious/noExplicitAny: the same
  ask(what: 'completion' | 'hover', text: string): Promise<any>;
  /** What is marked as wrong in the text. */
  faults(text: string): Promise<string[]>;
  close(): void;
}

/** An editor whose files name the schema `name` in their first line. */
export async function openEditor(name: string): Promise<Editor> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const answers = new Map<number, (result: unknown) => void>();
  const marks = new Map<string, (faults: string[]) => void>();
  let asked = 0;
  let opened = 0;
  const send = (message: object): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const request = (method: string, params: object) =>
    // biome-ignore lint/suspicious/noExplicitAny: the same
    new Promise<any>((resolve) => {
      asked += 1;
      answers.set(asked, resolve);
      send({ id: asked, method, params });
    });
  const receive = ({ id, method, params, result }: Message): void => {
    if (method === 'textDocument/publishDiagnostics') {
      marks.get(params.uri)?.(params.diagnostics.map(({ message }: { message: string }) => message));
    } else if (method !== undefined && id !== undefined) {
      send({ id, result: method === 'workspace/configuration' ? params.items.map(() => null) : null });
    } else if (id !== undefined) answers.get(id)?.(result);
  };
  let received = Buffer.alloc(0);
  child.stdout.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
      const body = received.indexOf('\r\n\r\n') + 4;
      const length = Number(/Content-Length: (\d+)/.exec(received.toString('latin1', 0, Math.max(body, 0)))?.[1]);
      if (body < 4 || received.length < body + length) return;
      const message = JSON.parse(received.toString('utf8', body, body + length));
      received = received.subarray(body + length);
      receive(message);
    }
  });
  const formats = {
    completion: { completionItem: { documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
  };
  await request('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: formats } });
  send({ method: 'initialized', params: {} });

  const head = `# yaml-language-server: $schema=${pathToFileURL(join(root, `data/schema/${name}.schema.json`))}\n`;
  const open = (text: string): string => {
    opened += 1;
    const uri = pathToFileURL(join(root, `unsaved-${opened}.yaml`)).href;
    send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
    return uri;
  };
  return {
    ask(what, text) {
      const [before, after] = (head + text).split('|');
      const lines = before.split('\n');
      const position = { line: lines.length - 1, character: lines.at(-1)!.length };
      return request(`textDocument/${what}`, { textDocument: { uri: open(before + after) }, position });
    },
    faults(text) {
      // Told of after a pause in the typing, so the one who waits is there first.
      return new Promise((resolve) => marks.set(open(head + text), resolve));
    },
    close: () => child.kill(),
  };
}
