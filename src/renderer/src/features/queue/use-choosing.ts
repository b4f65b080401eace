import type { TicketId } from '@core/ids';
import { MOST_CHOSEN_TICKETS } from '@core/ticket/queue-page';
import type { QueueQuestion } from '@core/ticket/queue-view';
import { useCallback, useRef, useState } from 'react';
import { call } from '../../api/client';
import { type ChosenTickets, NOTHING_CHOSEN, rangeBetween, toggleChosen } from './choosing';

/** Choosing several tickets of what is asked for, also ones that are not in sight. */
export interface Choosing {
  readonly chosen: ChosenTickets;
  toggle(ticketId: TicketId, index: number): void;
  /** Everything from where the range begins (or else from the open ticket) to there. */
  extendTo(index: number, openIndex: number): void;
  /** Everything there is, as far as so many can be changed in one go. */
  chooseAll(): void;
  clear(): void;
}

/** The chosen tickets. Another view, search or filter begins with none. */
export function useChoosing(question: QueueQuestion): Choosing {
  const [state, setState] = useState({ question, chosen: NOTHING_CHOSEN });
  const chosen = state.question === question ? state.chosen : NOTHING_CHOSEN;
  const latest = useRef(0);

  const choose = useCallback(
    (next: ChosenTickets) => {
      latest.current += 1;
      setState({ question, chosen: next });
    },
    [question],
  );
  const choosePart = (part: { offset: number; limit: number }, anchorIndex: number) => {
    latest.current += 1;
    const asked = latest.current;
    void call('queue:ids', { question, ...part })
      .then(({ ticketIds }) => {
        if (asked === latest.current) setState({ question, chosen: { ids: new Set(ticketIds), anchorIndex } });
      })
      // It stays as it was; the list beside it tells of a file that cannot be read.
      .catch(() => undefined);
  };
  return {
    chosen,
    toggle: (ticketId, index) => choose(toggleChosen(chosen, ticketId, index)),
    extendTo: (index, openIndex) => {
      const anchor = chosen.anchorIndex ?? Math.max(openIndex, 0);
      choosePart(rangeBetween(anchor, index, MOST_CHOSEN_TICKETS), anchor);
    },
    chooseAll: () => choosePart({ offset: 0, limit: MOST_CHOSEN_TICKETS }, 0),
    clear: useCallback(() => choose(NOTHING_CHOSEN), [choose]),
  };
}
