/** What can go wrong with one request between an app and its portal. */
export const LINE_FAULTS = [
  /** It is lost on its way: the portal never sees it. */
  'request-lost',
  /** The portal acts; its answer is lost. */
  'answer-lost',
  /** The portal acts; half of its answer arrives. */
  'answer-cut',
  /** Nothing comes back, and the portal acts only when the next request has been answered. */
  'late',
  /** The portal gets it twice. Never a message: it has no external id, and whoever repeats its request posts it again. */
  'twice',
  /** A captive portal's page answers instead, with 200. */
  'captive-portal',
  /** 401: the key counts for nothing at this moment. */
  'key-refused',
  /** 429 with Retry-After. */
  'too-many',
  /** 500 without a word of Odoo's. */
  'server-error',
  /** 502 of something in between, which let the request through before. */
  'bad-gateway',
] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

/** A fault, and how many requests pass before it strikes. */
export interface PlannedFault {
  readonly kind: LineFault;
  readonly after: number;
}

/** The line between one app and the portal, on which faults strike as planned, each once. */
export interface FaultLine {
  readonly fetch: typeof globalThis.fetch;
  plan(faults: readonly PlannedFault[]): void;
  /** From now on nothing goes wrong any more. */
  heal(): Promise<void>;
  /** What is late arrives: the server's own time limit is near. */
  letLateArrive(): Promise<void>;
  /** Calls back once, when that many more requests have come: before the portal acts, or after. */
  onRequest(after: number, moment: 'before' | 'after', act: () => void): void;
  /** Nothing gets through any more, or everything does again. */
  setCut(isCut: boolean): void;
  /** Faults that are planned and have not struck. */
  planned(): number;
}

const HTML = { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } };

function networkError(): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
}

/** `onStruck` is told of each fault that came to pass. */
export function createFaultLine(onStruck: (kind: LineFault) => void): FaultLine {
  const faults: { kind: LineFault; left: number }[] = [];
  let late: (() => Promise<unknown>)[] = [];
  let isCut = false;
  let watch: { left: number; moment: 'before' | 'after'; act: () => void } | null = null;

  function nextFault(path: string): LineFault | null {
    const [first] = faults;
    if (first === undefined) return null;
    first.left -= 1;
    if (first.left >= 0 || (first.kind === 'twice' && path.endsWith('/message_post'))) return null;
    faults.shift();
    onStruck(first.kind);
    return first.kind;
  }

  async function letLateArrive(): Promise<void> {
    const arriving = late;
    late = [];
    for (const send of arriving) await send();
  }

  async function carry(path: string, send: () => Promise<Response>): Promise<Response> {
    const fault = nextFault(path);
    switch (fault) {
      case null:
        return send();
      case 'request-lost':
        throw networkError();
      case 'answer-lost':
        await (await send()).text();
        throw networkError();
      case 'answer-cut': {
        const answer = await send();
        const text = await answer.text();
        return new Response(text.slice(0, text.length / 2), { status: answer.status, headers: answer.headers });
      }
      case 'late':
        late.push(async () => (await send()).text());
        throw networkError();
      case 'twice':
        await (await send()).text();
        return send();
      case 'captive-portal':
        return new Response('<h1>Log in</h1>', HTML);
      case 'key-refused':
        return new Response('<h1>Unauthorized</h1>', { ...HTML, status: 401 });
      case 'too-many':
        return new Response('', { ...HTML, status: 429, headers: { ...HTML.headers, 'retry-after': '20' } });
      case 'server-error':
        return new Response('<h1>Internal Server Error</h1>', { ...HTML, status: 500 });
      case 'bad-gateway':
        await (await send()).text();
        return new Response('<h1>Bad Gateway</h1>', { ...HTML, status: 502 });
    }
  }

  return {
    fetch: async (input, init) => {
      if (isCut) throw networkError();
      const arriving = late.length > 0;
      const watched = watch;
      if (watched !== null) watched.left -= 1;
      const isWatched = watched !== null && watched.left < 0;
      if (isWatched) watch = null;
      if (isWatched && watched.moment === 'before') {
        watched.act();
        throw networkError();
      }
      try {
        return await carry(String(input), () => globalThis.fetch(input, init));
      } finally {
        if (arriving) await letLateArrive();
        if (isWatched && watched.moment === 'after') watched.act();
      }
    },
    plan: (planned) => {
      faults.push(...planned.map(({ kind, after }) => ({ kind, left: after })));
    },
    heal: async () => {
      faults.length = 0;
      await letLateArrive();
    },
    letLateArrive,
    onRequest: (after, moment, act) => {
      watch = { left: after, moment, act };
    },
    setCut: (cut) => {
      isCut = cut;
      watch = null;
    },
    planned: () => faults.length,
  };
}
