"""Measures the reference implementation's fapilog and Python's own logging as child/measure.ts measures loggers in Node.

`python3 run.py FOLDER JOB`: FOLDER holds the package `fapilog`, JOB is the JSON of child/job.ts. Prints one line of
JSON. `python3 run.py FOLDER` only checks that the package can be imported.
"""

import json
import os
import resource
import sys
import time

from loggers import LOGGERS, FileDevice, SlowDevice

# Queue capacities: enough for all lines of a measurement, and the reference's default.
AMPLE, DEFAULT_ROOM = 65_536, 10_000


def time_calls(logger, calls):
    times = []
    for _ in range(calls):
        start = time.perf_counter_ns()
        logger.log()
        times.append(time.perf_counter_ns() - start)
    return times


def quantile(ordered, p):
    """Hyndman and Fan's type 7, as in hotpath's stats."""
    position = (len(ordered) - 1) * p
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (position - below)


def latency_of(times):
    ordered = sorted(times)
    named = {"median": 0.5, "p95": 0.95, "p99": 0.99, "max": 1}
    return {"mean": sum(ordered) / len(ordered)} | {name: quantile(ordered, p) for name, p in named.items()}


def empty_interval():
    times = []
    for _ in range(10_000):
        start = time.perf_counter_ns()
        times.append(time.perf_counter_ns() - start)
    return quantile(sorted(times), 0.5)


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        return sum(1 for _ in file)


def warm_up(kind, device, job):
    # The facade can only be drained by stopping it, so the measured calls have another logger.
    logger = kind(device, AMPLE)
    for _ in range(job["warmUp"]):
        logger.log()
    logger.close()


def check(kind, job):
    open(job["file"], "w").close()
    logger = kind(FileDevice(job["file"]), AMPLE)
    for _ in range(job["calls"]):
        logger.log()
    logger.close()
    return {"part": "check", "lines": lines_of(job["file"])}


def throughput(kind, job):
    device = FileDevice(os.devnull)
    warm_up(kind, device, job)
    logger = kind(device, AMPLE)
    start = time.perf_counter()
    for _ in range(job["calls"]):
        logger.log()
    dropped = logger.close()["dropped"]
    seconds = time.perf_counter() - start
    logger = kind(device, AMPLE)
    times = time_calls(logger, job["calls"])
    logger.close()
    return {
        "part": "throughput",
        "linesPerSecond": (job["calls"] - (dropped or 0)) / seconds,
        "dropped": dropped,
        "latency": latency_of(times),
        "clock": empty_interval(),
        # Linux reports kilobytes.
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


def slow_sink(kind, job):
    device = SlowDevice()
    warm_up(kind, device, job)
    device.delay, device.writes = job["delayMs"] / 1000, 0
    logger = kind(device, AMPLE)
    times = time_calls(logger, job["calls"])
    start = time.perf_counter()
    logger.close()
    flush_ms = (time.perf_counter() - start) * 1000
    written = {"calls": job["calls"], "writes": device.writes, "lines": device.writes}
    return {"part": "slow-sink", "latency": latency_of(times), "flushMs": flush_ms} | written


def burst(kind, job):
    open(job["file"], "w").close()
    device = FileDevice(job["file"])
    warm_up(kind, device, job)
    before = lines_of(job["file"])
    logger = kind(device, DEFAULT_ROOM)
    start = time.perf_counter()
    for _ in range(job["calls"]):
        logger.log()
    end = time.perf_counter()
    account = logger.close()
    flush_ms = (time.perf_counter() - end) * 1000
    arrived = lines_of(job["file"]) - before
    times = {"calls": job["calls"], "burstMs": (end - start) * 1000, "flushMs": flush_ms}
    return {"part": "burst", "account": account, "arrived": arrived} | times


PARTS = {"check": check, "throughput": throughput, "slow-sink": slow_sink, "burst": burst}


def main():
    folder = sys.argv[1]
    # A checkout has the package in src/.
    sys.path[:0] = [folder, os.path.join(folder, "src")]
    if len(sys.argv) == 2:
        from fapilog.core.logger import SyncLoggerFacade  # noqa: F401

        return
    job = json.loads(sys.argv[2])
    print(json.dumps(PARTS[job["part"]](LOGGERS[job["logger"]], job)))


main()
