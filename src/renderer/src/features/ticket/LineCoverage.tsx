import type { LineView } from '@ipc/timesheet-views';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { LineVerdictForm } from '../../ui/LineVerdictForm';
import { TermsQuote } from '../../ui/TermsQuote';
import { LINES_TOPIC, showUndoNotice } from '../../ui/undo-notice';
import styles from './LineRows.module.css';

const cx = classNames(styles);

/** The sentence behind the verdict of a line, and the way to decide otherwise. */
export function LineCoverage({ line }: { readonly line: LineView }) {
  const { t } = useTranslation(['ticket', 'common']);
  const [isDeciding, setDeciding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const undo = useCommand('timesheet:undo');
  const { verdictSource, override } = line;

  const close = () => {
    setDeciding(false);
    // The button is there again once the form is gone.
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <>
      {verdictSource === null ? (
        t('ticket:time.noSource')
      ) : (
        <>
          <TermsQuote source={verdictSource} />
          <span className={cx('minor')}>{t('ticket:time.source', { document: verdictSource.document })}</span>
        </>
      )}
      {isDeciding && (
        <div className={cx('decide')}>
          <LineVerdictForm
            line={line}
            onDecided={(message) => {
              showUndoNotice({ topic: LINES_TOPIC, message, onUndo: () => undo.mutate({}) });
              close();
            }}
            onCancel={close}
          />
        </div>
      )}
      {!isDeciding && line.origin === 'mine' && line.ticketId !== null && (
        <Button
          ref={opener}
          variant="default"
          size="compact-sm"
          mt={8}
          display="block"
          onClick={() => setDeciding(true)}
        >
          {override?.isOfLine === true ? t('common:verdictForm.change') : t('common:verdictForm.decide')}
        </Button>
      )}
    </>
  );
}
