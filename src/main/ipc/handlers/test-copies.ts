import { deleteTestCopy, writeTestCopy } from '../../usecases/change-test-copies';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** Test copies that were made or planned for customers. */
export function createTestCopyHandlers(parts: AppParts): Pick<Handlers, 'test-copies:write' | 'test-copies:delete'> {
  return {
    'test-copies:write': withSession(parts, async ({ workbench }, copy) => {
      const written = await writeTestCopy(workbench, copy);
      return written.ok ? done(written.value) : refuse(written.failure.kind);
    }),
    'test-copies:delete': withSession(parts, async ({ workbench }, { testCopyId }) => {
      const deleted = await deleteTestCopy(workbench, testCopyId);
      return deleted.ok ? done(deleted.value) : refuse(deleted.failure.kind);
    }),
  };
}
