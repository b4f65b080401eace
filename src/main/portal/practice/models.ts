/** What a field holds, in Odoo's words. */
export type FieldDefinition = {
  readonly label: string;
  readonly isRequired?: boolean;
  /** Kept by the server itself. */
  readonly isReadonly?: boolean;
} & (
  | { readonly type: 'char' | 'text' | 'html' | 'integer' | 'float' | 'boolean' | 'date' | 'datetime' | 'binary' }
  | { readonly type: 'selection'; readonly options: readonly string[] }
  | { readonly type: 'many2one' | 'many2many'; readonly relation: string }
);

export interface ModelDefinition {
  readonly label: string;
  readonly order: string;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  /** What an ordinary consultant may do besides reading. */
  readonly rights: 'read' | 'write';
  readonly defaults?: Readonly<Record<string, string | number | boolean>>;
}

export const char = (label: string, isRequired = false): FieldDefinition => ({ type: 'char', label, isRequired });
export const flag = (label: string): FieldDefinition => ({ type: 'boolean', label });
export const hours = (label: string, isReadonly = false): FieldDefinition => ({ type: 'float', label, isReadonly });
export const one = (label: string, relation: string): FieldDefinition => ({ type: 'many2one', label, relation });
export const many = (label: string, relation: string): FieldDefinition => ({ type: 'many2many', label, relation });
export const choice = (label: string, options: readonly string[]): FieldDefinition => ({
  type: 'selection',
  label,
  options,
});

/** When a ticket came into its stage. */
export const STAGE_MOMENT: FieldDefinition = { type: 'datetime', label: 'Last Stage Update', isReadonly: true };

/** Every record has these. */
export const COMMON_FIELDS: Readonly<Record<string, FieldDefinition>> = {
  id: { type: 'integer', label: 'ID', isReadonly: true },
  create_date: { type: 'datetime', label: 'Created on', isReadonly: true },
  write_date: { type: 'datetime', label: 'Last Updated on', isReadonly: true },
  create_uid: { type: 'many2one', label: 'Created by', relation: 'res.users', isReadonly: true },
};

const TASK_STATES = [
  '01_in_progress',
  '02_changes_requested',
  '03_approved',
  '1_done',
  '1_canceled',
  '04_waiting_normal',
];
const MESSAGE_TYPES = ['email', 'comment', 'email_outgoing', 'notification', 'auto_comment', 'user_notification'];

