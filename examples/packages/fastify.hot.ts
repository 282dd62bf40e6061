import Fastify, { type FastifyInstance } from 'fastify';
import { defineHotPath } from 'hotpath';

const schema = {
  params: { type: 'object', properties: { id: { type: 'integer' } } },
  response: {
    200: {
      type: 'object',
      properties: {
        id: { type: 'integer' },
        name: { type: 'string' },
        tags: { type: 'array', items: { type: 'string' } },
      },
    },
  },
} as const;

/** A request to a route, without a network. */
export default defineHotPath({
  name: 'fastify.inject',
  async setup(): Promise<FastifyInstance> {
    const app = Fastify();
    app.get<{ Params: { id: number } }>('/users/:id', { schema }, (request) => ({
      id: request.params.id,
      name: 'Some Name',
      tags: ['a', 'b'],
    }));
    await app.ready();
    return app;
  },
  run: (app) => app.inject({ url: '/users/12' }),
  teardown: (app) => app.close(),
});
