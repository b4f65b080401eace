import { notifications } from '@mantine/notifications';
import i18n from 'i18next';

/** A short word at the edge of the window that something was done. It goes away by itself. */
export function showNotice(message: string) {
  notifications.show({ message, withBorder: true, closeButtonProps: { 'aria-label': i18n.t('action.dismiss') } });
}
