import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

// Mantine sets sizes through style attributes; scripts come from the bundle only, and the window reaches no network.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Files are asked for in one go; this long without another one, and they are all there. */
const REST_AFTER_MS = 15;

/** Has to be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // With a code cache the window's scripts are compiled once, not at every start.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Pictures are PNGs; a screen that is shown once, while a region is drawn on it, is a bitmap. */
function pictureTypeOf(picture: Uint8Array): 'image/png' | 'image/bmp' {
  return picture[0] === 0x42 && picture[1] === 0x4d ? 'image/bmp' : 'image/png';
}

function answer(body: Uint8Array | string, status: number, contentType: string): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    status,
    headers: {
      'Content-Type': contentType,
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': contentType === 'image/png' ? 'max-age=31536000, immutable' : 'no-cache',
    },
  });
}

/**
 * Serves the window's own files and, under `/picture/<name>`, the pictures that `readPicture` knows. Nothing else.
 * `onRest` is called when the window has what it asked for and is busy with it.
 */
export function serveApp(
  rendererFolder: string,
  { readPicture, onRest }: { readPicture: (name: string) => Uint8Array | null; onRest: () => void },
): void {
  let rest: NodeJS.Timeout | undefined;
  // What answers are made of is loaded at its first use: here, while the window starts, and not while it waits.
  setImmediate(() => answer('', 204, 'text/plain'));
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'fyra') return answer('', 404, 'text/plain');
    if (url.pathname.startsWith('/picture/')) {
      const picture = readPicture(url.pathname.slice('/picture/'.length));
      return picture ? answer(picture, 200, pictureTypeOf(picture)) : answer('', 404, 'text/plain');
    }
    const file = normalize(join(rendererFolder, decodeURIComponent(url.pathname)));
    const contentType = contentTypes[extname(file)];
    if (!file.startsWith(rendererFolder + sep) || contentType === undefined) return answer('', 404, 'text/plain');
    try {
      const content = await readFile(file);
      // The page itself is followed by its scripts, however long the window takes until it asks for them.
      if (extname(file) !== '.html') {
        clearTimeout(rest);
        rest = setTimeout(onRest, REST_AFTER_MS);
      }
      return answer(content, 200, contentType);
    } catch {
      return answer('', 404, 'text/plain');
    }
  });
}
