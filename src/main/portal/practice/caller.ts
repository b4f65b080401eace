/** Whose call it is, and when. */
export interface Caller {
  readonly userId: number;
  readonly partnerId: number;
  readonly employeeId: number;
  readonly nowMs: number;
}
