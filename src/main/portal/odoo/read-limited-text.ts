/** Thrown by {@link readLimitedText} when an answer is longer than it may be. */
export class AnswerTooLongError extends Error {
  override readonly name = 'AnswerTooLongError';
}

/**
 * Reads an answer as text and gives up as soon as it has become longer than `maximumBytes`. `onReceived` is told at each
 * part of how many bytes have come.
 */
export async function readLimitedText(
  response: Response,
  maximumBytes: number,
  onReceived: (receivedBytes: number) => void = () => undefined,
): Promise<string> {
  if (response.body === null) return '';
  // Of a packed answer this is the packed length: what it becomes is counted below.
  if (Number(response.headers.get('content-length')) > maximumBytes) {
    await response.body.cancel();
    throw new AnswerTooLongError(`more than ${maximumBytes} bytes announced`);
  }
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let receivedBytes = 0;
  for await (const chunk of response.body) {
    receivedBytes += chunk.byteLength;
    // Leaving the loop cancels the stream, and with it the connection.
    if (receivedBytes > maximumBytes) throw new AnswerTooLongError(`more than ${maximumBytes} bytes`);
    parts.push(decoder.decode(chunk, { stream: true }));
    onReceived(receivedBytes);
  }
  parts.push(decoder.decode());
  return parts.join('');
}
