import { seededRandom } from 'hotpath/stats';
import { overheadShare } from './count-turns.js';
import { type Body, type Callee, type Element, type Family, type RandomPath, unrolled } from './element.js';

/** What a family's paths are made of. */
interface Grammar {
  /** Least and most work of the whole path, turns. */
  readonly whole: readonly [number, number];
  /** Least and most work of one loop, turns. */
  readonly loop: readonly [number, number];
  readonly callees: readonly Callee[];
  /** Kinds of step, each with its weight. */
  readonly steps: Readonly<Partial<Record<Step, number>>>;
}

type Step = Exclude<Element['kind'], 'work'>;

const grammars: Readonly<Record<Family, Grammar>> = {
  chained: {
    whole: [300, 4000],
    loop: [2, 1000],
    callees: ['function', 'method', 'closure', 'callback'],
    steps: { row: 8, repeated: 2, sometimes: 2, call: 4 },
  },
  mixed: {
    whole: [40_000, 150_000],
    loop: [400, 12_000],
    callees: ['function', 'method', 'closure', 'callback', 'generator', 'async function'],
    steps: { row: 8, repeated: 1, sometimes: 1, call: 4, throwing: 1, allocation: 1 },
  },
  waiting: {
    whole: [100_000, 400_000],
    loop: [20_000, 200_000],
    callees: ['function', 'method'],
    steps: { row: 6, call: 1 },
  },
};

/** Of this many paths in a row, one is of the family `waiting` and six are `mixed`. */
const cycle = 20;

/** Path number `index` of a seed: the same path for the same two numbers. */
export function generatePath(seed: number, index: number): RandomPath {
  const random = seededRandom(seed * 7919 + index);
  const family = familyOf(index);
  const maker = new PathMaker(grammars[family], random);
  return {
    name: `random ${seed}-${index}`,
    family,
    vouched: random() < 0.5,
    body: family === 'waiting' ? withWaits(maker.whole(), random) : maker.whole(),
  };
}

function familyOf(index: number): Family {
  const place = index % cycle;
  if (place === cycle - 1) return 'waiting';
  return place % 3 === 2 ? 'mixed' : 'chained';
}

/** Rows of a waiting path that only wait, between its work. */
function withWaits(body: Body, random: () => number): Body {
  const waits = [2, 5].map((ms): Element => {
    const wait: Element = { kind: 'wait', ms: ms + Math.floor(3 * random()) };
    return { kind: 'row', name: `waits ${ms}`, body: [wait] };
  });
  const [first, second] = waits as [Element, Element];
  return [first, ...body, second];
}

/** What loops and branches cost beside their turns is known less well than the turns, so paths in which it is more are left out. */
const mostOverhead = 0.04;

const deepest = 4;
const mostRows = 12;
const fewestRows = 2;

/** Divides the work of a path among steps, and these among steps. */
class PathMaker {
  private readonly grammar: Grammar;
  private readonly random: () => number;
  private rows = 0;

  constructor(grammar: Grammar, random: () => number) {
    this.grammar = grammar;
    this.random = random;
  }

  whole(): Body {
    for (;;) {
      this.rows = 0;
      const body = this.body(this.between(this.grammar.whole), 0, true);
      if (this.rows >= fewestRows && overheadShare(body) <= mostOverhead) return body;
    }
  }

  /** `awaits`: whether the function around the body may await. */
  private body(turns: number, depth: number, awaits: boolean): Body {
    const steps = depth === 0 ? 3 + this.below(4) : 1 + this.below(3);
    return this.shares(turns, steps).map((share) => this.element(share, depth, awaits));
  }

  private element(turns: number, depth: number, awaits: boolean): Element {
    const [least, most] = this.grammar.loop;
    const isDivided = turns > most || (turns >= 2 * least && this.random() < 0.8);
    if (!isDivided || depth >= deepest) return this.work(turns);
    return this.step(this.chosen(this.grammar.steps), turns, depth, awaits);
  }

  private step(kind: Step, turns: number, depth: number, awaits: boolean): Element {
    const inside = (share: number, mayAwait = awaits): Body => this.body(share, depth + 1, mayAwait);
    switch (kind) {
      case 'row':
        return this.rows < mostRows ? { kind, name: this.name(), body: inside(turns) } : this.work(turns);
      case 'repeated': {
        const times = 2 + this.below(6);
        return { kind, times, body: inside(turns / times) };
      }
      case 'sometimes': {
        const every = 2 + this.below(4);
        return { kind, every, body: inside(turns * every) };
      }
      case 'throwing': {
        if (this.rows >= mostRows) return this.work(turns);
        return { kind, every: 8 + this.below(8), row: this.name(), body: inside(turns) };
      }
      case 'allocation':
        return { kind, objects: 1 + this.below(4), turns: this.turns(turns) };
      case 'call': {
        const callees = this.grammar.callees.filter((callee) => awaits || callee !== 'async function');
        const callee = callees[this.below(callees.length)] as Callee;
        return { kind, callee, body: inside(turns, callee === 'async function') };
      }
      default:
        throw new Error(`no grammar has the step ${kind}`);
    }
  }

  private work(turns: number): Element {
    return { kind: 'work', turns: this.turns(turns) };
  }

  private turns(wanted: number): number {
    const [least, most] = this.grammar.loop;
    const turns = Math.min(most, Math.max(least, wanted));
    const step = turns < unrolled ? 1 : unrolled;
    return step * Math.round(turns / step);
  }

  private name(): string {
    this.rows += 1;
    return `row ${this.rows}`;
  }

  /** Parts of unequal size: exponential variates, divided by their sum. */
  private shares(turns: number, parts: number): number[] {
    const sizes = Array.from({ length: parts }, () => 0.05 - Math.log(1 - this.random()));
    const all = sizes.reduce((sum, size) => sum + size, 0);
    return sizes.map((size) => (turns * size) / all);
  }

  private chosen(weights: Grammar['steps']): Step {
    const entries = Object.entries(weights) as [Step, number][];
    let left = this.random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [step, weight] of entries) {
      left -= weight;
      if (left < 0) return step;
    }
    return 'row';
  }

  private below(count: number): number {
    return Math.floor(this.random() * count);
  }

  /** Spread evenly over the logarithm. */
  private between([low, high]: readonly [number, number]): number {
    return low * (high / low) ** this.random();
  }
}
