import { createRoot } from 'react-dom/client';
import { call } from './api/client';
import en from './app/locales/en/capture.json';
import sv from './app/locales/sv/capture.json';
import { RegionPicker } from './features/capture/region/RegionPicker';

// This window stands on top of everything until it is answered: it loads its few texts and nothing else.
const displayId = new URLSearchParams(window.location.search).get('display') ?? '';
const [app, picture] = await Promise.all([
  call('app:read', {}).catch(() => undefined),
  call('capture:read-region', { displayId }).catch(() => undefined),
]);
const language = app?.language ?? (navigator.language.startsWith('sv') ? 'sv' : 'en');
document.documentElement.lang = language;

const root = document.getElementById('region');
if (root === null) throw new Error('region.html has no #region');
createRoot(root).render(
  <RegionPicker
    picture={picture ?? null}
    texts={(language === 'sv' ? sv : en).region}
    onPainted={() => void call('capture:region-painted', { displayId })}
    onAnswer={(region) => void call('capture:pick-region', { displayId, region })}
  />,
);
