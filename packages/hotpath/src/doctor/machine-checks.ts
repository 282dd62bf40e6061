import type { Environment } from '../model/measurement/environment.js';
import type { Check, Readings } from './examination.js';

/** More processors in use by others, or given away by the hypervisor, are mentioned as poor. */
const mostOthers = 0.5;
const mostStolen = 0.1;

/** What the system says of the machine and of Node. */
export function machineChecks(environment: Environment, readings: Readings): Check[] {
  const { node, v8, platform, cpu, cores, memoryGiB } = environment;
  return [
    note('Processor', `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${platform}`),
    note('Clock', clockText(environment)),
    flags(environment, `Node ${node}, V8 ${v8}`),
    others(readings),
    note('Waking', wakingText(readings)),
    note(
      'Thread clock',
      readings.threadClock
        ? "the system reports the thread's own processor time"
        : "the system does not report the thread's own processor time: waits cannot be told from work",
    ),
  ];
}

function note(name: string, found: string): Check {
  return { name, found, verdict: 'note' };
}

function clockText({ clockSource, megahertz, governor }: Environment): string {
  const rate = megahertz === null ? 'an unknown rate' : `${megahertz} MHz`;
  return `read from ${clockSource}; the processor ran at ${rate}; governor ${governor}`;
}

function flags({ nodeOptions, inspector }: Environment, version: string): Check {
  const given =
    nodeOptions.length === 0 ? 'no flags in NODE_OPTIONS' : `NODE_OPTIONS: ${nodeOptions.join(' ')}`;
  return {
    name: 'Node',
    found: `${version}, ${given}${inspector ? ', an inspector is attached' : ''}`,
    verdict: inspector || nodeOptions.length > 0 ? 'poor' : 'good',
  };
}

function others({ othersProcessors, stolenProcessors }: Readings): Check {
  if (othersProcessors === null || stolenProcessors === null)
    return note('Others', 'the system does not report what other processes and guests use');
  return {
    name: 'Others',
    found: `other processes used ${othersProcessors.toFixed(2)} processors; the hypervisor gave away ${stolenProcessors.toFixed(2)}`,
    verdict: othersProcessors > mostOthers || stolenProcessors > mostStolen ? 'poor' : 'good',
  };
}

function wakingText({ wakingNs }: Readings): string {
  return wakingNs === null
    ? 'no thread could be started to measure it'
    : `${(wakingNs / 1000).toFixed(0)} µs to wake a sleeping thread and be woken by it`;
}
