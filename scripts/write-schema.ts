import { writeFileSync } from 'node:fs';
import { jsonSchema, schemas } from 'hotpath/cli';

for (const name of Object.keys(schemas))
  writeFileSync(
    new URL(`../../packages/hotpath/schema/${name}.schema.json`, import.meta.url),
    jsonSchema(name),
  );
