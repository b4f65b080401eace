import type { TimerId } from '@core/ids';
import { type CallForm, callFormSchema } from '@core/ticket/call-form';
import { type ClockReading, clockReadingSchema, type TimerEvent, timerEventSchema } from '@core/timer/timer-log';
import { z } from 'zod';
import type { WorkbenchDatabase } from '../open';

const eventsSchema = z.array(timerEventSchema);

/** A call that is taken down, as it is kept. */
export interface PhoneCall {
  /** Left: its form was closed without registering; it can be opened again until the next call. */
  readonly state: 'open' | 'left';
  readonly form: CallForm;
  /** Its time, as the log of a timer. */
  readonly events: readonly TimerEvent[];
  /** The last reading at which the app was there while the time ran. */
  readonly heartbeat: ClockReading;
  /** What ran when it began. */
  readonly pausedTimerId: TimerId | null;
}

/** The call that is taken down or was last; undefined where there is none that was not registered. */
export async function readPhoneCall(trx: WorkbenchDatabase): Promise<PhoneCall | undefined> {
  const row = await trx.selectFrom('phoneCall').selectAll().executeTakeFirst();
  return (
    row && {
      state: row.state,
      form: callFormSchema.parse(JSON.parse(row.form)),
      events: eventsSchema.parse(JSON.parse(row.events)),
      heartbeat: clockReadingSchema.parse(JSON.parse(row.heartbeat)),
      pausedTimerId: row.pausedTimerId,
    }
  );
}

/** Keeps a call in the place of the one before. */
export async function writePhoneCall(trx: WorkbenchDatabase, call: PhoneCall): Promise<void> {
  const row = {
    id: 1 as const,
    state: call.state,
    form: JSON.stringify(call.form),
    events: JSON.stringify(call.events),
    heartbeat: JSON.stringify(call.heartbeat),
    pausedTimerId: call.pausedTimerId,
  };
  await trx
    .insertInto('phoneCall')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Forgets it: it is registered. */
export async function deletePhoneCall(trx: WorkbenchDatabase): Promise<void> {
  await trx.deleteFrom('phoneCall').execute();
}
