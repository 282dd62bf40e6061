import { Ajv } from 'ajv';
import { defineHotPath } from 'hotpath';

const validate = new Ajv({ allErrors: true }).compile({
  type: 'object',
  required: ['id', 'name', 'tags'],
  properties: {
    id: { type: 'integer', minimum: 1 },
    name: { type: 'string', minLength: 2, maxLength: 50 },
    tags: { type: 'array', uniqueItems: true, items: { type: 'string', pattern: '^[a-z]+$' } },
    address: {
      type: 'object',
      properties: { zip: { type: 'string', pattern: '^[0-9]{5}$' } },
      additionalProperties: false,
    },
  },
});

const person = {
  id: 3,
  name: 'Some Name',
  tags: ['alpha', 'beta', 'gamma', 'delta'],
  address: { zip: '12345' },
};

/** Checking a good input, by code that ajv makes from the schema. */
export default defineHotPath({ name: 'ajv.validate', run: () => validate(person) });
