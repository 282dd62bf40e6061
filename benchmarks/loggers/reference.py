"""The reference implementation's fapilog and Python's own logging, measured as the loggers in Node are.

python3 reference.py FOLDER JOB: FOLDER holds the package `fapilog`, JOB is the JSON of job.ts. One line of JSON on
standard output. `python3 reference.py FOLDER` says only whether the package can be imported.
"""

import asyncio
import json
import logging
import os
import resource
import sys
import time

MESSAGE = "bench"
PAYLOAD = {"user": "u123", "action": "test", "nested": {"a": 1, "b": 2}}
# Room for all lines of a measurement, and the reference's own default.
AMPLE, DEFAULT_ROOM = 65_536, 10_000


class FileDevice:
    def __init__(self, path):
        self.file = open(path, "a", encoding="utf-8")

    def write_blocking(self, line):
        self.file.write(line + "\n")
        # logging's own file handler flushes each record.
        self.file.flush()

    async def write_waiting(self, line):
        self.write_blocking(line)


class SlowDevice:
    def __init__(self):
        self.delay = 0.0
        self.writes = 0

    def write_blocking(self, line):
        time.sleep(self.delay)
        self.writes += 1

    async def write_waiting(self, line):
        await asyncio.sleep(self.delay)
        self.writes += 1


class Fapilog:
    """The synchronous facade with its worker thread, in the settings of the reference's own benchmark."""

    def __init__(self, device, room):
        from fapilog.core.logger import SyncLoggerFacade

        async def sink_write(entry):
            await device.write_waiting(json.dumps(entry, default=str))

        self.facade = SyncLoggerFacade(
            name="bench",
            queue_capacity=room,
            batch_max_size=256,
            batch_timeout_seconds=0.05,
            backpressure_wait_ms=10,
            drop_on_full=True,
            sink_write=sink_write,
            enrichers=[],
            metrics=None,
        )
        self.facade.start()

    def log(self):
        self.facade.info(MESSAGE, **PAYLOAD)

    def close(self):
        account = asyncio.run(self.facade.stop_and_drain())
        return {
            "submitted": account.submitted,
            "processed": account.processed,
            "dropped": account.dropped,
            "highWaterMark": account.queue_depth_high_watermark,
        }


class Stdlib:
    """logging with a handler of its own, as FileHandler works: format, write and flush in the call."""

    def __init__(self, device, room):
        class Handler(logging.Handler):
            def emit(self, record):
                device.write_blocking(self.format(record))

        self.logger = logging.getLogger("bench")
        self.logger.handlers.clear()
        self.logger.propagate = False
        self.logger.setLevel(logging.INFO)
        handler = Handler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self.logger.addHandler(handler)

    def log(self):
        self.logger.info("%s %s", MESSAGE, PAYLOAD)

    def close(self):
        return {"submitted": None, "processed": None, "dropped": None, "highWaterMark": None}


LOGGERS = {"python-fapilog": Fapilog, "python-logging": Stdlib}


def time_calls(logger, calls):
    times = []
    for _ in range(calls):
        start = time.perf_counter_ns()
        logger.log()
        times.append(time.perf_counter_ns() - start)
    return times


def quantile(ordered, p):
    """Hyndman and Fan's type 7, as hotpath's stats have it."""
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
    # The facade cannot be drained without being stopped: what is measured has a logger of its own.
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
        # Linux has it in kilobytes.
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
