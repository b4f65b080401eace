import { lazy, Suspense, useEffect, useState } from 'react';

const loadPalette = () => import('./CommandPalette');
const CommandPalette = lazy(async () => ({ default: (await loadPalette()).CommandPalette }));

/** The command palette, built when Ctrl+K asks for it for the first time; from then on it opens by itself. */
export function PaletteOnKey({ ticketId }: { readonly ticketId: string | null }) {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (isAsked) return;
    // Read in a quiet moment: what is typed right after the key is for the palette.
    const handle = requestIdleCallback(() => void loadPalette());
    const onKeyDown = (event: KeyboardEvent) => {
      const isPlain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isPlain || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setAsked(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      cancelIdleCallback(handle);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [isAsked]);
  return (
    isAsked && (
      <Suspense fallback={null}>
        <CommandPalette ticketId={ticketId} />
      </Suspense>
    )
  );
}
