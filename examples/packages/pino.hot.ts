import { defineHotPath } from 'hotpath';
import { pino } from 'pino';

const nowhere = { write() {} };
const parent = pino({ redact: ['user.password', 'headers.authorization'] }, nowhere);
const logger = parent.child({ service: 'api', requestId: 'r-1' });

const fields = {
  user: { name: 'somebody', password: 'secret' },
  headers: { authorization: 'Bearer x', accept: '*/*' },
  status: 200,
};

/** A line of a child logger that redacts. */
export default defineHotPath({ name: 'pino.child.info', run: () => logger.info(fields, 'request done') });
