import { mergePortalLine, type PortalValues, recogniseCreated } from '@core/timesheet/merge-portal-line';
import { type LineOperationKind, planLineOperation, type WantedOnPortal } from '@core/timesheet/plan-line-operation';
import { expect } from 'vitest';

/** One operation; `sent` is what may have had its effect without an answer. */
interface ModelOperation {
  readonly id: number;
  readonly kind: LineOperationKind;
  state: 'waiting' | 'in-flight' | 'parked';
  sent: PortalValues[];
}

/**
 * A line, an outbox and a portal, and between them a sender that reads, marks in flight, sends and hears the answer in
 * steps of their own. It does what the real one does, by the same rules.
 */
export class LineSenderModel {
  isDeleted = false;
  isReady = true;
  /** The portal was told of the deletion: the line comes back under another id only. */
  isGoneForGood = false;
  known: PortalValues | null = null;
  remoteId: number | null = null;
  operations: ModelOperation[] = [];
  /** What the portal holds, by its id. */
  readonly portal = new Map<number, PortalValues>();
  /** The portal's record with the line's external id. */
  external: number | null = null;
  createdCount = 0;
  /** An answer that is on its way. */
  answer: (() => void) | null = null;
  private lastOperationId = 0;

  constructor(public here: PortalValues) {
    this.plan();
  }

  wanted(): WantedOnPortal {
    if (this.isDeleted) return { kind: 'deleted' };
    return this.isReady ? { kind: 'there', values: this.here } : { kind: 'not-ready' };
  }

  plan() {
    const {
      wanted,
      known,
      operations: open,
    } = { wanted: this.wanted(), known: this.known, operations: this.operations };
    const { withdraw, enqueue } = planLineOperation({ wanted, known, open });
    for (const id of withdraw) expect(open.find((operation) => operation.id === id)?.state).not.toBe('in-flight');
    this.operations = open.filter(({ id }) => !withdraw.includes(id));
    if (enqueue === null) return;
    expect(this.operations.filter(({ kind }) => kind === enqueue)).toEqual([]);
    this.lastOperationId += 1;
    this.operations.push({ id: this.lastOperationId, kind: enqueue, state: 'waiting', sent: [] });
  }

  edit(changes: Partial<PortalValues>) {
    if (this.isDeleted) return;
    this.here = { ...this.here, ...changes };
    this.plan();
  }

  setReady(isReady: boolean) {
    this.isReady = isReady;
    this.plan();
  }

  setDeleted(isDeleted: boolean) {
    const isSent = this.operations.some(({ kind, state }) => kind === 'delete-timesheet-line' && state === 'in-flight');
    if (this.isGoneForGood || isSent) return;
    this.isDeleted = isDeleted;
    this.plan();
  }

  /** Sends the first operation as far as the portal; its answer is heard later, or never. */
  send({ reaches, isRefused }: { reaches: boolean; isRefused: boolean }) {
    const operation = this.operations.find(({ state }) => state !== 'parked');
    if (this.answer !== null || operation === undefined) return;
    switch (operation.kind) {
      case 'create-timesheet-line':
        return this.sendCreation(operation, reaches, isRefused);
      case 'update-timesheet-line':
        return this.sendUpdate(operation, reaches, isRefused);
      case 'delete-timesheet-line':
        return this.sendDeletion(operation, reaches, isRefused);
    }
  }

  private sendCreation(operation: ModelOperation, reaches: boolean, isRefused: boolean) {
    if (operation.state === 'in-flight' && this.external !== null) {
      const there = this.portal.get(this.external);
      if (there === undefined) throw new Error('A record and its external id go together.');
      this.finish(operation, this.external, recogniseCreated(operation.sent, there));
      return;
    }
    const values = this.here;
    operation.state = 'in-flight';
    operation.sent.push(values);
    if (!reaches) return;
    if (isRefused) {
      this.answer = () => this.park(operation);
      return;
    }
    if (this.external === null) {
      this.createdCount += 1;
      this.external = this.createdCount;
    }
    const id = this.external;
    this.portal.set(id, values);
    this.answer = () => this.finish(operation, id, values);
  }

  private sendUpdate(operation: ModelOperation, reaches: boolean, isRefused: boolean) {
    const { here, remoteId } = this;
    const there = this.portal.get(remoteId ?? 0);
    if (there === undefined || remoteId === null) return this.park(operation);
    const base = this.known ?? there;
    const merge = mergePortalLine({ base, sent: operation.sent, here, there, isLocked: false });
    const finish = () => {
      for (const field of merge.toTakeOver) {
        // What was changed while the answer was on its way is changed here.
        if (this.here[field] === here[field]) this.here = { ...this.here, [field]: merge.merged[field] };
      }
      this.finish(operation, remoteId, merge.merged);
    };
    if (merge.toWrite.length === 0) return finish();
    operation.state = 'in-flight';
    operation.sent.push(merge.merged);
    if (!reaches) return;
    if (!isRefused) this.portal.set(remoteId, merge.merged);
    this.answer = isRefused ? () => this.park(operation) : finish;
  }

  private sendDeletion(operation: ModelOperation, reaches: boolean, isRefused: boolean) {
    operation.state = 'in-flight';
    if (!reaches) return;
    if (isRefused) {
      this.answer = () => this.park(operation);
      return;
    }
    const id = this.remoteId ?? this.external;
    if (id !== null) this.portal.delete(id);
    this.external = null;
    this.answer = () => {
      this.isGoneForGood = true;
      this.finish(operation, this.remoteId, null);
    };
  }

  private finish(operation: ModelOperation, remoteId: number | null, known: PortalValues | null) {
    this.remoteId = remoteId;
    this.known = known;
    this.operations = this.operations.filter((other) => other !== operation);
    this.plan();
  }

  private park(operation: ModelOperation) {
    operation.state = 'parked';
    this.plan();
  }

  /** The answer comes, or it is lost: then the operation stays in flight. */
  hear({ isLost }: { isLost: boolean }) {
    const { answer } = this;
    this.answer = null;
    if (!isLost) answer?.();
  }

  pull() {
    const there = this.portal.get(this.remoteId ?? 0);
    if (this.answer !== null || there === undefined || this.known === null || this.isDeleted) return;
    const sent = this.operations.flatMap((operation) => operation.sent);
    const { merged, toTakeOver } = mergePortalLine({ base: this.known, sent, here: this.here, there, isLocked: false });
    for (const field of toTakeOver) this.here = { ...this.here, [field]: merged[field] };
    this.known = there;
    this.plan();
  }

  retryParked() {
    for (const operation of this.operations) if (operation.state === 'parked') operation.state = 'in-flight';
  }

  /** Sends and pulls without faults until nothing is left to do. */
  settle() {
    for (let round = 0; round < 10; round += 1) {
      this.hear({ isLost: false });
      this.retryParked();
      this.send({ reaches: true, isRefused: false });
      this.hear({ isLost: false });
      this.pull();
    }
    expect(this.operations).toEqual([]);
  }
}
