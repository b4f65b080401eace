import { callFormSchema } from '@core/ticket/call-form';
import { expect, it } from 'vitest';
import { readPhoneCall } from '../../../../src/main/db/queries/phone-call';
import { openCall, readCall } from '../../../../src/main/usecases/phone-call';
import { openWorkbench } from '../../../support/workbench';

it('keeps a call in a file that is opened again, with what later versions add left at its default', async () => {
  const first = openWorkbench();
  expect(await readPhoneCall(first.database)).toBeUndefined();
  await openCall(first, callFormSchema.parse({ title: 'Kassan' }));
  // As an older app wrote it: without what has come since.
  await first.database.updateTable('phoneCall').set({ form: '{"title":"Kassan"}' }).execute();
  const again = openWorkbench({ folder: first.folder });
  expect(await readCall(again)).toMatchObject({ form: { title: 'Kassan', escalation: 'none' }, isRunning: true });
});
