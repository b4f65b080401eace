// Required into an app under measurement: says when its window is usable, then ends it.
const isUsable = `new Promise((resolve) => {
  const look = () => requestAnimationFrame(document.body?.dataset.ready === 'queue' ? () => resolve() : look);
  look();
})`;

function reportWhenUsable() {
  const { app } = require('electron');
  app.on('browser-window-created', (_event, window) => {
    window.webContents.once('dom-ready', () => {
      window.webContents.executeJavaScript(isUsable).then(() => {
        process.stdout.write(`usable-at ${Date.now()}\n`);
        // A person goes on working: the browser part has time to keep what it compiled, as it has for them.
        setTimeout(() => app.exit(0), 1_500);
      });
    });
  });
}

// This file runs before Electron has put its own module in place; the next turn comes after it.
if (process.type === 'browser') setImmediate(reportWhenUsable);
