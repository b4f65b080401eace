import type { Verdict } from '@core/billing/kind-of-work';
import { type Icon, IconCircleCheck, IconCoin, IconCoinOff, IconHelpCircle, IconReceipt2 } from '@tabler/icons-react';

const ICONS = {
  chargeable: IconCoin,
  'always-separate': IconReceipt2,
  included: IconCircleCheck,
  'not-charged': IconCoinOff,
  undecided: IconHelpCircle,
} as const satisfies Record<Verdict, Icon>;

/** A sign for a verdict, beside its words or where they are in the name of what it stands in. */
export function VerdictIcon({ verdict, size = 14 }: { readonly verdict: Verdict; readonly size?: number }) {
  const ItsIcon = ICONS[verdict];
  return <ItsIcon size={size} stroke={1.75} aria-hidden />;
}
