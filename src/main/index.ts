import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { app } from 'electron';

const userData = app.isPackaged ? undefined : process.env['FYRA_USER_DATA'];
if (userData) app.setPath('userData', userData);

// The rest is large, and is compiled once instead of at every start. Where nothing can be kept, it is compiled.
enableCompileCache(join(app.getPath('userData'), 'Compiled'));
await import('./start');
