import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ScreenshotId, TicketId } from '@core/ids';
import { pictureMarkdown } from '@core/ticket/message-markdown';
import { describe, expect, it } from 'vitest';
import { updateScreenshot } from '../../src/main/db/queries/screenshots';
import { readTicketView } from '../../src/main/usecases/read-ticket';
import { writeMessage } from '../../src/main/usecases/write-message';
import { expectFailure, expectValue } from '../support/portal-bench';
import { openWorkbench, type TestWorkbench } from '../support/workbench';
import { makePng, takeScreenshot } from '../support/workbench-acts';
import { readElsewhere } from '../support/workbench-file';
import { addTicket } from '../support/workbench-rows';

const bodiesIn = ({ file }: TestWorkbench) =>
  readElsewhere(file, 'SELECT body_html FROM message').map(({ body_html }) => body_html);
const outboxIn = ({ file }: TestWorkbench) =>
  readElsewhere(file, 'SELECT kind FROM outbox ORDER BY sequence').map(({ kind }) => kind);
const viewOf = (workbench: TestWorkbench, ticketId: TicketId) =>
  readTicketView(workbench.database, ticketId, workbench.clock.read(), workbench.calendar);

describe('a message written in Markdown', () => {
  it('waits in the outbox as clean HTML', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const text = '**Hej**\n\n- ett\n- två <b>';
    expectValue(await writeMessage(workbench, { ticketId, text, isInternalNote: false }));
    expect(bodiesIn(workbench)).toEqual(['<p><strong>Hej</strong></p><ul><li>ett</li><li>två &lt;b&gt;</li></ul>']);
    expect(outboxIn(workbench)).toEqual(['post-message']);
  });
});

describe('a message with pictures', () => {
  async function withDrafts(count: number) {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const drafts: ScreenshotId[] = [];
    for (let index = 0; index < count; index += 1) {
      drafts.push(await takeScreenshot(workbench, ticketId, makePng(10 + index)));
      workbench.clock.pass(1_000);
    }
    const pictures = drafts.map((screenshotId, index) => ({ screenshotId, flattenedPng: makePng(100 + index) }));
    return { workbench, ticketId, drafts, pictures };
  }

  it('names them where they stand, sends them before it in that order, and shows them', async () => {
    const { workbench, ticketId, drafts, pictures } = await withDrafts(2);
    const [first = '', second = ''] = drafts;
    const text = `Se ${pictureMarkdown(second, 'ordern')}\n\noch ${pictureMarkdown(first, '')}`;
    expectValue(await writeMessage(workbench, { ticketId, text, isInternalNote: false, pictures }));
    expect(bodiesIn(workbench)).toEqual([
      expect.stringMatching(
        /^<p>Se <em>Bild: S-1-01-\w{8}\.png<\/em><\/p><p>och <em>Bild: S-1-02-\w{8}\.png<\/em><\/p>$/,
      ),
    ]);
    expect(outboxIn(workbench)).toEqual(['upload-screenshot', 'upload-screenshot', 'post-message']);
    const [message] = (await viewOf(workbench, ticketId))?.messages ?? [];
    expect(message?.pictures).toHaveLength(2);
    for (const { nameEnd, url } of message?.pictures ?? []) {
      expect(message?.bodyHtml).toContain(`-${nameEnd}</em>`);
      expect(existsSync(join(workbench.folder, 'pictures', `${url.split('/').at(-1)}.png`))).toBe(true);
    }
  });

  it('leaves the drafts alone that its text does not show', async () => {
    const { workbench, ticketId, drafts, pictures } = await withDrafts(2);
    const text = pictureMarkdown(drafts[0] ?? '', '');
    expectValue(await writeMessage(workbench, { ticketId, text, isInternalNote: true, pictures }));
    expect(readElsewhere(workbench.file, 'SELECT state, step_position FROM screenshot ORDER BY taken_at')).toEqual([
      { state: 'saved', step_position: null },
      { state: 'draft', step_position: null },
    ]);
  });

  it('is not written where a picture is missing, sent already, or cannot be seen as it was drawn', async () => {
    const { workbench, ticketId, drafts, pictures } = await withDrafts(1);
    const [draft = ''] = drafts;
    const message = { ticketId, text: pictureMarkdown(draft, ''), isInternalNote: false, pictures };
    expect(expectFailure(await writeMessage(workbench, { ...message, pictures: [] }))).toEqual({
      kind: 'picture-missing',
    });
    await updateScreenshot(workbench.database, draft as ScreenshotId, { drawing: '{"version":99}' });
    expect(expectFailure(await writeMessage(workbench, message)).kind).toBe('drawing-unreadable');
    expect([bodiesIn(workbench), outboxIn(workbench)]).toEqual([[], []]);

    await updateScreenshot(workbench.database, draft as ScreenshotId, {
      drawing: '{"version":2,"crop":null,"shapes":[]}',
    });
    expectValue(await writeMessage(workbench, message));
    expect(expectFailure(await writeMessage(workbench, message)).kind).toBe('not-found');
    expect(bodiesIn(workbench)).toHaveLength(1);
  });
});
