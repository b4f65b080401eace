// Another program that has taken keys for itself. It says on its standard output whether it got them.
const { app, globalShortcut } = require('electron');

app.whenReady().then(() => {
  console.log(globalShortcut.register(process.env.KEYS, () => undefined) ? 'has the keys' : 'has no keys');
});
