import { goOnWithCall, keepCallForm, leaveCall, moveCall, openCall, readCall } from '../../usecases/phone-call';
import { readCallCustomer } from '../../usecases/read-call-customer';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** A call that is taken down. */
export function createCallHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  'call:read' | 'call:open' | 'call:keep' | 'call:go-on' | 'call:leave' | 'call:move' | 'call:customer'
> {
  return {
    'call:read': withSession(parts, async ({ workbench }) => done({ call: (await readCall(workbench)) ?? null })),
    'call:open': withSession(parts, async ({ workbench }, { form }) => {
      await openCall(workbench, form);
      return done({ call: (await readCall(workbench)) ?? null });
    }),
    'call:keep': withSession(parts, async ({ workbench }, { form }) => {
      await keepCallForm(workbench, form);
      return done({});
    }),
    'call:go-on': withSession(parts, async ({ workbench }) =>
      (await goOnWithCall(workbench)) ? done({}) : refuse('not-found'),
    ),
    'call:leave': withSession(parts, async ({ workbench }, request) => done(await leaveCall(workbench, request))),
    'call:move': withSession(parts, async ({ workbench }, request) => {
      const moved = await moveCall(workbench, request);
      return moved.ok ? done(moved.value) : refuse(moved.failure.kind);
    }),
    'call:customer': withSession(parts, async ({ workbench }, { customerId }) =>
      done(await readCallCustomer(workbench, customerId)),
    ),
  };
}
