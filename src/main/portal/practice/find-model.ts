import { helpdeskModels, helpdeskNames, type PracticeHelpdesk } from './helpdesk-models';
import { COMMON_FIELDS, type FieldDefinition, MODELS, type ModelDefinition, one } from './models';
import { valueError } from './odoo-error';
import { SALES_MODELS } from './sales-models';

const LINES = 'account.analytic.line';

/** The definition of a model with the fields every record has; null for one this portal does not have. */
export function findModel(name: string, helpdesk: PracticeHelpdesk | null): ModelDefinition | null {
  const models = { ...MODELS, ...SALES_MODELS, ...(helpdesk === null ? {} : helpdeskModels(helpdesk)) };
  const model = Object.hasOwn(models, name) ? models[name] : undefined;
  if (model === undefined) return null;
  // An add-on lets a line name the helpdesk's ticket too.
  const ownFields =
    helpdesk !== null && name === LINES
      ? { [helpdeskNames(helpdesk).line]: one('Helpdesk Ticket', 'helpdesk.ticket') }
      : {};
  return { ...model, fields: { ...COMMON_FIELDS, ...model.fields, ...ownFields } };
}

/** The definition of a field; throws Odoo's error for one that a model does not have. */
export function fieldOf(modelName: string, model: ModelDefinition, name: string): FieldDefinition {
  const field = Object.hasOwn(model.fields, name) ? model.fields[name] : undefined;
  if (field === undefined) throw valueError(`Invalid field '${name}' on '${modelName}'`);
  return field;
}
