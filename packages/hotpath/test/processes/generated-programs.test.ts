import { describe, expect, it } from 'vitest';
import { randomProgram } from '../support/random-program.js';
import { differenceOf } from '../support/run-program.js';

/** How many programs, and the seed of the first. `.ci/run` tries 20,000; `npm run fuzz` a million, from a new seed. */
const programs = Number(process.env.PROGRAMS ?? 4000);
const first = Number(process.env.PROGRAMS_FROM ?? 1);

describe('generated programs', () => {
  it('compute with edits of every kind what they compute without', async () => {
    let different: string | null = null;
    let seed = first;
    for (; seed < first + programs && different === null; seed++) {
      const program = randomProgram(seed);
      different = await differenceOf(program, seed).catch(
        (problem: Error) => `${problem.message}\n${program}`,
      );
    }
    if (different !== null) expect.fail(`program ${seed - 1}: ${different}`);
    process.stdout.write(`generated programs: ${programs} from seed ${first}, no difference\n`);
  }, 86_400_000);
});
