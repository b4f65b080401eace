// Required into an app under measurement: says when its window is usable, then ends it.
if (process.type === 'browser') {
  const { app } = require('electron');
  const isUsable = `new Promise((resolve) => {
    const look = () => document.body?.dataset.ready === 'queue' ? requestAnimationFrame(() => resolve()) : requestAnimationFrame(look);
    look();
  })`;
  app.on('browser-window-created', (_event, window) => {
    window.webContents.once('dom-ready', () => {
      window.webContents.executeJavaScript(isUsable).then(() => {
        process.stdout.write(`usable-at ${Date.now()}\n`);
        app.exit(0);
      });
    });
  });
}
