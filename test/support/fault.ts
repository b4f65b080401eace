/** What goes wrong with one request. */
export type Fault =
  /** The request is lost on its way: the portal never sees it. */
  | { readonly kind: 'lose-request' }
  /** The portal carries the request out and answers; the answer is lost. */
  | { readonly kind: 'lose-answer' }
  /** The portal carries the request out; half of its answer arrives. */
  | { readonly kind: 'cut-answer' }
  /** Nothing comes back and nothing closes. */
  | { readonly kind: 'hang' }
  /** The request crawls: the portal has all of it only then, and nothing of it if whoever sends it breaks off before. */
  | { readonly kind: 'crawl'; readonly until: Promise<void> }
  /** The answer begins and never goes on. */
  | { readonly kind: 'stall' }
  /** The portal carries the request out; its answer comes byte by byte and never stands still. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** The portal gets the request twice; the answer to the second comes back. */
  | { readonly kind: 'twice' }
  /** The portal gets the request only once it has answered the next one; whoever still waits has the answer then. */
  | { readonly kind: 'overtaken' }
  /** The portal carries the request out; what comes back is not what it answered. */
  | { readonly kind: 'change-answer'; readonly change: (body: string) => string }
  /** Something else answers; the portal never sees the request. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string | Buffer;
      readonly contentType?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** An answer as Odoo words its errors. */
export function odooErrorFault(status: number, name: string, message: string): Fault {
  const body = JSON.stringify({ name, message, arguments: [message], context: {}, debug: 'Traceback …' });
  return { kind: 'answer', status, body };
}

/** 200 with JSON that nobody asked for, `bytes` long and without a length announced. */
export function hugeFault(bytes: number): Fault {
  return {
    kind: 'answer',
    status: 200,
    body: `"${'x'.repeat(bytes - 2)}"`,
    headers: { 'transfer-encoding': 'chunked' },
  };
}

/** 200 with lists within lists, or objects within objects. */
export function deepFault(levels: number, [open, close]: readonly [string, string] = ['[', ']']): Fault {
  return { kind: 'answer', status: 200, body: `${open.repeat(levels)}1${close.repeat(levels)}` };
}

/** What a captive portal or a proxy's error page looks like. */
export function htmlFault(status: number, headers: Readonly<Record<string, string>> = {}): Fault {
  return { kind: 'answer', status, contentType: 'text/html; charset=utf-8', body: '<h1>Log in</h1>', headers };
}
