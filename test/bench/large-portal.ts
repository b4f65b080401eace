import { once } from 'node:events';
import { createServer } from 'node:http';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { startPracticePortal } from '../../src/main/portal/practice/practice-portal';

// A portal with as many tickets as it is told, in a process of its own: `large-portal.ts <file> <tickets>`. It stands
// behind a memory: an answer that was given once is given again without work, so that what is measured in front of it is
// not the portal. Says where it is as one line of JSON, and ends with its standard input.

const [file, count] = z.tuple([z.string(), z.coerce.number().int().positive()]).parse(process.argv.slice(2));
const MINUTE_MS = 60_000;
const apiKey = 'key-of-the-benchmark';

const practice = await startPracticePortal({ file, now: Date.now, apiKey });
fill(new Database(file), count);

/** Copies the practice tickets, each later than the one before; every other one with a line and a message. */
function fill(database: Database.Database, tickets: number): void {
  const insert = database.prepare('INSERT INTO record (model, id, "values") VALUES (?, ?, ?)');
  const read = (model: string) =>
    z
      .array(z.object({ values: z.string() }))
      .parse(database.prepare('SELECT "values" FROM record WHERE model = ?').all(model))
      .map(({ values }) => z.record(z.string(), z.unknown()).parse(JSON.parse(values)));
  const templates = {
    tickets: read('project.task'),
    lines: read('account.analytic.line'),
    messages: read('mail.message'),
  };
  const firstAt = Date.now() - (tickets + 10) * MINUTE_MS;
  database.transaction(() => {
    for (let index = 0; index < tickets; index += 1) {
      const at = firstAt + index * MINUTE_MS;
      const stamps = { create_date: at, write_date: at };
      const id = 100_000 + index;
      const take = (rows: Record<string, unknown>[]) => rows[index % rows.length];
      insert.run(
        'project.task',
        id,
        JSON.stringify({ ...take(templates.tickets), ...stamps, name: `Ärende ${index}` }),
      );
      if (index % 2 === 1) continue;
      insert.run('account.analytic.line', id, JSON.stringify({ ...take(templates.lines), ...stamps, task_id: id }));
      const message = { ...take(templates.messages), ...stamps, res_id: id, message_id: `<bench-${id}@fyra.invalid>` };
      insert.run('mail.message', id, JSON.stringify(message));
    }
  })();
  database.close();
}

interface Exchange {
  readonly path: string;
  readonly method: string;
  readonly body: string;
  readonly status: number;
  readonly contentType: string;
  readonly answer: string;
}
const memory = new Map<string, Exchange>();

const server = createServer((request, response) => {
  void (async () => {
    const path = request.url ?? '/';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
    const body = Buffer.concat(chunks).toString('utf8');
    if (path === '/remembered') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(
          [...memory.values()].map(({ path: at, method, body: sent }) => ({ path: at, method, body: sent })),
        ),
      );
      return;
    }
    const key = `${request.method} ${path} ${body}`;
    const known = memory.get(key) ?? (await ask(path, request.method ?? 'GET', body));
    memory.set(key, known);
    response.writeHead(known.status, { 'content-type': known.contentType });
    response.end(known.answer);
  })();
});

async function ask(path: string, method: string, body: string): Promise<Exchange> {
  const headers = { authorization: `bearer ${apiKey}`, 'content-type': 'application/json' };
  const answer = await fetch(new URL(path, practice.url), { method, headers, ...(method === 'GET' ? {} : { body }) });
  const contentType = answer.headers.get('content-type') ?? '';
  return { path, method, body, status: answer.status, contentType, answer: await answer.text() };
}

server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = z.object({ port: z.int() }).parse(server.address());
process.stdout.write(
  `${JSON.stringify({ address: `http://127.0.0.1:${port}/`, database: practice.database, apiKey })}\n`,
);
process.stdin.resume();
await once(process.stdin, 'close');
process.exit(0);
