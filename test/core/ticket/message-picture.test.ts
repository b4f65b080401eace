import { checkMessagePicture, placeOfPicture } from '@core/ticket/message-picture';
import { describe, expect, it } from 'vitest';

const HOST = 'erp.example';

describe('where a picture of a message is', () => {
  it.each([
    ['/web/image/123', 123],
    ['/web/image/123-0a1b/bild.png', 123],
    ['/web/content/45?access_token=x', 45],
    ['https://ERP.example/web/image/7/logo.png', 7],
    ['http://erp.example/web/content/8', 8],
  ])('%s is a file on the portal', (source, remoteId) =>
    expect(placeOfPicture(source, HOST)).toEqual({ kind: 'portal', remoteId }),
  );

  it.each([
    ['https://pictures.example/a.png', 'pictures.example'],
    ['http://Pictures.example:8080/web/image/1', 'pictures.example:8080'],
    ['https://erp.example@evil.example/web/image/1', 'evil.example'],
    ['https://erp.example.evil.example/web/image/1', 'erp.example.evil.example'],
  ])('%s is elsewhere', (source, host) =>
    expect(placeOfPicture(source, HOST)).toEqual({ kind: 'elsewhere', host, address: source }),
  );

  it.each([
    'cid:image001.png@01D9',
    'data:image/svg+xml;base64,AAAA',
    'javascript:alert(1)',
    '//pictures.example/a.png',
    '/web/image/res.partner/7/image_128',
    '/web/image/0',
    '/web/image/12x',
    '/web/login',
    'bild.png',
    '',
  ])('%s cannot be fetched', (source) => expect(placeOfPicture(source, HOST)).toEqual({ kind: 'unknown' }));

  it('knows no other server as the portal where there is none', () => {
    expect(placeOfPicture('/web/image/1', null)).toEqual({ kind: 'portal', remoteId: 1 });
    expect(placeOfPicture('https://erp.example/web/image/1', null)).toMatchObject({ kind: 'elsewhere' });
  });
});

describe('a fetched file', () => {
  const of = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  const size = (width: number, height: number) => () => ({ width, height });

  it('is the picture that its bytes say', () => {
    expect(checkMessagePicture(of('GIF89a'), size(1, 1))).toBe('gif');
    expect(checkMessagePicture(of('\x89PNG\r\n\x1a\n'), size(5000, 5000))).toBe('png');
    expect(checkMessagePicture(of('\xff\xd8\xff'), size(1, 1))).toBe('jpeg');
  });

  it('is refused where it is none, where nothing can be read of it, and where it is too large to decode', () => {
    expect(checkMessagePicture(of('<svg>'), size(1, 1))).toBe('no-picture');
    expect(checkMessagePicture(of(''), size(1, 1))).toBe('no-picture');
    expect(checkMessagePicture(of('GIF89a'), () => null)).toBe('damaged');
    expect(checkMessagePicture(of('GIF89a'), size(0, 9))).toBe('damaged');
    expect(
      checkMessagePicture(of('GIF89a'), () => {
        throw new RangeError();
      }),
    ).toBe('damaged');
    expect(checkMessagePicture(of('GIF89a'), size(5001, 5000))).toBe('too-many-pixels');
  });
});
