/** Ports of the loopback, waiting for a server, and calls of Odoo's JSON-2 interface. */

import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A port of the loopback nobody listens on at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Waits until Odoo answers, `hasEnded` says that it never will, or the time is up.
 *
 * @returns {Promise<boolean>} whether it answers
 */
export async function untilAnswering(url, { hasEnded = () => false, seconds = 90 } = {}) {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline && !hasEnded()) {
    if (await answers(url)) return true;
    await pause(100);
  }
  return false;
}

async function answers(url) {
  try {
    const response = await fetch(`${url}/web/version`, { signal: AbortSignal.timeout(10_000) });
    return response.ok;
  } catch {
    return false;
  }
}

/** A caller of one server as one user. */
export function jsonCaller({ url, database, apiKey }) {
  return async function call(model, method, body = {}) {
    const headers = { 'Content-Type': 'application/json', Authorization: `bearer ${apiKey}` };
    if (database) headers['X-Odoo-Database'] = database;
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`${url}/json/2/${model}/${method}`, request).catch((error) => {
      throw new Error(`The Odoo at ${url} cannot be reached: ${error.cause?.message ?? error.message}`);
    });
    if (response.ok) return await response.json();
    const words = await response.json().then(
      (answer) => answer.message,
      () => 'no Odoo answer',
    );
    throw new Error(`The Odoo at ${url} refused ${model}/${method}: ${response.status}, ${words}`);
  };
}
