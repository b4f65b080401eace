import type { MessageId, TicketId } from '@core/ids';
import { MOST_REMOTE_PICTURES, type PicturePlace, placeOfPicture } from '@core/ticket/message-picture';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call, RequestFailed } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { reencodePicture } from '../../ui/reencode-picture';
import { type ShownPicture, usePortalHost } from '../../ui/SafeHtml';
import { pictureSources } from '../../ui/sanitise-html';
import { type PictureProblem, problemOf } from './picture-problem';

/** So many are on their way at a time. */
const LANES = 4;

interface LoadablePicture {
  readonly source: string;
  readonly place: Exclude<PicturePlace, { kind: 'unknown' }>;
}

/** A message whose pictures can be asked for. */
export interface PicturedMessage {
  readonly id: MessageId;
  readonly ticketId: TicketId;
  readonly bodyHtml: string;
}

/**
 * The pictures of a message that are not in its text. They come when a person asks for them, and stay as long as the app
 * runs: those on the portal as files of the ticket, others through the main process.
 */
export function useMessagePictures({ id, ticketId, bodyHtml }: PicturedMessage) {
  const { t } = useTranslation('ticket');
  const portalHost = usePortalHost();
  const loadable = useMemo(
    () => loadablePictures(bodyHtml, portalHost).slice(0, MOST_REMOTE_PICTURES),
    [bodyHtml, portalHost],
  );
  const query = useQuery({
    queryKey: queryKeys.messagePictures(id),
    queryFn: ({ client, queryKey }) => loadAll(loadable, ticketId, client.getQueryData(queryKey)),
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const pictures = useMemo(() => {
    if (query.data === undefined) return undefined;
    return new Map(
      Array.from(query.data, ([source, loaded]): [string, ShownPicture] => [
        source,
        'url' in loaded ? loaded : { failure: t(`picture.why.${loaded.problem}`) },
      ]),
    );
  }, [query.data, t]);
  const failedCount = query.data === undefined ? 0 : [...query.data.values()].filter((one) => 'problem' in one).length;
  return {
    pictures,
    /** How many can still be asked for. */
    waitingCount: query.data === undefined ? loadable.length : failedCount,
    hasFailed: failedCount > 0,
    elsewhereHosts: [...new Set(loadable.flatMap(({ place }) => (place.kind === 'elsewhere' ? [place.host] : [])))],
    isLoading: query.isFetching,
    load: () => void query.refetch(),
  };
}

function loadablePictures(html: string, portalHost: string | null): readonly LoadablePicture[] {
  return pictureSources(html).flatMap((source) => {
    const place = placeOfPicture(source, portalHost);
    return place.kind === 'unknown' ? [] : [{ source, place }];
  });
}

type Loaded = { readonly url: string } | { readonly problem: PictureProblem };

type LoadedPictures = ReadonlyMap<string, Loaded>;

/** Those that are here from an earlier time stay. */
async function loadAll(
  pictures: readonly LoadablePicture[],
  ticketId: TicketId,
  before: LoadedPictures | undefined,
): Promise<LoadedPictures> {
  const loaded = new Map([...(before ?? [])].filter(([, picture]) => 'url' in picture));
  let listing: Promise<unknown> | null = null;
  /** The files of the ticket are listed once for all pictures that need it. */
  const listFiles = () => {
    listing ??= call('attachment:refresh', { ticketId });
    return listing;
  };
  const left = pictures.filter(({ source }) => !loaded.has(source)).values();
  const drive = async () => {
    for (const { source, place } of left) loaded.set(source, await loadOne(place, listFiles));
  };
  await Promise.all(Array.from({ length: LANES }, drive));
  return loaded;
}

async function loadOne(place: LoadablePicture['place'], listFiles: () => Promise<unknown>): Promise<Loaded> {
  try {
    const fetched =
      place.kind === 'elsewhere'
        ? await call('message:fetch-picture', { address: place.address })
        : await openFile(place.remoteId, listFiles);
    if (fetched.kind === 'refused') return { problem: fetched.why };
    const url = await reencodePicture({ type: fetched.type, bytes: new Uint8Array(fetched.bytes) });
    return url === null ? { problem: 'damaged' } : { url };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** A picture on the portal as a file of the ticket. One that is not known yet is looked for once. */
async function openFile(remoteId: number, listFiles: () => Promise<unknown>) {
  const open = () => call('attachment:open', { remoteId });
  const opened = await open().catch(async (error: unknown) => {
    if (!(error instanceof RequestFailed) || error.code !== 'attachment-gone') throw error;
    await listFiles();
    return open();
  });
  return opened === null
    ? { kind: 'refused' as const, why: 'no-answer' as const }
    : { kind: 'picture' as const, ...opened };
}
