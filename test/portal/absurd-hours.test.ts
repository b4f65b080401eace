import { describe, expect, it } from 'vitest';
import { setUpFaultyPortal } from '../support/faulty-portal';
import { expectFailure, expectValue } from '../support/portal-bench';

const READ_ALL = { changedSince: null, after: null, pageSize: 200 };
const STAMP = '2026-11-23 08:00:00';

const faulty = setUpFaultyPortal();

/** Lets the portal answer the next search with one record. */
function answerWith(model: string, record: string): void {
  faulty.proxy.inject({ kind: 'answer', status: 200, body: `[${record}]` }, { path: `/${model}/search_read` });
}

const line = (hours: string) =>
  `{"id":1,"write_date":"${STAMP}","task_id":[7,"Order"],"employee_id":[2,"Maja"],"date":"2026-11-23","name":"x","unit_amount":${hours}}`;
const task = (hours: string) =>
  `{"id":7,"write_date":"${STAMP}","create_date":"${STAMP}","name":"Order","description":false,"project_id":[1,"Support"],"partner_id":false,"stage_id":false,"state":"01_in_progress","tag_ids":[],"user_ids":[],"active":true,"effective_hours":${hours}}`;

describe('hours that nobody can have worked', () => {
  it.each(['1e306', '1e400', '-1e306', '1000001'])('are no line: %s', async (hours) => {
    answerWith('account.analytic.line', line(hours));
    expect(expectFailure(await faulty.portal.readTimesheetLines([7], READ_ALL)).kind).toBe('not-a-portal');
  });

  it.each(['1e306', '1e400', '-1e306', '1000001'])('are no sum of a ticket: %s', async (hours) => {
    answerWith('project.task', task(hours));
    expect(expectFailure(await faulty.portal.readTickets(READ_ALL)).kind).toBe('not-a-portal');
  });

  it('are none below zero, where bookkeeping corrected itself', async () => {
    answerWith('account.analytic.line', line('-0.5'));
    expect(expectValue(await faulty.portal.readTimesheetLines([7], READ_ALL)).rows[0]?.workedSeconds).toBe(0);
    answerWith('project.task', task('-0.5'));
    expect(expectValue(await faulty.portal.readTickets(READ_ALL)).rows[0]?.workedSecondsOfEverybody).toBe(0);
  });
});