/** The models that every practice portal has. */
export const MODELS: Readonly<Record<string, ModelDefinition>> = {
  'project.task': {
    label: 'Task',
    order: 'id desc',
    rights: 'write',
    defaults: { active: true, state: '01_in_progress', priority: '0' },
    fields: {
      name: char('Title', true),
      description: { type: 'html', label: 'Description' },
      project_id: one('Project', 'project.project'),
      partner_id: one('Customer', 'res.partner'),
      stage_id: one('Stage', 'project.task.type'),
      date_last_stage_update: STAGE_MOMENT,
      state: choice('State', TASK_STATES),
      priority: choice('Priority', ['0', '1', '2', '3']),
      tag_ids: many('Tags', 'project.tags'),
      user_ids: many('Assignees', 'res.users'),
      active: flag('Active'),
      allocated_hours: hours('Allocated Time'),
      effective_hours: hours('Time Spent', true),
    },
  },
  'project.task.type': {
    label: 'Task Stage',
    order: 'sequence, id',
    rights: 'write',
    fields: {
      name: char('Name', true),
      sequence: { type: 'integer', label: 'Sequence' },
      fold: flag('Folded'),
      project_ids: many('Projects', 'project.project'),
      user_id: one('Stage Owner', 'res.users'),
    },
  },
  'project.tags': { label: 'Project Tags', order: 'name', rights: 'write', fields: { name: char('Name', true) } },
  'project.project': {
    label: 'Project',
    order: 'name',
    rights: 'read',
    defaults: { active: true },
    fields: { name: char('Name', true), active: flag('Active'), allow_timesheets: flag('Timesheets') },
  },
  'res.partner': {
    label: 'Contact',
    order: 'name',
    rights: 'read',
    defaults: { active: true },
    fields: {
      name: char('Name'),
      email: char('Email'),
      phone: char('Phone'),
      lang: char('Language'),
      website: char('Website'),
      is_company: flag('Is a Company'),
      active: flag('Active'),
      parent_id: one('Related Company', 'res.partner'),
      commercial_partner_id: one('Commercial Entity', 'res.partner'),
      category_id: many('Tags', 'res.partner.category'),
    },
  },
  'res.partner.category': {
    label: 'Partner Tags',
    order: 'name',
    rights: 'read',
    fields: { name: char('Name', true) },
  },
  'res.users': {
    label: 'User',
    order: 'name',
    rights: 'read',
    defaults: { active: true },
    fields: {
      name: char('Name', true),
      login: char('Login', true),
      lang: char('Language'),
      tz: char('Timezone'),
      active: flag('Active'),
      share: flag('Share User'),
      partner_id: one('Related Partner', 'res.partner'),
      employee_id: one('Company employee', 'hr.employee'),
      company_id: one('Company', 'res.company'),
    },
  },
  'res.users.apikeys': {
    label: 'Users API Keys',
    order: 'id',
    rights: 'read',
    fields: {
      name: char('Description', true),
      user_id: one('User', 'res.users'),
      scope: char('Scope'),
      expiration_date: { type: 'datetime', label: 'Expiration Date', isReadonly: true },
    },
  },
  'res.company': {
    label: 'Companies',
    order: 'name',
    rights: 'read',
    fields: { name: char('Company Name', true), internal_project_id: one('Internal Project', 'project.project') },
  },
  'hr.employee': {
    label: 'Employee',
    order: 'name',
    rights: 'read',
    defaults: { active: true },
    fields: { name: char('Name', true), active: flag('Active'), user_id: one('User', 'res.users') },
  },
  'account.analytic.line': {
    label: 'Analytic Line',
    order: 'date desc, id desc',
    rights: 'write',
    defaults: { name: '/', unit_amount: 0 },
    fields: {
      name: char('Description', true),
      date: { type: 'date', label: 'Date', isRequired: true },
      unit_amount: hours('Time Spent'),
      project_id: one('Project', 'project.project'),
      task_id: one('Task', 'project.task'),
      employee_id: one('Employee', 'hr.employee'),
      user_id: one('User', 'res.users'),
      /** Who approves timesheets sets it, and nobody here is one who does. */
      validated: { type: 'boolean', label: 'Validated', isReadonly: true },
    },
  },
  'mail.message': {
    label: 'Message',
    order: 'id desc',
    rights: 'read',
    defaults: { is_internal: false },
    fields: {
      model: char('Related Document Model'),
      res_id: { type: 'integer', label: 'Related Document ID' },
      message_id: char('Message-Id'),
      message_type: choice('Type', MESSAGE_TYPES),
      subtype_id: one('Subtype', 'mail.message.subtype'),
      is_internal: flag('Employee Only'),
      author_id: one('Author', 'res.partner'),
      email_from: char('From'),
      body: { type: 'html', label: 'Contents' },
      date: { type: 'datetime', label: 'Date' },
      attachment_ids: many('Attachments', 'ir.attachment'),
    },
  },
  'mail.message.subtype': {
    label: 'Message subtypes',
    order: 'id',
    rights: 'read',
    fields: { name: char('Message Type', true), internal: flag('Internal Only') },
  },
  'ir.attachment': {
    label: 'Attachment',
    order: 'id desc',
    rights: 'write',
    defaults: { mimetype: 'application/octet-stream', type: 'binary' },
    fields: {
      name: char('Name', true),
      mimetype: char('Mime Type'),
      type: choice('Type', ['url', 'binary']),
      res_model: char('Resource Model'),
      res_id: { type: 'integer', label: 'Resource ID' },
      datas: { type: 'binary', label: 'File Content (base64)' },
      file_size: { type: 'integer', label: 'File Size', isReadonly: true },
      checksum: { type: 'char', label: 'Checksum/SHA1', isReadonly: true },
    },
  },
  'ir.model.data': { label: 'Model Data', order: 'id', rights: 'read', fields: {} },
};
