# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks with a real shotlab-engine over its pipe, as the host does (core/protocol/Messages.h)."""

from __future__ import annotations

import hashlib
import json
import queue
import subprocess
import threading
import time
from pathlib import Path

import shotlab

IN_FLIGHT = 8 << 20  # bytes of pictures under way, as the host keeps it


class Engine:
    def __init__(self, home: Path) -> None:
        env = shotlab.environment(home)
        env["GOMP_SPINCOUNT"] = "1000"  # as the host starts it
        self.process = subprocess.Popen([shotlab.program("shotlab-engine")], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.messages: queue.Queue[tuple[float, dict]] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.request = 0
        self.send("hello", version=1, threads=0, **{"cache-folder": "", "cache-bytes": 0, "memory-bytes": 0, "encoder": ""})
        self.threads = self.wait("ready")["threads"]

    def _read(self) -> None:
        out = self.process.stdout
        while line := out.readline():
            message = json.loads(line)
            message["payload"] = out.read(message.get("bytes", 0))
            self.messages.put((time.perf_counter(), message))

    def send(self, kind: str, payload: bytes | None = None, **fields) -> float:
        """Sends one message; when it was handed over."""
        message = {"type": kind, **fields}
        if payload is not None:
            message["bytes"] = len(payload)
        self.process.stdin.write(json.dumps(message).encode() + b"\n" + (payload or b""))
        self.process.stdin.flush()
        return time.perf_counter()

    def wait(self, *kinds: str, timeout: float = 170) -> dict:
        """The next message of one of these kinds; others are dropped. Its time of arrival is under "arrived"."""
        while True:
            arrived, message = self.messages.get(timeout=timeout)
            if message["type"] in ("run-failed", "request-failed", "example-rejected") and message["type"] not in kinds:
                raise RuntimeError(json.dumps(message))
            if message["type"] in kinds:
                return message | {"arrived": arrived}

    def open(self, path: Path, working_size: int = 0, card: dict | None = None) -> dict:
        self.request += 1
        self.send("open-model", request=self.request, path=str(path), card=card, **{"working-size": working_size})
        return self.wait("model-opened")["report"]

    def put(self, pictures: list[bytes]) -> list[str]:
        """Sends pictures and waits until all are decoded; their hashes."""
        hashes, waiting, under_way = [], {}, 0
        for data in pictures:
            digest = hashlib.sha256(data).hexdigest()
            hashes.append(digest)
            while under_way > 0 and under_way + len(data) > IN_FLIGHT:
                under_way -= waiting.pop(self.wait("example-stored")["hash"])
            waiting[digest] = len(data)
            under_way += len(data)
            self.send("put-example", payload=data, hash=digest)
        while waiting:
            waiting.pop(self.wait("example-stored")["hash"], None)
        return hashes

    def test_set(self, hashes: list[str], labels: list[int], classes: int) -> None:
        self.send("set-test-set", hashes=hashes, labels=labels, classes=classes, links=[[]] * classes, texts=[[]] * classes)

    def start(self, run: int, arm: dict, support: list[list[str]], shots: str, seed: int = 1) -> float:
        return self.send("start-run", run=run, arm=arm, shots=shots, seed=seed, support=support, views=1, **{"keep-as": ""})

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait()


def readout_arm(kind: str) -> dict:
    return {"kind": kind, "settings": {"C": 10.0} if kind == "linear-probe" else {"temperature": 10.0}, "layers": []}


def training_arm(kind: str, *, steps: int, batch: int, rate: float = 1e-6, layers: list[str] | None = None) -> dict:
    """Training for its time, not for its result: a rate so small that random weights do not explode."""
    settings = {"optimiser": "adam", "lr-trunk": rate, "lr-head": rate, "weight-decay": 0.0, "steps-few": float(steps),
                "steps-many": float(steps), "batch": float(batch), "head-first": "no", "C": 10.0, "batch-norm": "eval"}
    return {"kind": kind, "settings": settings, "layers": layers or []}
