import type { Profile, ProfiledFunction } from '../../model/profiles/profile.js';
import { functionTable } from '../../profiles/tree/function-table.js';
import { totalsOf } from '../../profiles/tree/walk.js';
import {
  type CalledFunction,
  type FunctionOrder,
  functionOrders,
  functionTableText,
} from '../../report/tables/function-table.js';
import { originalFunctions } from '../../source/maps/original-function.js';
import type { ScriptReader } from '../../source/scripts.js';
import type { CallCounter } from '../../v8/read-coverage.js';
import type { CommandContext } from '../context.js';
import { placeText } from './place-text.js';

/** Which functions are shown. */
export interface FunctionChoice {
  readonly sort: FunctionOrder;
  readonly filter?: RegExp;
  readonly limit: number;
}

/** Functions with what is known of them. */
export interface ProfiledFunctions {
  readonly profile: Profile;
  readonly calls: CallCounter;
  /** What was profiled. */
  readonly said: string;
  /** Reads the scripts as they ran. */
  readonly read: ScriptReader;
}

/** The table of the chosen functions, and a line that says what was profiled. */
export function functionsText(
  { profile, calls, said, read }: ProfiledFunctions,
  { sort, filter, limit }: FunctionChoice,
  { folder, output }: CommandContext,
): string {
  const original = originalFunctions(read);
  const place = (called: ProfiledFunction): string => placeText(original(called), folder);
  const all: CalledFunction[] = functionTable(profile)
    .map((one) => ({ ...one, calls: calls(one.called) }))
    .filter(({ called }) => !filter || filter.test(place(called)))
    .sort(functionOrders[sort]);
  const total = totalsOf(profile)[0] as number;
  const text = functionTableText(all.slice(0, limit), profile.unit, total, place, output.width);
  const rest = all.length > limit ? `; ${all.length - limit} more functions; --limit shows more` : '';
  return `${text}\n${said}${rest}\n`;
}
