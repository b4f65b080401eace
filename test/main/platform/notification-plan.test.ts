import { describe, expect, it } from 'vitest';
import { type Notice, planNotification } from '../../../src/main/platform/notification-plan';

function makeNotice(notice: Partial<Notice> = {}): Notice {
  return {
    title: 'S-1: the four-hour rule',
    body: '3 h 00 of 4 hours used.',
    actions: [
      { id: 'open', label: 'Open' },
      { id: 'pause', label: 'Pause' },
    ],
    clickHint: 'Click to open.',
    onAction: () => undefined,
    urgency: 'normal',
    ...notice,
  };
}

describe('a notice on the desktop', () => {
  it.each(['darwin', 'win32'] as const)('has its buttons on %s', (platform) => {
    const { actions, body } = planNotification(makeNotice(), platform);
    expect(actions).toEqual([
      { type: 'button', text: 'Open' },
      { type: 'button', text: 'Pause' },
    ]);
    expect(body).toBe('3 h 00 of 4 hours used.');
  });

  it('says on Linux what a click does, because there are no buttons', () => {
    const { actions, body } = planNotification(makeNotice(), 'linux');
    expect(actions).toEqual([]);
    expect(body).toBe('3 h 00 of 4 hours used. Click to open.');
  });

  it('says nothing of a click that does nothing', () => {
    expect(planNotification(makeNotice({ actions: [] }), 'linux').body).toBe('3 h 00 of 4 hours used.');
  });

  it('is plain text where the desktop reads markup', () => {
    const body = 'Kassan <b>AB</b> & Co';
    const notice = makeNotice({ body, actions: [] });
    expect(planNotification(notice, 'linux').body).toBe('Kassan &lt;b&gt;AB&lt;/b&gt; &amp; Co');
    expect(planNotification(notice, 'win32').body).toBe(body);
  });

  it.each([
    ['darwin', { silent: false, beeps: false }],
    ['win32', { silent: false, beeps: false }],
    ['linux', { silent: true, beeps: true }],
  ] as const)('is heard on %s when that is wanted, by the system’s own sound', (platform, heard) => {
    expect(planNotification(makeNotice({ withSound: true }), platform)).toMatchObject(heard);
    expect(planNotification(makeNotice(), platform)).toMatchObject({ silent: true, beeps: false });
  });
});
