import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

// Lets Node run the app's own sources as they are: it strips types by itself, but knows neither `@core` nor imports
// without an ending or without the word that JSON is JSON. Loaded with `--import`.

const sources = new URL('../../src/', import.meta.url);

function locate(specifier: string, importer: string | undefined): URL | null {
  const [, room, path] = /^@(core|ipc)\/(.+)$/.exec(specifier) ?? [];
  if (room !== undefined && path !== undefined) return new URL(`${room}/${path}.ts`, sources);
  if (!specifier.startsWith('.')) return null;
  return new URL(`${specifier}.ts`, importer ?? pathToFileURL(`${process.cwd()}/`));
}

registerHooks({
  resolve: (specifier, context, nextResolve) => {
    const file = locate(specifier, context.parentURL);
    const resolved = nextResolve(file !== null && existsSync(file) ? file.href : specifier, context);
    return resolved.url.endsWith('.json') ? { ...resolved, importAttributes: { type: 'json' } } : resolved;
  },
});
