import type { TicketResolution } from '@core/ticket/ticket-fields';
import type { TicketProfileKind } from '@core/ticket/ticket-mapping';
import type { Instant } from '@core/time/instant';
import type { z } from 'zod';

interface Link {
  readonly remoteId: number;
  readonly name: string;
}

/** A ticket as any of the models has it. */
export interface TicketRecord {
  readonly id: number;
  readonly write_date: Instant;
  readonly create_date: Instant;
  /** Null: numbered by its id. */
  readonly number: string | null;
  readonly title: string;
  readonly descriptionHtml: string;
  /** The project or team it is in; null: it is no ticket. */
  readonly group: Link | null;
  /** Where time on it is recorded; null: the portal names no project. */
  readonly timesheetProject: Link | null;
  readonly partner: Link | null;
  /** Who wrote, where the ticket itself says so. */
  readonly writer: { readonly name: string; readonly email: string | null; readonly phone: string | null } | null;
  readonly stage: Link | null;
  /** Since when it is in its stage; null: the portal does not say. */
  readonly stageChangedAt: Instant | null;
  readonly resolution: TicketResolution;
  /** `0` is ordinary. */
  readonly priority: string;
  readonly tagIds: readonly number[];
  readonly assigneeIds: readonly number[];
  readonly isActive: boolean;
  readonly workedHours: number;
}

/** How one kind of Odoo keeps tickets. */
export interface TicketProfile {
  readonly kind: TicketProfileKind;
  readonly model: string;
  /** The field of a timesheet line that names its ticket. */
  readonly lineField: 'task_id' | 'ticket_id' | 'helpdesk_ticket_id';
  readonly stageModel: string;
  /** Fields of a stage beside its name; what is not there is not asked for. `closed` counts like `fold`. */
  readonly stageFields: readonly string[];
  /** The field of a stage that names the projects or teams that have it. */
  readonly stageGroupField: string;
  /** Whether a stage can be one person's own. */
  readonly hasPersonalStages: boolean;
  readonly tagModel: string;
  readonly groupModel: string;
  /** Which groups tickets can be in. */
  readonly groupDomain: readonly (readonly [field: string, operator: string, value: unknown])[];
  readonly groupField: 'project_id' | 'team_id';
  readonly assigneeField: 'user_ids' | 'user_id';
  /** Fields without which it is not this kind. */
  readonly neededFields: readonly string[];
  /** Fields that add-ons or versions bring. */
  readonly otherFields: readonly string[];
  readonly record: z.ZodType<TicketRecord>;
  /** What Odoo holds for a priority, an end, and assignees. */
  toPriority(priority: string): string;
  toState(resolution: TicketResolution): Readonly<Record<string, unknown>>;
}
