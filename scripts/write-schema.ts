import { writeFileSync } from 'node:fs';
import { reportJsonSchema } from 'hotpath/cli';

writeFileSync(
  new URL('../../packages/hotpath/schema/report.schema.json', import.meta.url),
  reportJsonSchema(),
);
