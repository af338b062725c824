# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a cancelled run goes on while networks of MobileNetV2's class train, all their layers, in a real engine process."""

from __future__ import annotations

import random
import time
from pathlib import Path

import shotlab
import torchvision_files
from engine_client import Engine, training_arm
from pictures import jpeg

CLASSES = 4


def latencies(model: str, cancels: int) -> list[float]:
    """Seconds between handing over a cancel and the engine's answer, at random moments of a training run."""
    home = shotlab.folder("cancel")
    card = None
    path = shotlab.ROOT / "resources/models/efficientnet-lite0.pt"
    if model != "efficientnet-lite0":
        path, card = torchvision_files.make(model, home)
    engine = Engine(home)
    engine.open(path, 224, card)
    hashes = engine.put([jpeg(i, CLASSES) for i in range(48)])
    engine.test_set(hashes[:8], [i % CLASSES for i in range(8)], CLASSES)
    support = [hashes[8 + c::CLASSES] for c in range(CLASSES)]
    chance = random.Random(1)
    measured = []
    for run in range(1, cancels + 1):
        engine.start(run, training_arm("full-fine-tuning", steps=10_000, batch=32), support, "10")
        engine.wait("run-epoch")  # training has begun
        time.sleep(chance.uniform(0.1, 1.5))
        sent = engine.send("cancel-run", run=run)
        measured.append(engine.wait("run-cancelled")["arrived"] - sent)
    engine.close()
    return measured
