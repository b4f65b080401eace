import type { ReactNode } from 'react';
import { useCalmly } from './use-calmly';

/** Draws its children once what stands around them can be seen. Their place is kept by whoever uses it. */
export function Later({ children }: { readonly children: ReactNode }) {
  return useCalmly(true, false) ? children : null;
}
