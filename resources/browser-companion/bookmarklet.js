import { handOverLink } from './link.js';

const link = handOverLink({ url: location.href, title: document.title, selection: String(getSelection()) });
if (link !== null) location.href = link;
else if (navigator.language.startsWith('sv')) alert('Adressen kan inte lämnas över. Kopiera den till Fyra i stället.');
else alert('This address cannot be handed over. Copy it to Fyra instead.');
