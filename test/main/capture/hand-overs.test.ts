import { screenshotIdSchema } from '@core/ids';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { createHandOvers } from '../../../src/main/hand-overs';
import { linkIn } from '../../../src/main/platform/link-in-arguments';
import { createHandClock } from '../../support/hand-clock';

const MINUTE = 60_000;
const linkTo = (address: string, more = '') => `fyra://capture?v=1&url=${encodeURIComponent(address)}${more}`;
const ORDER = 'https://erp.example/odoo/sales/42';
const OTHER = 'https://erp.example/odoo/crm/7';

/** Hand-overs with a clock that is moved by hand, and what was told of them. */
function makeHandOvers() {
  const clock = createHandClock();
  const told: unknown[] = [];
  const used: unknown[] = [];
  const handOvers = createHandOvers({
    now: () => clock.read().wall,
    newId: uuidv7,
    onChange: (view) => told.push(view),
    onUse: (screenshotId, { address }) => used.push({ screenshotId, address }),
  });
  const screenshot = () => ({ id: screenshotIdSchema.parse(uuidv7()), takenAt: clock.read().wall });
  const idShown = () => handOvers.read().handOver?.id ?? '';
  return { clock, told, used, handOvers, screenshot, idShown };
}

describe('a page that a browser hands over', () => {
  it('is shown, and does nothing more: no screen dump gets its address by itself', () => {
    const { handOvers, told, used, screenshot } = makeHandOvers();
    handOvers.receive(linkTo(ORDER, '&title=S00042'));
    expect(told).toEqual([{ handOver: { id: expect.any(String), address: ORDER, title: 'S00042' }, refusal: null }]);
    expect(used).toEqual([]);
    expect(handOvers.candidateFor(screenshot())).toMatchObject({ address: ORDER, isProposed: false });
  });

  it('is replaced by the next one', () => {
    const { handOvers, idShown } = makeHandOvers();
    handOvers.receive(linkTo(ORDER));
    const first = idShown();
    handOvers.receive(linkTo(OTHER));
    expect(handOvers.read().handOver?.address).toBe(OTHER);
    expect(handOvers.accept(first, null)).toBe(false);
  });

  it('is forgotten after ten minutes', () => {
    const { handOvers, clock, screenshot, idShown } = makeHandOvers();
    handOvers.receive(linkTo(ORDER));
    const id = idShown();
    clock.pass(10 * MINUTE - 1);
    expect(handOvers.read().handOver?.address).toBe(ORDER);
    clock.pass(1);
    expect(handOvers.read().handOver).toBeNull();
    expect(handOvers.candidateFor(screenshot())).toBeNull();
    expect(handOvers.accept(id, null)).toBe(false);
  });

  it('gives its address to the screen dump somebody takes with it, and to no other', () => {
    const { handOvers, clock, screenshot, idShown } = makeHandOvers();
    handOvers.receive(linkTo(ORDER));
    const earlier = screenshot();
    clock.pass(12_000);
    expect(handOvers.accept(idShown(), null)).toBe(true);
    expect(handOvers.read().handOver).toBeNull();
    clock.pass(5_000);
    const taken = screenshot();
    expect(handOvers.candidateFor(earlier)).toMatchObject({ isProposed: false });
    expect(handOvers.candidateFor(taken)).toMatchObject({ isProposed: true, ageSeconds: 17 });
    expect(handOvers.candidateFor(screenshot())).toMatchObject({ isProposed: false });
    expect(handOvers.candidateFor(taken)).toMatchObject({ isProposed: true });
  });

  it('is only offered to a screen dump that comes long after somebody asked for one', () => {
    const { handOvers, clock, screenshot, idShown } = makeHandOvers();
    handOvers.receive(linkTo(ORDER));
    handOvers.accept(idShown(), null);
    clock.pass(2 * MINUTE + 1);
    expect(handOvers.candidateFor(screenshot())).toMatchObject({ isProposed: false });
  });

  it('can be used for the screen dump in front of the person', () => {
    const { handOvers, used, screenshot, idShown } = makeHandOvers();
    const draft = screenshot();
    handOvers.receive(linkTo(ORDER));
    handOvers.accept(idShown(), draft.id);
    expect(used).toEqual([{ screenshotId: draft.id, address: ORDER }]);
    expect(handOvers.candidateFor(draft)).toMatchObject({ isProposed: true });
    expect(handOvers.candidateFor(screenshot())).toMatchObject({ isProposed: false });
  });

  it('can be dismissed', () => {
    const { handOvers, screenshot, idShown } = makeHandOvers();
    handOvers.receive(linkTo(ORDER));
    handOvers.dismiss(idShown());
    expect(handOvers.read().handOver).toBeNull();
    expect(handOvers.candidateFor(screenshot())).toBeNull();
  });
});

describe('a link that is refused', () => {
  it('is told with its reason, and leaves what is good where it is', () => {
    const { handOvers, screenshot, idShown } = makeHandOvers();
    handOvers.receive(linkTo(ORDER));
    handOvers.receive(linkTo(OTHER, '&server=https%3A%2F%2Fevil.example'));
    expect(handOvers.read()).toMatchObject({
      handOver: { id: idShown(), address: ORDER },
      refusal: 'unknown-parameter',
    });
    expect(handOvers.candidateFor(screenshot())).toMatchObject({ address: ORDER, isProposed: false });
    handOvers.dismissRefusal();
    expect(handOvers.read()).toMatchObject({ handOver: { address: ORDER }, refusal: null });
  });

  it('is forgotten after ten minutes too', () => {
    const { handOvers, clock } = makeHandOvers();
    handOvers.receive('fyra://settings?v=1');
    clock.pass(10 * MINUTE);
    expect(handOvers.read()).toEqual({ handOver: null, refusal: null });
  });
});

describe('the link among the arguments of a start', () => {
  it.each([
    [['electron', '--no-sandbox', '/opt/fyra'], null],
    [['fyra', linkTo(ORDER)], linkTo(ORDER)],
    [['fyra', '--flag', 'FYRA://capture?v=1'], 'FYRA://capture?v=1'],
    [['fyra', '--url=fyra://capture?v=1', '/home/fyra:x'], null],
    [['fyra', 'fyra:a', 'fyra:b'], 'fyra:a fyra:b'],
  ])('in %j is %j', (argv, link) => {
    expect(linkIn(argv)).toBe(link);
  });
});
