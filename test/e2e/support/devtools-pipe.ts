import type { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const messageSchema = z.object({
  id: z.int().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
type Message = z.infer<typeof messageSchema>;

const historySchema = z.object({ currentIndex: z.int(), entries: z.array(z.object({ url: z.string() })) });
const targetSchema = z.object({ targetInfo: z.object({ targetId: z.string(), type: z.string(), url: z.string() }) });

/** Chromium's DevTools protocol over the pipe that `--remote-debugging-pipe` opens: messages parted by a zero byte. */
export class DevtoolsPipe {
  private readonly commands: Writable;
  private readonly answered = new Map<number, (message: Message) => void>();
  private readonly targets = new Map<string, { readonly type: string; readonly url: string }>();
  private readonly changes = new EventEmitter();
  private lastId = 0;
  private unread = '';

  constructor(browser: ChildProcess) {
    const [, , , commands, answers] = browser.stdio;
    if (!(commands instanceof Writable && answers instanceof Readable)) throw new Error('The browser has no pipe');
    this.commands = commands;
    answers.setEncoding('utf8').on('data', (part: string) => this.read(part));
  }

  /** Sends a command, to a session if one is named; answers its result. */
  async send(method: string, params: object, sessionId?: string): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    const answer = new Promise<Message>((resolve) => this.answered.set(id, resolve));
    this.commands.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  /** The id of a target of that type and address, as soon as there is one. */
  async targetOf(type: string, url: string): Promise<string> {
    for (;;) {
      for (const [id, target] of this.targets) if (target.type === type && target.url === url) return id;
      await once(this.changes, 'change');
    }
  }

  /** Asks in a target until an expression is true. */
  async waitUntilTrue(targetId: string, expression: string): Promise<void> {
    const attached = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const { sessionId } = z.object({ sessionId: z.string() }).parse(attached);
    for (;;) {
      const answer = await this.send('Runtime.evaluate', { expression, returnByValue: true }, sessionId);
      if (z.object({ result: z.object({ value: z.unknown().optional() }) }).parse(answer).result.value === true) break;
    }
    await this.send('Target.detachFromTarget', { sessionId });
  }

  /** Waits until the browser itself has the page of this address: a page can run before the browser knows of it. */
  async waitUntilCommitted(targetId: string, url: string): Promise<void> {
    const attached = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const { sessionId } = z.object({ sessionId: z.string() }).parse(attached);
    for (;;) {
      const { currentIndex, entries } = historySchema.parse(
        await this.send('Page.getNavigationHistory', {}, sessionId),
      );
      if (entries[currentIndex]?.url === url) break;
    }
    await this.send('Target.detachFromTarget', { sessionId });
  }

  private read(part: string): void {
    this.unread += part;
    const messages = this.unread.split('\0');
    this.unread = messages.pop() ?? '';
    for (const text of messages) this.hear(messageSchema.parse(JSON.parse(text)));
  }

  private hear(message: Message): void {
    if (message.id !== undefined) {
      this.answered.get(message.id)?.(message);
      this.answered.delete(message.id);
    } else if (message.method === 'Target.targetCreated' || message.method === 'Target.targetInfoChanged') {
      const { targetId, ...target } = targetSchema.parse(message.params).targetInfo;
      this.targets.set(targetId, target);
      this.changes.emit('change');
    }
  }
}
