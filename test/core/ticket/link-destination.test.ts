import { hostToShow } from '@core/ticket/link-destination';
import { describe, expect, it } from 'vitest';

const to = (host: string, hasUserName = false) => ({ host, hasUserName });

describe('the host beside a link', () => {
  it.each(['bank.example', 'https://bank.example', 'https://bank.example/login?a=1', ' HTTP://Bank.example#x '])(
    'is left out where the words say it: %s',
    (words) => expect(hostToShow(words, to('bank.example'))).toBeNull(),
  );

  it.each([
    ['Öppna fakturan', 'erp.example'],
    ['Se order 4.2', 'erp.example'],
    ['', 'bank.example'],
  ])('is shown where they do not: %s', (words, host) =>
    expect(hostToShow(words, to(host))).toEqual({ host, isDisguised: false }),
  );

  it.each([
    ['https://bank.example/login', 'evil.example'],
    ['bank.example', 'evil.example'],
    ['https://bank.example.evil.example/', 'bank.example'],
    ['bank.example@evil.example', 'bank.example'],
    ['bank.example:8443', 'bank.example'],
  ])('is shown as another one where they name one: %s', (words, host) =>
    expect(hostToShow(words, to(host))).toEqual({ host, isDisguised: true }),
  );

  it('is shown as it is looked up where the words look like it', () => {
    const host = 'xn--bnk-7cd.example';
    expect(hostToShow('https://bаnk.example/', to(host))).toEqual({ host, isDisguised: true });
  });

  it('is shown where something before it could be taken for it', () => {
    const shown = { host: 'evil.example', isDisguised: true };
    expect(hostToShow('https://bank.example@evil.example/', to('evil.example', true))).toEqual(shown);
    expect(hostToShow('evil.example', to('evil.example', true))).toEqual(shown);
  });
});
