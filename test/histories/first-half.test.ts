import { describe } from 'vitest';
import { shareOfHistories } from '../support/histories/history-share';
import { itHealsAfterEveryHistory } from '../support/histories/run-histories';

describe('two consultants, a portal, and faults between them: the first half', () => {
  itHealsAfterEveryHistory(shareOfHistories(0, 2));
});
