import { BUG_RULES } from './bug-rules';
import { CHARGE_RULES } from './charge-rules';
import type { Rule } from './rule';
import { SERVICE_RULES } from './service-rules';
import { TICKET_RULES } from './ticket-rules';

/** The rules by name. A sentence names one or several of them. */
export const RULES = { ...TICKET_RULES, ...CHARGE_RULES, ...SERVICE_RULES, ...BUG_RULES } as const satisfies Record<
  string,
  Rule
>;

/** The name of a rule. */
export type RuleName = keyof typeof RULES;
