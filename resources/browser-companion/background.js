import { handOverLink } from './link.js';

/** The page learns from the browser that it may be looked at; on a busy computer it learns it after it was asked. */
const ASK_AGAIN_AFTER_MS = [50, 150, 300];

/** What is selected on the page; empty where the browser lets no extension look, as in its shop. */
async function readSelection(tabId) {
  for (const waitMs of [0, ...ASK_AGAIN_AFTER_MS]) {
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    try {
      const [answer] = await chrome.scripting.executeScript({ target: { tabId }, func: () => String(getSelection()) });
      return typeof answer?.result === 'string' ? answer.result : '';
    } catch {
      // Not allowed, or not yet.
    }
  }
  return '';
}

/** Says on the button why nothing was handed over, until the next try. */
async function say(tabId, badge, title) {
  await chrome.action.setBadgeText({ tabId, text: badge });
  await chrome.action.setTitle({ tabId, title: chrome.i18n.getMessage(title) });
}

chrome.action.onClicked.addListener(async (tab) => {
  const { id: tabId, url = '', title = '' } = tab;
  if (tabId === undefined) return;
  const link = handOverLink({ url, title, selection: await readSelection(tabId) });
  if (link === null) {
    await say(tabId, '!', /^https?:/.test(url) ? 'notHandedOver' : 'noWebAddress');
    return;
  }
  await say(tabId, '', 'handOver');
  // The page stays where it is: the browser asks whether Fyra may be opened.
  await chrome.tabs.update(tabId, { url: link });
});
