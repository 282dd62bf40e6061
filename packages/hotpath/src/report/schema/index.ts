import { type ZodType, z } from 'zod';
import { copiesSchema, errorsSchema } from './costs.js';
import { linesSchema } from './lines.js';
import { projectionsSchema } from './projections.js';
import { reportSchema } from './report.js';

/** The published schemas of all JSON that commands write, by the names of their files in schema/. */
export const schemas: Readonly<Record<string, ZodType>> = {
  report: reportSchema,
  copies: copiesSchema,
  errors: errorsSchema,
  projections: projectionsSchema,
  lines: linesSchema,
};

/** A schema as JSON Schema (draft 2020-12), as published in schema/NAME.schema.json. */
export function jsonSchema(name: string): string {
  const schema = schemas[name];
  if (!schema) throw new Error(`no schema has the name ${name}`);
  return `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
}
