import { fail, succeed } from '@core/outcome';
import { describe, expect, it } from 'vitest';
import type { AppParts } from '../../../src/main/ipc/parts';
import { answerTo, ask, openWithTicket } from '../../support/ask';

const ADDRESS = 'https://pictures.example/logo.png';
const REQUEST = { address: ADDRESS };

/** In the place of the internet. */
function internet(answer: Awaited<ReturnType<AppParts['fetchPicture']>>) {
  const asked: unknown[] = [];
  const fetchPicture: AppParts['fetchPicture'] = async (...request) => {
    asked.push(request);
    return answer;
  };
  return { asked, parts: { fetchPicture } };
}

describe('a picture on another server', () => {
  it('is fetched when it is asked for, and never from the portal', async () => {
    const opened = await openWithTicket();
    const portal = { ...opened.session.portal, kind: 'odoo', name: 'erp.example' } as const;
    const session = { ...opened.session, portal };
    const bytes = new Uint8Array([1, 2]);
    const { asked, parts } = internet(succeed({ type: 'gif', bytes }));
    expect(await answerTo(session, 'message:fetch-picture', REQUEST, parts)).toEqual({
      kind: 'picture',
      type: 'gif',
      bytes,
    });
    expect(asked).toEqual([[ADDRESS, ['erp.example']]]);
  });

  it('is told of with the reason where it cannot be', async () => {
    const { session } = await openWithTicket();
    const { parts } = internet(fail('not-public'));
    expect(await answerTo(session, 'message:fetch-picture', REQUEST, parts)).toEqual({
      kind: 'refused',
      why: 'not-public',
    });
  });

  it('is not asked for while somebody works offline', async () => {
    const { session } = await openWithTicket();
    const { asked, parts } = internet(fail('no-answer'));
    await session.sync.setOffline(true);
    expect(await ask(session, 'message:fetch-picture', REQUEST, parts)).toMatchObject({
      ok: false,
      code: 'working-offline',
    });
    expect(asked).toEqual([]);
  });
});
