import type { PortalFailure } from '../portal/portal';

/** Lets somebody wait for what others tell. What was told while nobody waited is not lost. */
export interface Bell {
  ring(): void;
  wait(): Promise<void>;
}

export function createBell(): Bell {
  let isRung = false;
  let answer: () => void = () => undefined;
  return {
    ring: () => {
      isRung = true;
      answer();
    },
    wait: async () => {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      }
      isRung = false;
    },
  };
}

interface LaneParts {
  /** Sends one picture after another, for as long as it may go on, and rings after each. */
  readonly upload: (mayGoOn: () => boolean) => Promise<PortalFailure | null>;
  /** What goes beside the picture that is on its way, each time the bell is rung. */
  readonly beside: () => Promise<PortalFailure | null>;
  readonly bell: Bell;
  readonly isCancelled: () => boolean;
}

/**
 * Sends pictures, which take as long as they take, and meanwhile what is asked for, which does not wait for them. Ends
 * when both have: nothing of it is on its way any more. A failure beside lets the picture under way end, and no other
 * begin.
 */
export async function sendPicturesBeside({
  upload,
  beside,
  bell,
  isCancelled,
}: LaneParts): Promise<PortalFailure | null> {
  let isUploading = true;
  let mayGoOn = true;
  const uploaded = upload(() => mayGoOn && !isCancelled()).finally(() => {
    isUploading = false;
    bell.ring();
  });
  const serve = async (): Promise<PortalFailure | null> => {
    while (isUploading) {
      await bell.wait();
      if (!isUploading || isCancelled()) return null;
      const failure = await beside();
      if (failure) return failure;
    }
    return null;
  };
  const failure = await serve().finally(() => {
    mayGoOn = false;
    return uploaded;
  });
  return (await uploaded) ?? failure;
}
