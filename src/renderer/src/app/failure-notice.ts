import { notifications } from '@mantine/notifications';
import i18n from 'i18next';
import type { RequestFailed } from '../api/client';

/** Tells at the edge of the window that a command failed: what happened, what was kept, what to do. */
export function showFailureNotice(failure: RequestFailed) {
  // A person who breaks off a screen dump knows it.
  if (failure.code === 'capture-cancelled') return;
  const said = failure.message === '' ? '' : ` ${i18n.t('failure.serverSaid', { message: failure.message })}`;
  notifications.show({
    id: `failure-${failure.code}`,
    color: 'red',
    title: i18n.t('failure.title'),
    message: `${i18n.t(`problem.${failure.code}`)}${said}`,
    autoClose: false,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18n.t('action.dismiss') },
  });
}
