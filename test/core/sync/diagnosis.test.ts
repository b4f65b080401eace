import { describeDiagnosis } from '@core/sync/diagnosis';
import { describe, expect, it } from 'vitest';

const AT = Date.UTC(2026, 10, 26, 20, 15);

describe('a diagnosis', () => {
  it('says in numbers and states what waits, and how the last syncs ended', () => {
    const text = describeDiagnosis({
      appVersion: '0.1.0',
      now: AT,
      portal: { kind: 'odoo', serverVersion: '18.0' },
      connection: 'unreachable',
      lastSuccessAt: null,
      operations: [{ kind: 'post-message', state: 'parked', attempts: 3, createdAt: AT }],
      runs: [
        {
          startedAt: AT,
          endedAt: AT + 1_000,
          outcome: 'refused',
          message: 'Kund Exempel AB får inte',
          sent: 2,
          parked: 1,
          brought: 0,
          times: 4,
        },
      ],
    });
    expect(text.split('\n')).toEqual([
      'Fyra 0.1.0, 2026-11-26T20:15:00.000Z',
      'portal: odoo, server 18.0',
      'connection: unreachable, last success never',
      'operations not done: 1',
      '  post-message parked, 3 attempts, written 2026-11-26T20:15:00.000Z',
      'last runs: 1',
      '  2026-11-26T20:15:00.000Z to 2026-11-26T20:15:01.000Z: refused (4 times), sent 2, parked 1, brought 0',
    ]);
  });
});
