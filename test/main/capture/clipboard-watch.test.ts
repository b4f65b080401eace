import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClipboardWatch } from '../../../src/main/platform/clipboard-watch';
import { createSteeredPresence } from '../../../src/main/platform/steered-presence';
import { createHandClock } from '../../support/hand-clock';

const ORDER = 'https://erp.example/odoo/sales/42';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A clipboard, the watch over it, and a clock that timers go by. */
function makeWatch(text = '', isOn = true) {
  const clock = createHandClock();
  const presence = createSteeredPresence(clock, () => undefined);
  const errors: unknown[] = [];
  const clipboard = { text, reads: 0, fails: false };
  const watch = createClipboardWatch({
    now: () => clock.read().wall,
    presence,
    readText: async () => {
      clipboard.reads += 1;
      if (clipboard.fails) throw new Error('The clipboard belongs to somebody who does not answer');
      return clipboard.text;
    },
    onError: (error) => errors.push(error),
  });
  watch.setOn(isOn);
  onTestFinished(() => watch.setOn(false));
  const pass = async (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 1) {
      clock.pass(1_000);
      await vi.advanceTimersByTimeAsync(1_000);
    }
  };
  const ask = () => watch.addressFor(clock.read().wall);
  return { clock, presence, clipboard, watch, errors, pass, ask };
}

describe('the address in the clipboard', () => {
  it('is proposed for two minutes after the app saw it arrive, and offered after that', async () => {
    const { clipboard, pass, ask } = makeWatch('something else');
    await pass(5);
    clipboard.text = ` ${ORDER}\n`;
    await pass(100);
    expect(await ask()).toEqual({
      source: 'clipboard',
      address: ORDER,
      isAddressCut: false,
      title: '',
      selection: '',
      ageSeconds: 100,
      isProposed: true,
    });
    await pass(60);
    expect(await ask()).toMatchObject({ address: ORDER, ageSeconds: 160, isProposed: false });
  });

  it('has an unknown age when it was there before the app started', async () => {
    const { pass, ask } = makeWatch(ORDER);
    await pass(3);
    expect(await ask()).toMatchObject({ address: ORDER, ageSeconds: null, isProposed: false });
  });

  it('is there at once for what was copied a moment ago', async () => {
    const { clipboard, pass, ask } = makeWatch('');
    await pass(3);
    clipboard.text = ORDER;
    expect(await ask()).toMatchObject({ address: ORDER, ageSeconds: 0, isProposed: true });
  });

  it('comes without its token', async () => {
    const { clipboard, pass, ask } = makeWatch('');
    await pass(1);
    clipboard.text = `${ORDER}?access_token=HEMLIGT`;
    expect(await ask()).toMatchObject({ address: ORDER, isAddressCut: true });
  });

  it.each(['', 'S00042', 'faktura.pdf', 'javascript:alert(1)', `se ${ORDER}`, 'a'.repeat(5_000_000)])(
    'is none for text that is no web address (%#)',
    async (text) => {
      const { clipboard, pass, ask } = makeWatch('');
      await pass(1);
      clipboard.text = text;
      expect(await ask()).toBeNull();
    },
  );
});

describe('the watch', () => {
  it('does not look while the screen is locked: what came meanwhile is as old as the lock', async () => {
    const { clipboard, presence, pass, ask } = makeWatch('');
    await pass(2);
    presence.lock();
    const before = clipboard.reads;
    await pass(200);
    expect(clipboard.reads).toBe(before);
    clipboard.text = ORDER;
    presence.unlock();
    await pass(1);
    expect(await ask()).toMatchObject({ ageSeconds: 201, isProposed: false });
  });

  it('looks once a second and no more', async () => {
    const { clipboard, pass } = makeWatch('');
    await pass(10);
    expect(clipboard.reads).toBeLessThanOrEqual(11);
  });

  it('never looks when it is switched off, and remembers nothing from before', async () => {
    const { clipboard, watch, pass, ask } = makeWatch(ORDER, false);
    await pass(3);
    expect(await ask()).toBeNull();
    expect(clipboard.reads).toBe(0);
    watch.setOn(true);
    await pass(3);
    watch.setOn(false);
    const before = clipboard.reads;
    await pass(3);
    expect(clipboard.reads).toBe(before);
    watch.setOn(true);
    await pass(1);
    expect(await ask()).toMatchObject({ ageSeconds: null });
  });

  it('goes on looking when the clipboard could not be read once', async () => {
    const { clipboard, errors, pass, ask } = makeWatch('');
    await pass(1);
    clipboard.fails = true;
    await pass(2);
    expect(errors.length).toBeGreaterThan(0);
    clipboard.fails = false;
    clipboard.text = ORDER;
    await pass(2);
    expect(await ask()).toMatchObject({ address: ORDER, isProposed: true });
  });
});
