import type { TicketId } from '@core/ids';
import { call } from '../../../api/client';
import type { TakenInPicture } from '../../../ui/workbench-actions';
import { readPictureFile } from './read-picture-file';

/** Takes a file in as a draft on a ticket, or on none. */
export async function takeInPicture(file: File, ticketId: TicketId | null): Promise<TakenInPicture> {
  const read = await readPictureFile(file);
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  try {
    const screenshot = await call('screenshot:import', { ticketId, png: read.png, title: titleOf(file) });
    return { kind: 'draft', screenshot };
  } catch {
    return { kind: 'not-kept' };
  }
}

/** A file's name without its ending; what a browser calls a pasted picture is no title. */
function titleOf(file: File): string {
  const name = file.name.replace(/\.[^.]{1,5}$/, '');
  return name === 'image' ? '' : name.slice(0, 500);
}
