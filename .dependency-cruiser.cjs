/** The walls between the rooms. The table they come from is in docs/architecture.md. */
const only = (room, allowed, comment) => ({
  name: `walls-of-${room.replaceAll('/', '-')}`,
  severity: 'error',
  comment,
  from: { path: `^src/${room}` },
  to: { path: '^src/', pathNot: [`^src/${room}`, ...allowed.map((path) => `^src/${path}`)] },
});

module.exports = {
  forbidden: [
    only('core/', [], 'Rules are pure: core imports nothing of ours.'),
    only('ipc/', ['core/'], 'The contract knows the rules only.'),
    only('preload/', ['ipc/'], 'The bridge knows the contract only.'),
    only('renderer/', ['core/', 'ipc/', 'preload/bridge'], 'The window speaks through the contract.'),
    only('main/db/', ['core/'], 'Queries know tables and rules.'),
    only('main/portal/', ['core/'], 'A portal knows the rules only.'),
    only('main/platform/', ['core/', 'ipc/'], 'The platform carries out, it decides nothing.'),
    only('main/usecases/', ['core/', 'main/db/', 'main/portal/', 'main/platform/'], 'Use cases decide and write.'),
    only('main/sync/', ['core/', 'main/db/', 'main/portal/', 'main/platform/'], 'The sync moves what use cases wrote.'),
    only(
      'main/ipc/',
      ['core/', 'ipc/', 'main/usecases/', 'main/db/', 'main/sync/', 'main/platform/'],
      'Handlers call use cases.',
    ),
    {
      name: 'platform-as-types-only',
      severity: 'error',
      comment: 'Use cases, sync and handlers know the platform by its types; compose.ts hands them the parts.',
      from: { path: '^src/main/(usecases|sync|ipc)/' },
      to: { path: '^src/main/platform/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'compose-is-on-top',
      severity: 'error',
      comment: 'What compose.ts wires does not know it.',
      from: { path: '^src/', pathNot: '^src/main/start\\.ts$' },
      to: { path: '^src/main/compose\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-has-few-libraries',
      severity: 'error',
      comment: 'Core may use luxon, marked and zod.',
      from: { path: '^src/core/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg'],
        pathNot: 'node_modules/(@types/)?(luxon|marked|zod)/',
      },
    },
    {
      name: 'features-do-not-import-each-other',
      severity: 'error',
      comment: 'What several features share lives in src/renderer/src/ui.',
      from: { path: '^src/renderer/src/features/([^/]+)/' },
      to: { path: '^src/renderer/src/features/([^/]+)/', pathNot: '^src/renderer/src/features/$1/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-files-nobody-imports',
      severity: 'error',
      comment: 'A file nobody imports is dead: delete it.',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: [
          '\\.d\\.ts$',
          '^src/main/index\\.ts$',
          '^src/main/platform/text-reader-worker\\.ts$',
          '^src/main/db/backup-worker\\.ts$',
          '^src/main/platform/tables/table-worker\\.ts$',
          '^src/preload/index\\.ts$',
          '^src/renderer/src/(main|region|floating)\\.tsx$',
        ],
      },
      to: {},
    },
    {
      name: 'src-file-reachable-from-an-entry',
      severity: 'error',
      comment: 'What only tests import is dead weight in the app.',
      from: {
        path: '^src/(main/(index|platform/text-reader-worker|platform/tables/table-worker|db/backup-worker)\\.ts|preload/index\\.ts|renderer/src/(main|region|floating)\\.tsx)$',
      },
      to: {
        path: '^src/',
        // The entries themselves, and the languages, which are found by their folder.
        pathNot: [
          '\\.d\\.ts$',
          '^src/(main|preload)/index\\.ts$',
          '^src/main/platform/text-reader-worker\\.ts$',
          '^src/main/db/backup-worker\\.ts$',
          '^src/main/platform/tables/table-worker\\.ts$',
          '^src/renderer/src/(main|region|floating)\\.tsx$',
          '^src/renderer/src/app/locales/',
        ],
        reachable: false,
      },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
