/**
 * Opens a web address in the person's browser. Only `https` and `http`: a server's text must not start a program
 * through another scheme. Answers whether it was one.
 */
export async function openWebAddress(address: string, open: (url: string) => Promise<void>): Promise<boolean> {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  await open(url.href);
  return true;
}
