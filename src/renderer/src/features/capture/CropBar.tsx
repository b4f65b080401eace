import type { Crop } from '@core/capture/shapes';
import { Button } from '@mantine/core';
import { IconCheck, IconPhoto, IconX } from '@tabler/icons-react';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './EditorToolbar.module.css';
import type { EditorAction } from './editor-state';

const cx = classNames(styles);

interface CropBarProps {
  readonly frame: Crop;
  readonly dispatch: Dispatch<EditorAction>;
}

/** What can be done with the frame to crop. It stands where the style stands otherwise: a frame has none. */
export function CropBar({ frame, dispatch }: CropBarProps) {
  const { t } = useTranslation('capture');
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true };
  return (
    <div className={cx('stylePanel')} role="toolbar" aria-label={t('crop.label')}>
      <span className={cx('frameSize')} data-testid="crop-size">
        {t('crop.size', { width: frame.width, height: frame.height })}
      </span>
      <span className={cx('spring')} />
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconPhoto {...icon} />}
        onClick={() => dispatch({ kind: 'uncrop' })}
        data-testid="crop-whole"
      >
        {t('crop.whole')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconX {...icon} />}
        onClick={() => dispatch({ kind: 'cancel' })}
        data-testid="crop-cancel"
      >
        {t('crop.cancel')}
      </Button>
      <Button
        size="compact-sm"
        leftSection={<IconCheck {...icon} />}
        onClick={() => dispatch({ kind: 'apply-crop' })}
        data-testid="crop-apply"
      >
        {t('crop.apply')}
      </Button>
    </div>
  );
}
