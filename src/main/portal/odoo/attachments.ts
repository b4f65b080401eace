import { fail, succeed } from '@core/outcome';
import { z } from 'zod';
import { MOST_ATTACHMENT_BYTES, type Portal } from '../portal';
import type { OdooTransport } from './odoo-transport';
import { attachmentContentSchema, attachmentSchema, carrierSchema } from './schemas';

const MODEL = 'ir.attachment';
/** Far more than anybody puts on one ticket. */
const MOST_LISTED = 1_000;
/** The largest over a line of one megabit a second. */
const CONTENT_TIMEOUT_MS = 10 * 60_000;
/** What stands around the content in an answer. */
const FRAME_BYTES = 64 * 1024;
/** Base64 writes three bytes as four signs. */
const BASE64_GROWTH = 4 / 3;

/** How an Odoo portal tells of the files on its tickets and hands them out. */
export function createAttachmentReading(
  transport: OdooTransport,
  ticketModel: () => string,
): Pick<Portal, 'listAttachments' | 'readAttachment'> {
  return {
    async listAttachments(ticketRemoteId) {
      const found = await transport.call({
        model: MODEL,
        method: 'search_read',
        arguments: {
          domain: [
            ['res_model', '=', ticketModel()],
            ['res_id', '=', ticketRemoteId],
          ],
          fields: ['name', 'mimetype', 'type', 'file_size', 'checksum', 'create_date', 'create_uid'],
          order: 'id desc',
          limit: MOST_LISTED,
        },
        answer: z.array(attachmentSchema),
      });
      if (!found.ok) return found;
      const files = found.value.filter(({ type }) => type !== 'url');
      if (files.length === 0) return succeed([]);

      // What came by e-mail was put on the ticket by the server's own user: the message tells who sent it.
      const carriers = await transport.call({
        model: 'mail.message',
        method: 'search_read',
        arguments: {
          domain: [
            ['model', '=', ticketModel()],
            ['res_id', '=', ticketRemoteId],
            ['attachment_ids', 'in', files.map(({ id }) => id)],
          ],
          fields: ['author_id', 'email_from', 'attachment_ids'],
          order: 'id desc',
        },
        answer: z.array(carrierSchema),
      });
      if (!carriers.ok) return carriers;
      const senders = new Map(
        carriers.value.flatMap(({ author_id, email_from, attachment_ids }) =>
          attachment_ids.map((id) => [id, author_id?.name ?? email_from ?? ''] as const),
        ),
      );
      return succeed(
        files.map((file) => ({
          remoteId: file.id,
          fileName: file.name ?? '',
          mimeType: file.mimetype ?? 'application/octet-stream',
          sizeBytes: file.file_size,
          checksum: file.checksum,
          createdAt: file.create_date,
          uploaderName: senders.get(file.id) || (file.create_uid?.name ?? ''),
        })),
      );
    },

    async readAttachment(remoteId, { signal, onProgress }) {
      // Not `read`: of a record that is gone it fails, and says so in the user's language.
      const search = { domain: [['id', '=', remoteId]], limit: 1 };
      const measured = await transport.call({
        model: MODEL,
        method: 'search_read',
        arguments: { ...search, fields: ['file_size'] },
        answer: z.array(attachmentSchema.pick({ id: true, file_size: true })),
        signal,
      });
      if (signal.aborted) return fail({ kind: 'cancelled' });
      if (!measured.ok) return measured;
      const sizeBytes = measured.value[0]?.file_size;
      if (sizeBytes === undefined) return fail({ kind: 'gone' });
      if (sizeBytes > MOST_ATTACHMENT_BYTES) return fail({ kind: 'too-large', sizeBytes });

      const read = await transport.call({
        model: MODEL,
        method: 'search_read',
        arguments: { ...search, fields: ['datas'] },
        answer: z.array(attachmentContentSchema),
        timeoutMs: CONTENT_TIMEOUT_MS,
        maximumAnswerBytes: Math.ceil(MOST_ATTACHMENT_BYTES * BASE64_GROWTH) + FRAME_BYTES,
        signal,
        onReceived: (received) => onProgress(Math.min(sizeBytes, Math.floor(received / BASE64_GROWTH)), sizeBytes),
      });
      if (signal.aborted) return fail({ kind: 'cancelled' });
      if (!read.ok) return read;
      const [record] = read.value;
      if (record === undefined) return fail({ kind: 'gone' });
      return succeed(new Uint8Array(Buffer.from(record.datas ?? '', 'base64')));
    },
  };
}
