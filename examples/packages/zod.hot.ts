import { defineHotPath } from 'hotpath';
import { z } from 'zod';

const Person = z.object({
  id: z.number().int(),
  name: z.string().min(2),
  email: z.email(),
  tags: z.array(z.string()).max(5),
  address: z.object({ street: z.string(), zip: z.string().regex(/^\d{5}$/) }),
});

const bad = {
  id: 1.5,
  name: 'x',
  email: 'nobody',
  tags: ['a', 'b', 3],
  address: { street: 'Main Street', zip: '123' },
};

/** Refusing a bad input. */
export default defineHotPath({ name: 'zod.safeParse', run: () => Person.safeParse(bad) });
