/** What the preload script puts on `window.fyra`: two doors, untyped on purpose; the window's client types them. */
export interface Bridge {
  call(name: string, input: unknown): Promise<unknown>;
  /** Calls back on each event of that name; answers a function that ends it. */
  on(name: string, listener: (payload: unknown) => void): () => void;
}
