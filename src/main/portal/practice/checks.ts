import type { Caller } from './caller';
import type { ModelDefinition } from './models';
import { accessError, validationError } from './odoo-error';
import type { Store, Values } from './store';

type Deed = 'create' | 'modify' | 'delete';

/** Throws Odoo's error where a required field has no value. */
export function checkRequired(model: ModelDefinition, values: Values): void {
  for (const [name, field] of Object.entries(model.fields)) {
    if (field.isRequired !== true || (values[name] ?? false) !== false) continue;
    throw validationError(
      `The operation cannot be completed: Missing required value for the field '${field.label}' (${name}).\nModel: '${model.label}'\n- create/update: a mandatory field is not set\n- delete: another model requires the record being deleted, you can archive it instead\n`,
    );
  }
}

/** Throws Odoo's error where nobody here may do this to a model. */
export function checkRights(modelName: string, model: ModelDefinition, deed: Deed): void {
  if (model.rights === 'write') return;
  throw accessError(`You are not allowed to ${deed} '${model.label}' (${modelName}) records.`);
}

/** Time is recorded for oneself; an attachment belongs to a record that exists. */
export function checkOwner(
  { store, caller }: { readonly store: Store; readonly caller: Caller },
  modelName: string,
  values: Values,
  deed: Deed,
): void {
  if (modelName === 'account.analytic.line' && values['employee_id'] !== caller.employeeId) {
    throw accessError(
      `Uh-oh! Looks like you have stumbled upon some top-secret records.\n\nSorry, you do not have the rights to ${deed} timesheets of other people.`,
    );
  }
  if (
    modelName === 'ir.attachment' &&
    typeof values['res_model'] === 'string' &&
    typeof values['res_id'] === 'number'
  ) {
    if (store.read(values['res_model'], values['res_id']) === null) {
      throw accessError('Sorry, you are not allowed to access this document.');
    }
  }
}

/** What an approver has validated only an approver changes. */
export function checkLock(modelName: string, values: Values, deed: Exclude<Deed, 'create'>): void {
  if (modelName !== 'account.analytic.line' || values['validated'] !== true) return;
  throw accessError(`Only a Timesheets Approver or Manager is allowed to ${deed} a validated entry.`);
}
