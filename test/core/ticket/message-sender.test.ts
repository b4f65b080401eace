import { senderOfMessage } from '@core/ticket/message-sender';
import { expect, it } from 'vitest';

const PEOPLE = { staff: ['Maja Lindqvist', 'Oskar Bergström'], customerName: 'Nordanvik Möbler AB' };
const sender = (authorName: string, isOwn = false) => senderOfMessage({ authorName, isOwn }, PEOPLE);

it('knows whose words a message is, and takes whoever is not known for the customer', () => {
  expect(sender('Maja Lindqvist')).toBe('us');
  expect(sender('Partnern AB, Oskar Bergström')).toBe('us');
  expect(sender('Nordanvik Möbler AB, Maja Lindqvist')).toBe('customer');
  expect(sender('Anna Ek')).toBe('customer');
  expect(sender('')).toBe('customer');
  expect(sender('Någon annan', true)).toBe('us');
});
