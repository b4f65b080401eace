import type { LineView } from '@ipc/timesheet-views';
import { Button, Kbd, Menu } from '@mantine/core';
import {
  type Icon,
  IconArrowMerge,
  IconArrowsSplit2,
  IconChevronDown,
  IconCloudUpload,
  IconCopy,
  IconDots,
  IconPencil,
  IconSwitch3,
  IconTrash,
} from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { TermsQuote } from '../../ui/TermsQuote';
import { useFormat } from '../../ui/use-format';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import styles from './ChosenBar.module.css';
import { mergeObstacle } from './core-line';
import { formatWorked, useLineWords } from './line-words';
import type { SheetAction } from './sheet-actions';

const cx = classNames(styles);

interface ChosenBarProps {
  readonly chosen: readonly LineView[];
  readonly isEmpty: boolean;
  readonly onAction: (action: SheetAction) => void;
  readonly onDecideOvertime: (line: LineView, decision: LineView['overtimeDecision']) => void;
}

/** What the chosen lines are, and everything that can be done with them. It is always there: nothing moves below it. */
export const ChosenBar = memo(function ChosenBar({ chosen, isEmpty, onAction, onDecideOvertime }: ChosenBarProps) {
  const { t } = useTranslation('timesheet');
  const [line, ...others] = chosen;
  return (
    <section className={cx('bar')} aria-label={t('chosen.label')} data-testid="chosen-bar">
      {line === undefined && <Hints isEmpty={isEmpty} />}
      {line !== undefined && (
        <>
          <div className={cx('words')} aria-live="polite">
            {others.length === 0 ? <OneLine line={line} /> : <SeveralLines lines={chosen} />}
          </div>
          <div className={cx('actions')}>
            <LineActions chosen={chosen} onAction={onAction} />
            {others.length === 0 && line.overtimeSeconds > 0 && (
              <OvertimeMenu line={line} onDecide={(decision) => onDecideOvertime(line, decision)} />
            )}
            {others.length === 0 && <MoreMenu line={line} onAction={onAction} />}
          </div>
        </>
      )}
    </section>
  );
});

