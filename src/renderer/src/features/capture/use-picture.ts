import { useEffect, useState } from 'react';

/** A picture on its way into the window. */
export type LoadedPicture =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly image: HTMLImageElement }
  | { readonly kind: 'failed' };

/** Loads a picture and decodes it, so that it can be painted. */
export function usePicture(url: string): LoadedPicture {
  const [loaded, setLoaded] = useState<{ url: string; picture: LoadedPicture }>({ url, picture: { kind: 'loading' } });
  useEffect(() => {
    let isWanted = true;
    const image = new Image();
    image.src = url;
    image.decode().then(
      () => isWanted && setLoaded({ url, picture: { kind: 'loaded', image } }),
      () => isWanted && setLoaded({ url, picture: { kind: 'failed' } }),
    );
    return () => {
      isWanted = false;
    };
  }, [url]);
  return loaded.url === url ? loaded.picture : { kind: 'loading' };
}
