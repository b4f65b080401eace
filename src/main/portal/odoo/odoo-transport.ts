import type { z } from 'zod';
import type { PortalResult } from '../portal';

/** Where a server is, and who speaks to it. */
export interface OdooConnection {
  readonly address: URL;
  /** Needed only where one server serves several databases. */
  readonly database: string | null;
  /** Needed by servers before 19, which take a key for somebody's password. */
  readonly login?: string | null;
  readonly apiKey: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly requestTimeoutMs?: number;
  readonly maximumAnswerBytes?: number;
}

/** How far an answer is waited for. */
export interface AnswerLimits {
  readonly timeoutMs?: number;
  readonly maximumAnswerBytes?: number;
  /** Breaks the request off. */
  readonly signal?: AbortSignal;
  /** Told at each part of the answer of how many bytes of it have come. */
  readonly onReceived?: (receivedBytes: number) => void;
}

/** One remote call: `ids` and `context` are arguments like any other. */
export interface OdooCall<Schema extends z.ZodType> extends AnswerLimits {
  readonly model: string;
  readonly method: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** What the answer has to look like. */
  readonly answer: Schema;
}

/** Speaks to one server with one key. Never throws for what a network or a server does. */
export interface OdooTransport {
  call<Schema extends z.ZodType>(call: OdooCall<Schema>): Promise<PortalResult<z.output<Schema>>>;
  /** The server's version as it writes it, such as `19.0` or `saas~18.2`. Needs no key, and sends none. */
  readVersion(): Promise<PortalResult<string>>;
}

/** The first number of a version, by which Odoo's interfaces differ; null where there is none. */
export function majorVersionOf(version: string): number | null {
  const digits = /\d+/.exec(version)?.[0];
  return digits === undefined ? null : Number(digits);
}
