let written = 0;

/** A file name as of Node's --cpu-prof, CPU.yyyymmdd.hhmmss.pid.tid.seq.cpuprofile, in local time. */
export function profileName(started: Date, pid: number, thread: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${started.getFullYear()}${two(started.getMonth() + 1)}${two(started.getDate())}`;
  const time = `${two(started.getHours())}${two(started.getMinutes())}${two(started.getSeconds())}`;
  return `CPU.${day}.${time}.${pid}.${thread}.${String(++written).padStart(3, '0')}.cpuprofile`;
}
