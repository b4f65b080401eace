// The least an Electron app can be: one window with nothing in it. The floor that the start of Fyra is measured against.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  window.loadURL('data:text/html,<title>empty</title><body data-ready="queue">');
});
app.on('window-all-closed', () => app.quit());
