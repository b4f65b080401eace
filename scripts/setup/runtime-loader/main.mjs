/**
 * Makes `electron <folder>` work in a runtime that came without Electron's default app, by doing what that one does:
 * take on the identity of the app in the folder, then run its main script.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { preloads, folder } = readArguments(process.argv.slice(1));
const require = createRequire(import.meta.url);

if (folder === undefined) {
  console.error('Usage: electron [switches] <folder of an app> [arguments]');
  app.exit(1);
} else {
  for (const preload of preloads) require(resolve(preload));
  await runApp(resolve(folder));
}

/** The first argument that is no switch is the app; test drivers load their own script before it with -r. */
function readArguments(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloads.push(args[index]);
    } else if (!argument.startsWith('-')) {
      return { preloads, folder: argument };
    }
  }
  return { preloads, folder: undefined };
}

async function runApp(appFolder) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  try {
    const description = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'));
    takeOnIdentity(appFolder, description);
    // Resolving the folder finds `main` the way Node does: with or without an ending, index.js when it is not named.
    await import(pathToFileURL(require.resolve(appFolder)).href);
  } catch (error) {
    console.error(`The app in ${appFolder} threw an error while loading.\n${error?.stack ?? error}`);
    app.exit(1);
  }
}

function takeOnIdentity(appFolder, { name, productName, version, desktopName }) {
  if (version) app.setVersion(version);
  app.name = productName ?? name ?? app.name;
  // Known to Electron's own default app only; it groups windows and notifications under the app on Linux desktops.
  app.setDesktopName?.(desktopName ?? `${app.name}.desktop`);
  app.setAppPath(appFolder);
}
