import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const alias = { '@core': resolve('src/core'), '@ipc': resolve('src/ipc') };

/** What every start of the workbench reads is kept together; the drawing library comes with the editor. */
function chunkOf(file: string): string | undefined {
  if (/node_modules\/(react|react-dom|scheduler)\//.test(file)) return 'react';
  if (
    /node_modules\/(@mantine\/(core|hooks|notifications)|@tanstack|@floating-ui|i18next|react-i18next|wouter|clsx)\//.test(
      file,
    )
  ) {
    return 'workbench';
  }
  return undefined;
}

export default defineConfig({
  main: {
    resolve: { alias },
    build: { minify: true, rollupOptions: { input: { index: resolve('src/main/index.ts') } } },
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
        input: { index: resolve('src/renderer/index.html'), region: resolve('src/renderer/region.html') },
        // Two files instead of two dozen small ones: what the region window needs too, and what only the workbench does.
        output: { manualChunks: chunkOf },
      },
    },
  },
});
