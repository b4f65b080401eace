import { useTranslation } from 'react-i18next';
import { RequestFailed } from '../../api/client';
import { FailureText } from '../../ui/FailureText';
import { captureProblemOf, isCancelled } from './capture-problem';

/** Why there is no picture, in a sentence. Nothing when the person broke it off. */
export function CaptureFailure({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('capture');
  if (error === null || error === undefined || isCancelled(error)) return null;
  const problem = captureProblemOf(error);
  if (problem === null) return <FailureText error={error} title={t('dialog.failed')} />;
  // The problem is a word of ours, not one of a server: the sentence stands in its place.
  const own = new RequestFailed('capture-failed', '');
  return <FailureText error={own} title={t('dialog.failed')} sentence={t(`problem.${problem}`)} />;
}
