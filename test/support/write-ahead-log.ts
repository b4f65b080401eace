// How SQLite's write-ahead log lies on the disk: https://www.sqlite.org/fileformat2.html#walformat

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

export interface WalFrame {
  /** Where the frame begins and ends in the file. */
  readonly from: number;
  readonly until: number;
  /** The last one of a transaction. */
  readonly isCommit: boolean;
}

/** The frames that belong to the log's present round; what an earlier round left behind them is no part of it. */
export function readFrames(log: Buffer): WalFrame[] {
  if (log.length < HEADER_BYTES) return [];
  const frameBytes = FRAME_HEADER_BYTES + log.readUInt32BE(8);
  const salts = log.subarray(16, 24);
  const frames: WalFrame[] = [];
  for (let from = HEADER_BYTES; from + frameBytes <= log.length; from += frameBytes) {
    if (!log.subarray(from + 8, from + 16).equals(salts)) break;
    frames.push({ from, until: from + frameBytes, isCommit: log.readUInt32BE(from + 4) !== 0 });
  }
  return frames;
}
