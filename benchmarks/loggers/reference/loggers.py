"""The Python loggers and their destinations, as in candidates/logger.ts and candidates/slow-device.ts."""

import asyncio
import json
import logging
import time

MESSAGE = "bench"
PAYLOAD = {"user": "u123", "action": "test", "nested": {"a": 1, "b": 2}}


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
    """The synchronous facade with its worker thread, with the settings of the reference's own benchmark."""

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
    """logging with a custom handler that formats, writes and flushes in the call, like FileHandler."""

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
