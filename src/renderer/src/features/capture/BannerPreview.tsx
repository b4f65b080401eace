import type { Banner } from '@core/capture/banner';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { paintBanner } from './paint';

interface BannerPreviewProps {
  readonly banner: Banner;
  readonly pictureWidth: number;
  readonly scale: number;
}

/** The strip above the picture, painted as it will be sent. */
export function BannerPreview({ banner, pictureWidth, scale }: BannerPreviewProps) {
  const { t } = useTranslation('capture');
  const canvasRef = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = canvasRef.current;
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) return;
    const density = scale * devicePixelRatio;
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
