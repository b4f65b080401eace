/**
 * Does something when a command was carried out, also when the component that gave it is gone by then: a banner goes away
 * with the question it asks. A failure has been told already.
 */
export function afterwards<Output>(command: Promise<Output>, work: (output: Output) => void | Promise<void>) {
  void command.then(work).catch(() => undefined);
}
