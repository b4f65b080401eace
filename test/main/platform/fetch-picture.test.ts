import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FetchOptions, fetchPicture } from '../../../src/main/platform/remote-picture/fetch-picture';
import { type PictureServer, startPictureServer } from '../../support/picture-server';

const png = (width: number, height: number) => PNG.sync.write(new PNG({ width, height }));
const LOGO = png(8, 4);
/** A header that says 100 000 × 100 000, and no picture behind it. */
const BOMB = (() => {
  const bytes = Buffer.from(LOGO);
  bytes.writeUInt32BE(100_000, 16);
  bytes.writeUInt32BE(100_000, 20);
  return bytes;
})();

let server: PictureServer;
beforeAll(async () => {
  server = await startPictureServer((request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    switch (path) {
      case '/logo.png':
        // Whatever it is called: what it is stands in its bytes.
        return response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'seen=1' }).end(LOGO);
      case '/bomb.png':
        return response.end(BOMB);
      case '/drawing.svg':
        return response
          .writeHead(200, { 'content-type': 'image/png' })
          .end('<svg xmlns="http://www.w3.org/2000/svg"/>');
      case '/moved':
        return response.writeHead(302, { location: decodeURIComponent(query) }).end();
      case '/around':
        return response.writeHead(301, { location: '/around' }).end();
      case '/said-long':
        return response.writeHead(200, { 'content-length': '5000' }).end(Buffer.alloc(5000));
      case '/endless': {
        const write = () => response.write(Buffer.alloc(1000), write);
        return write();
      }
      case '/never':
        return undefined;
      default:
        return response.writeHead(404).end(LOGO);
    }
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.received.length = 0;
});

/** As in the app, but that this computer counts as the internet and every name leads to it. */
const onThisComputer = (): FetchOptions => ({
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  isAllowed: (address) => address === '127.0.0.1',
  certificateAuthority: server.certificate,
});
const at = (path: string, host = 'pictures.example') => `https://${host}:${server.port}${path}`;
const fetch = (address: string, options: FetchOptions = {}) =>
  fetchPicture(address, { ...onThisComputer(), ...options });
const refused = (reason: string) => ({ ok: false, failure: reason });

describe('a picture on another server', () => {
  it('comes as what its bytes are, and nothing of the person goes along', async () => {
    expect(await fetch(at('/logo.png'))).toEqual({ ok: true, value: { type: 'png', bytes: new Uint8Array(LOGO) } });
    expect(Object.keys(server.received[0]?.headers ?? {}).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
    ]);
    await fetch(at('/logo.png'));
    expect(server.received[1]?.headers.cookie).toBeUndefined();
  });

  it('is not asked for without https, or with a name and a word of entry', async () => {
    for (const address of [
      at('/logo.png').replace('https', 'http'),
      at('/logo.png').replace('https://', 'https://maja:x@'),
      'file:///etc/passwd',
      'data:image/png;base64,AAAA',
      '//pictures.example/logo.png',
      'logo.png',
      '',
    ]) {
      expect(await fetch(address), address).toEqual(refused('not-https'));
    }
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it.each([
    ['a name that leads to this computer', 'pictures.example', ['127.0.0.1']],
    ['a name with one public and one private address', 'pictures.example', ['93.184.215.14', '10.0.0.1']],
    ['a name that leads to the metadata of a cloud', 'pictures.example', ['169.254.169.254']],
    ['this computer by number', '127.0.0.1', []],
    ['this computer by a number of another kind', '2130706433', []],
    ['this computer in IPv6', '[::1]', []],
    ['IPv4 within IPv6', '[::ffff:127.0.0.1]', []],
  ])('is not asked for where the address is not public: %s', async (_what, host, addresses) => {
    const before = server.connections();
    const { isAllowed: _, ...options } = onThisComputer();
    const resolve = async () => addresses.map((address) => ({ address, family: 4 }));
    expect(await fetchPicture(at('/logo.png', host), { ...options, resolve })).toEqual(refused('not-public'));
    expect(server.connections()).toBe(before);
  });

  it('is fetched from the address that was checked, though the name leads elsewhere a moment later', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return (answers[asked.length - 1] ?? []).map((address) => ({ address, family: 4 }));
    };
    expect(await fetch(at('/logo.png'), { resolve })).toMatchObject({ ok: true });
    expect(asked).toEqual(['pictures.example']);
    expect(await fetch(at('/logo.png'), { resolve })).toEqual(refused('not-public'));
  });

  it('is followed to where it moved, and each place is checked', async () => {
    const moved = (to: string) => at(`/moved?${encodeURIComponent(to)}`);
    expect(await fetch(moved('/logo.png'))).toMatchObject({ ok: true });
    expect(await fetch(moved(moved(moved(at('/logo.png', 'other.example')))))).toMatchObject({ ok: true });
    expect(server.received.at(-1)?.host).toBe(`other.example:${server.port}`);

    expect(await fetch(moved(at('/logo.png').replace('https', 'http')))).toEqual(refused('not-https'));
    expect(await fetch(moved('https://10.0.0.1/logo.png'))).toEqual(refused('not-public'));
    expect(await fetch(moved('https://erp.example/web/image/1'), { forbiddenHosts: ['erp.example'] })).toEqual(
      refused('not-public'),
    );
    expect(await fetch(at('/around'))).toEqual(refused('too-many-redirects'));
    expect(server.received.filter(({ path }) => path === '/around')).toHaveLength(4);
  });

  it('is cut off at the limit of size, said or not', async () => {
    expect(await fetch(at('/said-long'), { mostBytes: 4999 })).toEqual(refused('too-large'));
    expect(await fetch(at('/endless'), { mostBytes: 50_000 })).toEqual(refused('too-large'));
  });

  it('is given up after the limit of time', async () => {
    expect(await fetch(at('/never'), { timeoutMs: 200 })).toEqual(refused('no-answer'));
    expect(await fetch(at('/endless'), { timeoutMs: 200, mostBytes: Number.MAX_SAFE_INTEGER })).toEqual(
      refused('no-answer'),
    );
  });

  it('is none where the server says so, where its bytes say so, and where it would unfold into too much', async () => {
    expect(await fetch(at('/gone.png'))).toEqual(refused('refused'));
    expect(await fetch(at('/drawing.svg'))).toEqual(refused('no-picture'));
    expect(await fetch(at('/bomb.png'))).toEqual(refused('too-many-pixels'));
  });

  it('is not taken from a server whose certificate nobody vouches for', async () => {
    const { certificateAuthority: _, ...options } = onThisComputer();
    expect(await fetchPicture(at('/logo.png'), options)).toEqual(refused('no-answer'));
    expect(await fetch(at('/logo.png', 'pictures.test'))).toEqual(refused('no-answer'));
  });
});
