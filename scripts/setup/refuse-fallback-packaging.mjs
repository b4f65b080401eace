/** electron-builder's `beforePack` hook: a release carries Electron's official files or is not made. */

import { electronChoice } from './electron.mjs';

/** Throws when this machine runs on the fallback runtime, because packaging here would need the official one. */
export default function refuseFallbackPackaging() {
  const { source, version } = electronChoice();
  if (source === 'official') return;
  throw new Error(
    `A release is not packaged on the substitute Electron ${version}: package it where Electron itself can be downloaded.`,
  );
}