function Hints({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useTranslation('timesheet');
  const keys = [
    ['←  →  ↑  ↓', t('hint.arrows')],
    ['Enter', t('hint.edit')],
    ['N', t('hint.add')],
    ['Delete', t('hint.delete')],
    ['Ctrl + Z', t('hint.undo')],
  ] as const;
  return (
    <div className={cx('hints')}>
      <span>{isEmpty ? t('hint.empty') : t('hint.choose')}</span>
      <span className={cx('keys')}>
        {keys.map(([key, meaning]) => (
          <span key={key} className={cx('key')}>
            <Kbd size="xs">{key}</Kbd> {meaning}
          </span>
        ))}
      </span>
    </div>
  );
}

function OneLine({ line }: { readonly line: LineView }) {
  const { t } = useTranslation(['timesheet', 'ticket', 'common']);
  const format = useFormat();
  const words = useLineWords();
  const hours = words.hours(line);
  const held = words.held(line);
  const details = [
    held,
    line.overtimeSeconds > 0 ? t('timesheet:overtime.outside', { time: formatWorked(line.overtimeSeconds) }) : '',
    line.override === null ? '' : t('timesheet:override', { reason: line.override.reason, by: line.override.by }),
  ].filter((part) => part !== '');
  return (
    <>
      <p className={cx('main')}>
        <strong>
          {format.shortDay(line.date)} {hours === '' ? t('timesheet:noClock') : hours} ·{' '}
          {formatWorked(line.workedSeconds)}
        </strong>{' '}
        <span className={cx('what')}>
          {words.subject(line)}
          {line.ticketTitle !== null && ` ${line.ticketTitle} · ${line.customerName ?? t('common:noCustomer')}`}
        </span>
      </p>
      <p className={cx('why')}>
        <strong>{words.verdict(line)}</strong>
        {line.sync === 'held' ? '' : ` · ${words.sync(line)}`}
        {details.length > 0 && (
          <>
            {' · '}
            <strong className={cx(held !== '' && 'held')}>{details.join(' · ')}</strong>
          </>
        )}
        {line.verdictSource !== null && line.override === null && (
          <>
            {' · '}
            <TermsQuote source={line.verdictSource} title={line.verdictSource.sentence} /> (
            {t('ticket:time.source', { document: line.verdictSource.document })})
          </>
        )}
      </p>
    </>
  );
}

function SeveralLines({ lines }: { readonly lines: readonly LineView[] }) {
  const { t } = useTranslation('timesheet');
  const worked = lines.reduce((sum, line) => sum + line.workedSeconds, 0);
  const obstacle = mergeObstacle(lines);
  return (
    <>
      <p className={cx('main')}>
        <strong>{t('chosen.several', { count: lines.length, time: formatWorked(worked) })}</strong>
      </p>
      <p className={cx('why')}>{obstacle === null ? t('chosen.canMerge') : t(`obstacle.${obstacle}`)}</p>
    </>
  );
}

interface LineActionsProps {
  readonly chosen: readonly LineView[];
  readonly onAction: (action: SheetAction) => void;
}

function LineActions({ chosen, onAction }: LineActionsProps) {
  const { t } = useTranslation('timesheet');
  const isOne = chosen.length === 1;
  const buttons: readonly { action: SheetAction; icon: Icon; key: string; isOff: boolean }[] = isOne
    ? [
        ...(chosen[0]?.sync === 'gone'
          ? [{ action: 'send-again' as const, icon: IconCloudUpload, key: '', isOff: false }]
          : []),
        { action: 'edit', icon: IconPencil, key: 'Enter', isOff: false },
        { action: 'split', icon: IconArrowsSplit2, key: 'S', isOff: (chosen[0]?.workedSeconds ?? 0) < 2 },
        { action: 'move', icon: IconSwitch3, key: '', isOff: false },
        { action: 'duplicate', icon: IconCopy, key: 'D', isOff: false },
        { action: 'delete', icon: IconTrash, key: 'Delete', isOff: false },
      ]
    : [
        { action: 'merge', icon: IconArrowMerge, key: 'M', isOff: mergeObstacle(chosen) !== null },
        { action: 'delete', icon: IconTrash, key: 'Delete', isOff: false },
      ];
  return buttons.map(({ action, icon: ActionIcon, key, isOff }) => (
    <Button
      key={action}
      variant="default"
      disabled={isOff}
      leftSection={<ActionIcon size={15} stroke={1.75} aria-hidden />}
      title={key === '' ? t(`action.${action}`) : `${t(`action.${action}`)} (${key})`}
      onClick={() => onAction(action)}
    >
      {t(`action.${action}`)}
    </Button>
  ));
}

interface OvertimeMenuProps {
  readonly line: LineView;
  readonly onDecide: (decision: LineView['overtimeDecision']) => void;
}

/** Whether the minutes outside service hours are charged as overtime. */
function OvertimeMenu({ line, onDecide }: OvertimeMenuProps) {
  const { t } = useTranslation('timesheet');
  const decisions = ['as-terms', 'confirmed', 'waived'] as const;
  const decided = line.overtimeDecision ?? 'as-terms';
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t(`overtime.decided.${decided}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {decisions.map((decision) => (
          <Menu.Item
            key={decision}
            role="menuitemradio"
            aria-checked={decision === decided}
            fw={decision === decided ? 600 : 400}
            onClick={() => onDecide(decision === 'as-terms' ? null : decision)}
          >
            {t(`overtime.decide.${decision}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function MoreMenu({ line, onAction }: { readonly line: LineView; readonly onAction: (action: SheetAction) => void }) {
  const { t } = useTranslation('timesheet');
  const { openTicket } = useWorkbenchActions();
  const { ticketId } = line;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" px={8} aria-label={t('action.more')} title={t('action.more')}>
          <IconDots size={16} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAction('copy')}>{t('action.copy')}</Menu.Item>
        {ticketId !== null && (
          <Menu.Item rightSection={<Kbd size="xs">V</Kbd>} onClick={() => onAction('decide')}>
            {t('action.decide')}
          </Menu.Item>
        )}
        {ticketId !== null && (
          <Menu.Item onClick={() => openTicket(ticketId, { focus: true })}>{t('action.openTicket')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
