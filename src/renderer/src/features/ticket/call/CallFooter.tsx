import type { CallView } from '@ipc/call-views';
import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconPhone, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { formatMinutes } from '../../../ui/format';
import { useFormat } from '../../../ui/use-format';
import styles from './CallForm.module.css';
import type { CallFormState } from './use-call-form';

const cx = classNames(styles);

interface CallFooterProps {
  readonly call: CallView;
  readonly form: Pick<CallFormState, 'leave' | 'goOn' | 'isPending'>;
}

/** The time of the call, and how it ends. */
export function CallFooter({ call, form }: CallFooterProps) {
  const { t } = useTranslation(['ticket', 'common']);
  const time = formatMinutes(Math.floor(call.seconds / 60));
  return (
    <div className={cx('footer')}>
      {/* On this side nothing that was done a moment ago is told of over them. */}
      <Group gap="sm" wrap="nowrap">
        <Button type="submit" loading={form.isPending}>
          {t('ticket:register.submit')}
        </Button>
        <Button.Group>
          <Button variant="default" onClick={() => form.leave('nowhere')}>
            {t('common:action.cancel')}
          </Button>
          {call.pausedTicket !== null && call.seconds >= 60 && (
            <Menu position="top-start" shadow="md" withInitialFocusPlaceholder={false}>
              <Menu.Target>
                <Button variant="default" px={6} aria-label={t('ticket:register.leaveMenu')}>
                  <IconChevronDown size={16} stroke={2} aria-hidden />
                </Button>
              </Menu.Target>
              <Menu.Dropdown aria-label={t('ticket:register.leaveMenu')}>
                <Menu.Item onClick={() => form.leave('nowhere')}>
                  {t('ticket:register.leaveNowhere', { time })}
                </Menu.Item>
                <Menu.Item onClick={() => form.leave('paused-ticket')}>
                  {t('ticket:register.leavePaused', { time, number: call.pausedTicket.number })}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Button.Group>
      </Group>
      <div className={cx('time')}>
        <CallClock call={call} onGoOn={form.goOn} />
        <p className={cx('keys')}>{t('ticket:register.keys')}</p>
      </div>
    </div>
  );
}

function CallClock({ call, onGoOn }: { readonly call: CallView; readonly onGoOn: () => void }) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  const time = formatMinutes(Math.floor(call.seconds / 60));
  const ClockIcon = call.isRunning ? IconPhone : IconPlayerPause;
  const since = call.startedAt === null ? '' : format.time(call.startedAt);
  return (
    <p className={cx('clock')} data-testid="call-time">
      <ClockIcon size={16} stroke={1.75} aria-hidden />
      <span>
        <strong>{t('register.callTime', { time })}</strong>{' '}
        <span className={cx('quiet')}>
          {t(call.isRunning ? 'register.callSince' : 'register.callStands', { since })}
          {call.pausedTicket !== null && ` · ${t('register.callPaused', { number: call.pausedTicket.number })}`}
        </span>
      </span>
      {!call.isRunning && (
        <Button variant="default" size="compact-sm" onClick={onGoOn}>
          {t('register.callGoOn')}
        </Button>
      )}
    </p>
  );
}
