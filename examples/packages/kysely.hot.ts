import { defineHotPath } from 'hotpath';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';

interface Tables {
  readonly person: { readonly id: number; readonly age: number };
  readonly pet: { readonly name: string; readonly owner_id: number; readonly species: string };
}

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (own) => new PostgresIntrospector(own),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Building a query and compiling it to SQL. */
export default defineHotPath({
  name: 'kysely.compile',
  run: () =>
    db
      .selectFrom('person')
      .innerJoin('pet', 'pet.owner_id', 'person.id')
      .select(['person.id', 'pet.name as pet_name'])
      .where('person.age', '>', 18)
      .where('pet.species', 'in', ['dog', 'cat'])
      .orderBy('person.id')
      .limit(10)
      .compile(),
});
