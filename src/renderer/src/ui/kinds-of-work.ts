import type { KindOfWork } from '@core/billing/kind-of-work';

/** The groups the kinds of work are chosen from, most used first. */
export const KIND_OF_WORK_GROUPS = {
  everyday: ['general-user-support', 'technical-support', 'bug-analysis', 'configuration-change'],
  fixes: [
    'fix-in-regular-patch',
    'fix-outside-regular-patch',
    'own-localisation-fix',
    'customer-or-third-party-code-fix',
    'database-correction',
  ],
  questions: ['infrastructure-question', 'delivery-question', 'licence-question'],
  operations: [
    'server-resource-provision',
    'resource-sale',
    'architecture-change',
    'configuration-outside-pool',
    'version-upgrade',
    'restore-or-new-instance',
    'dns',
  ],
  projects: ['training-or-customisation', 'new-functionality', 'data-import-export', 'pay-per-use-service'],
  outside: ['external-application', 'customer-network-or-third-party'],
  unpaid: ['internal', 'own-decision-not-charged'],
} as const satisfies Record<string, readonly KindOfWork[]>;

/** The name of a group of kinds of work. */
export type KindOfWorkGroup = keyof typeof KIND_OF_WORK_GROUPS;

type Listed = (typeof KIND_OF_WORK_GROUPS)[KindOfWorkGroup][number];
// A kind of work that no group offers could never be chosen: this line then does not compile.
const everyKindIsListed: KindOfWork extends Listed ? true : never = true;
void everyKindIsListed;

/** Every group with its kinds, in the order they are offered. */
export const kindOfWorkGroups = Object.entries(KIND_OF_WORK_GROUPS) as readonly [
  KindOfWorkGroup,
  readonly KindOfWork[],
][];

/** The kind of work with that name, or undefined when there is none. */
export function findKindOfWork(name: string): KindOfWork | undefined {
  return kindOfWorkGroups.flatMap(([, kinds]) => kinds).find((kind) => kind === name);
}
