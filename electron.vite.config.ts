import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const alias = { '@core': resolve('src/core'), '@ipc': resolve('src/ipc') };

/** The scripts of a build, as its bundler knows them. */
interface Scripts {
  getModuleInfo(file: string): { readonly importedIds: readonly string[] } | null;
}

let neededAtStart: ReadonlySet<string> | undefined;

/** Every script that the workbench and the small window read before their first frame. */
function findNeededAtStart(scripts: Scripts): ReadonlySet<string> {
  const found = new Set(['main', 'floating'].map((name) => resolve(`src/renderer/src/${name}.tsx`)));
  for (const file of found) for (const imported of scripts.getModuleInfo(file)?.importedIds ?? []) found.add(imported);
  return found;
}

/**
 * What a window reads at its start is kept in a few files instead of dozens of small ones: the libraries, and what the
 * workbench and the small window have in common; so are the texts of each language. The region window takes the client
 * and its few texts, and nothing of the rest. What is not needed for the first frame stays with what needs it.
 */
function chunkOf(file: string, scripts: Scripts): string | undefined {
  neededAtStart ??= findNeededAtStart(scripts);
  if (/node_modules\/(react|react-dom|scheduler)\//.test(file)) return 'react';
  if (/renderer\/src\/(api\/client|app\/locales\/\w+\/capture)\./.test(file)) return 'client';
  const language = /renderer\/src\/app\/locales\/(\w+)\//.exec(file)?.[1];
  if (language !== undefined) return `texts-${language}`;
  if (!neededAtStart.has(file)) return undefined;
  if (
    /node_modules\/(@mantine\/(core|hooks|notifications)|@tanstack|@floating-ui|i18next|react-i18next|wouter|clsx)\//.test(
      file,
    )
  ) {
    return 'workbench';
  }
  if (/@tabler\/|renderer\/src\/(api|ui|app\/(i18n|theme|query-client|color-scheme|use-appearance))/.test(file)) {
    return 'windows';
  }
  if (/src\/(core|ipc)\//.test(file)) return 'windows';
  // What the first frame draws and a later view uses too would be a small file of its own.
  if (/renderer\/src\/(features\/(?!floating)|app\/(?!Floating))/.test(file)) return 'workbench';
  return undefined;
}

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      minify: true,
      rollupOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          // These run in threads of their own, which start from a file.
          'text-reader-worker': resolve('src/main/platform/text-reader-worker.ts'),
          'backup-worker': resolve('src/main/db/backup-worker.ts'),
          'table-worker': resolve('src/main/platform/tables/table-worker.ts'),
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      // A sandboxed preload script is CommonJS and one file: everything it uses is bundled.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('src/renderer'),
    resolve: { alias },
    plugins: [react()],
    build: {
      minify: true,
      rollupOptions: {
        input: {
          index: resolve('src/renderer/index.html'),
          region: resolve('src/renderer/region.html'),
          floating: resolve('src/renderer/floating.html'),
        },
        output: { manualChunks: chunkOf },
      },
    },
  },
});
