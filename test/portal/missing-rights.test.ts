import { describe, expect, it } from 'vitest';
import { odooErrorFault } from '../support/fault';
import { setUpFaultyPortal } from '../support/faulty-portal';
import { expectFailure, expectValue } from '../support/portal-bench';

const faulty = setUpFaultyPortal();

const PATH = '/ir.attachment/check_access_rights';

describe('what a user may not do', () => {
  it('is said where the server says no', async () => {
    faulty.proxy.inject({ kind: 'answer', status: 200, body: 'false' }, { path: PATH });
    expect(expectValue(await faulty.portal.readMissingRights())).toEqual(['send-pictures']);
  });

  it('is everything with a model that is not there', async () => {
    const unknown = odooErrorFault(404, 'werkzeug.exceptions.NotFound', 'the model does not exist');
    faulty.proxy.inject(unknown, { path: '/account.analytic.line/check_access_rights', times: 3 });
    expect(expectValue(await faulty.portal.readMissingRights())).toEqual([
      'create-lines',
      'change-lines',
      'delete-lines',
    ]);
  });

  it('is not known without an answer', async () => {
    faulty.proxy.inject({ kind: 'lose-answer' }, { path: PATH });
    expect(expectFailure(await faulty.portal.readMissingRights()).kind).toBe('unreachable');
  });
});
