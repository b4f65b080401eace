import { DEFAULT_MAPPING } from '@core/ticket/ticket-mapping';
import type { MappingView } from '@ipc/requests/mapping';
import { expect, it } from 'vitest';
import {
  draftOf,
  isSameDraft,
  tagsOfAgreement,
  withTags,
} from '../../../src/renderer/src/features/settings/mapping-draft';

const VIEW: MappingView = {
  mapping: DEFAULT_MAPPING,
  groups: [],
  projects: [],
  prepaidHours: 'readable',
  stages: [],
  customerTags: [
    { remoteId: 8, name: 'Patchavtal', ownAgreements: ['patch'] },
    { remoteId: 7, name: 'Patch', ownAgreements: ['patch'] },
    { remoteId: 9, name: 'Guld', ownAgreements: [] },
  ],
};

it('shows the tags that mean an agreement by their names until others are chosen, and remembers only a choice', () => {
  const kept = draftOf(VIEW);
  expect(tagsOfAgreement(kept, VIEW, 'patch')).toEqual([7, 8]);
  const chosen = withTags(kept, VIEW, 'patch', [9, 8]);
  expect(tagsOfAgreement(chosen, VIEW, 'patch')).toEqual([8, 9]);
  expect(isSameDraft(chosen, kept)).toBe(false);
  expect(withTags(chosen, VIEW, 'patch', [8, 7])).toEqual(kept);
  expect(isSameDraft(withTags(kept, VIEW, 'on-demand', []), kept)).toBe(true);
});
