import { describe, expect, it } from 'vitest';
import { odooErrorFault } from '../support/fault';
import { setUpFaultyPortal } from '../support/faulty-portal';
import { expectFailure, expectValue } from '../support/portal-bench';

const faulty = setUpFaultyPortal();

const PROJECTS = { path: '/project.project/search_read' };

describe('what can be chosen for a ticket', () => {
  it('is less by a list that this user may not see, or that the server does not have', async () => {
    const unknown = odooErrorFault(404, 'werkzeug.exceptions.NotFound', 'the model does not exist');
    faulty.proxy.inject(unknown, { ...PROJECTS, times: 2 });
    const lists = expectValue(await faulty.portal.readLists());
    expect(lists).toMatchObject({ groups: [], projects: [] });
    expect(lists.stages.length).toBeGreaterThan(0);
    expect(lists.colleagues.length).toBeGreaterThan(0);
  });

  it('is not known without an answer', async () => {
    faulty.proxy.inject({ kind: 'lose-answer' }, PROJECTS);
    expect(expectFailure(await faulty.portal.readLists()).kind).toBe('unreachable');
  });
});
