import type { RequestInput } from '@ipc/contract';
import type { DetailsView } from '@ipc/details-views';

/** Values with those of the changes that are given in their place. */
function given<Values extends object>(
  values: Values,
  changes: { readonly [Key in keyof Values]?: Values[Key] | undefined },
) {
  const changed = { ...values };
  for (const key in values) {
    const change = changes[key];
    if (change !== undefined) changed[key] = change;
  }
  return changed;
}

/** A ticket's details with what is noted about it; what follows from that stays as it was. */
export function withTicketNotes(view: DetailsView, { notes }: RequestInput<'details:note-ticket'>): DetailsView {
  return {
    ...view,
    details: given(view.details, notes.details ?? {}),
    typedReferences: notes.references ?? view.typedReferences,
    steps: given(view.steps, notes.steps ?? {}),
  };
}

/** A ticket's details with what is noted about its customer; what follows from that stays as it was. */
export function withCustomerChanges(
  view: DetailsView,
  { customerId, changes }: RequestInput<'details:note-customer'>,
): DetailsView {
  const { customer } = view;
  if (customer?.id !== customerId) return view;
  return { ...view, customer: { ...customer, details: given(customer.details, changes) } };
}
