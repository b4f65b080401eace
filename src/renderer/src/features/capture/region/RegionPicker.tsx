import type { Rectangle } from '@core/capture/covered-pixels';
import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Magnifier } from './Magnifier';
import { changeByKey, isDrag, type Point, pixelsOf, type RegionSelection } from './region-selection';
import './region.css';

interface RegionPickerProps {
  /** The frozen screen; null when it could not be read. */
  readonly picture: { readonly pictureUrl: string; readonly width: number; readonly height: number } | null;
  readonly texts: { help: string; keys: string; size: string; picture: string; failed: string };
  /** The picture can be seen, or what stands in its place. */
  readonly onPainted: () => void;
  readonly onAnswer: (region: Rectangle | null) => void;
}

/** Where the picture lies in the window: as large as fits, in the middle. It fills the window unless something took room. */
function placePicture(picture: { width: number; height: number }, view: { width: number; height: number }) {
  const scale = Math.min(view.width / picture.width, view.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { scale, width, height, left: (view.width - width) / 2, top: (view.height - height) / 2 };
}

const viewSize = () => ({ width: window.innerWidth, height: window.innerHeight });

/** The frozen screen, dimmed, and on it the region that the person draws with the mouse or the keyboard. */
export function RegionPicker({ picture, texts, onPainted, onAnswer }: RegionPickerProps) {
  const [view, setView] = useState(viewSize);
  const [selection, setSelection] = useState<RegionSelection | null>(null);
  const [pointer, setPointer] = useState<Point | null>(null);
  const [isBroken, setBroken] = useState(picture === null);
  const isDragging = useRef(false);
  const [image, setImage] = useState<HTMLImageElement | null>(null);
  const notePainted = useEffectEvent(onPainted);
  useEffect(() => {
    if (isBroken) notePainted();
  }, [isBroken]);

  const size = picture ?? { width: 1, height: 1 };
  const place = placePicture(size, view);
  const region = selection && pixelsOf(selection, size);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const changed = isBroken ? null : changeByKey(selection, event, size);
    if (changed !== null) {
      setSelection(changed);
      // The keyboard has taken over: the corner it moves is what is looked at closely.
      setPointer(null);
    } else if (event.key === 'Escape') onAnswer(null);
    else if (event.key === 'Enter' && region !== null && !isBroken) onAnswer(region);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const onResize = () => setView(viewSize());
    const onKeyDown = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('resize', onResize);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('resize', onResize);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  if (picture === null || isBroken) {
    return (
      <p className="region-help" role="alert">
        {texts.failed}
      </p>
    );
  }

  const pointOf = (event: PointerEvent): Point => ({
    x: Math.min(Math.max((event.clientX - place.left) / place.scale, 0), picture.width),
    y: Math.min(Math.max((event.clientY - place.top) / place.scale, 0), picture.height),
  });
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    isDragging.current = true;
    const point = pointOf(event);
    setSelection({ fixed: point, moving: point });
  };
  const onPointerMove = (event: PointerEvent) => {
    const point = pointOf(event);
    setPointer(point);
    if (isDragging.current) setSelection((current) => current && { ...current, moving: point });
  };
  const onPointerUp = (event: PointerEvent) => {
    if (!isDragging.current || selection === null) return;
    isDragging.current = false;
    const drawn = { ...selection, moving: pointOf(event) };
    const pixels = isDrag(drawn) ? pixelsOf(drawn, picture) : null;
    if (pixels === null) setSelection(null);
    else onAnswer(pixels);
  };

  const looked = pointer ?? selection?.moving ?? null;
  const toView = (pixels: number) => pixels * place.scale;
  const sizeText =
    region && texts.size.replace('{{width}}', `${region.width}`).replace('{{height}}', `${region.height}`);
  return (
    <div
      className="region-window"
      data-testid="region-picker"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerLeave={() => setPointer(null)}
    >
      <div
        className="region-picture"
        style={{ left: place.left, top: place.top, width: place.width, height: place.height }}
      >
        <img
          src={picture.pictureUrl}
          alt={texts.picture}
          draggable={false}
          onLoad={({ currentTarget }) => {
            const onDecoded = () => {
              setImage(currentTarget);
              onPainted();
            };
            currentTarget.decode().then(onDecoded, () => setBroken(true));
          }}
          onError={() => setBroken(true)}
        />
        {region === null ? (
          <div className="region-dim" />
        ) : (
          <div
            className="region-selection"
            data-testid="region-selection"
            style={{
              left: toView(region.x),
              top: toView(region.y),
              width: toView(region.width),
              height: toView(region.height),
            }}
          >
            <output
              className="region-size"
              data-place={region.y + region.height > picture.height * 0.9 ? 'inside' : 'below'}
            >
              {sizeText}
            </output>
          </div>
        )}
        {pointer !== null && (
          <>
            <div className="region-line" data-axis="x" style={{ top: toView(pointer.y) }} />
            <div className="region-line" data-axis="y" style={{ left: toView(pointer.x) }} />
          </>
        )}
      </div>
      {image !== null && looked !== null && (
        <Magnifier
          image={image}
          at={looked}
          place={{ x: place.left + toView(looked.x), y: place.top + toView(looked.y) }}
          view={view}
          label={sizeText ?? `${Math.floor(looked.x)}, ${Math.floor(looked.y)}`}
        />
      )}
      <p className="region-help" data-away={pointer !== null && pointer.y < picture.height * 0.2}>
        <strong>{texts.help}</strong> {texts.keys}
      </p>
    </div>
  );
}
