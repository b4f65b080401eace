import type { Banner } from '@core/capture/banner';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { paintBanner } from './paint-banner';

interface BannerPreviewProps {
  readonly banner: Banner;
  readonly pictureWidth: number;
  readonly scale: number;
}

/** No canvas is wider in every system; the strip of a picture zoomed that far is then a little blurred. */
const WIDEST_CANVAS_PX = 8192;

/** The strip above the picture, painted as it will be sent. */
export function BannerPreview({ banner, pictureWidth, scale }: BannerPreviewProps) {
  const { t } = useTranslation('capture');
  const canvasRef = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = canvasRef.current;
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) return;
    const density = Math.min(scale * devicePixelRatio, WIDEST_CANVAS_PX / pictureWidth);
    canvas.width = Math.max(1, Math.round(pictureWidth * density));
    canvas.height = Math.max(1, Math.round(banner.heightPx * density));
    pen.scale(density, density);
    paintBanner(pen, banner, pictureWidth);
  }, [banner, pictureWidth, scale]);
  return (
    <canvas
      ref={canvasRef}
      role="img"
      aria-label={t('editor.banner', { lines: banner.lines.join(' ') })}
      data-testid="banner-preview"
      style={{ display: 'block', width: pictureWidth * scale, height: banner.heightPx * scale }}
    />
  );
}
