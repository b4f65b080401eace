/** What a test has to know about a running portal, read from the portal itself. */

import { jsonCaller } from './http.mjs';

/**
 * @param {{ url: string, database?: string, logins: Record<'consultant' | 'colleague' | 'admin', { apiKey: string }> }}
 *   server
 * @param {string} projectName
 */
export async function describePortal({ url, database, logins }, projectName = 'Kundsupport') {
  const person = (login) => describePerson({ url, database, apiKey: login.apiKey });
  const call = jsonCaller({ url, database, apiKey: logins.consultant.apiKey });
  const idsByName = async (model, domain = []) => {
    const rows = await call(model, 'search_read', { domain, fields: ['name'], order: 'id' });
    return Object.fromEntries(rows.map((row) => [row.name, row.id]));
  };

  const [project] = await call('project.project', 'search_read', {
    domain: [['name', '=', projectName]],
    fields: ['name'],
    limit: 1,
  });
  if (!project) throw new Error(`The Odoo at ${url} has no project "${projectName}". Feed scripts/odoo/seed.py to it.`);

  return {
    url,
    database,
    consultant: await person(logins.consultant),
    colleague: await person(logins.colleague),
    admin: await person(logins.admin),
    project,
    stages: await idsByName('project.task.type', [['project_ids', 'in', [project.id]]]),
    tags: await idsByName('project.tags'),
    tasks: await idsByName('project.task', [['project_id', '=', project.id]]),
    agreements: await idsByName('res.partner.category'),
  };
}

async function describePerson(server) {
  const call = jsonCaller(server);
  const { uid } = await call('res.users', 'context_get');
  const fields = ['name', 'login', 'lang', 'partner_id', 'employee_id'];
  const [user] = await call('res.users', 'read', { ids: [uid], fields, load: null });
  return {
    login: user.login,
    apiKey: server.apiKey,
    userId: uid,
    employeeId: user.employee_id || undefined,
    partnerId: user.partner_id,
    name: user.name,
    language: user.lang,
  };
}
