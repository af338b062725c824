# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Milliseconds per picture, or sentence of 16 tokens, of a forward pass and of a training step (all layers, Adam, batch-norm as it is), batch 8 at 224 pixels.

Shotlab: a real engine process, from the times it reports. PyTorch out of the box: peer_steps.py in a process of its own. The roof is
what this machine's libraries reach on one large matrix product and on one large convolution.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import shotlab
import torchvision_files
from engine_client import Engine, readout_arm, training_arm
from pictures import jpeg

HERE = Path(__file__).resolve().parent
MODELS = ("mobilenet_v2", "resnet18", "efficientnet-lite0", "minilm-l6")
BATCH = 8
CLASSES = 4
FORWARD_PICTURES = 128
STEPS = (10, 30)  # the difference of two runs: what both do besides training cancels out


def model_file(model: str, home: Path) -> tuple[Path, dict | None]:
    if model in ("efficientnet-lite0", "minilm-l6"):
        return shotlab.ROOT / f"resources/models/{model}.pt", None
    return torchvision_files.make(model, home)


def sentence(number: int) -> bytes:
    """Fourteen words that are one token each, with the two at the ends sixteen; no two sentences alike."""
    words = ("red", "green", "blue", "dog", "cat", "house", "tree", "water", "money", "card", "time", "day", "road", "music", "paper", "stone")
    return " ".join(words[(number >> (2 * (i % 6))) % 4 + 4 * (i % 4)] for i in range(14)).encode()


def ours(model: str) -> dict[str, float]:
    """Seconds per picture."""
    home = shotlab.folder("steps")
    path, card = model_file(model, home)
    engine = Engine(home)
    reads_text = model == "minilm-l6"
    engine.open(path, 0 if reads_text else 224, card)
    hashes = engine.put([sentence(i) if reads_text else jpeg(i, CLASSES) for i in range(FORWARD_PICTURES + 8)])
    test, pool = hashes[:8], hashes[8:]
    engine.test_set(test, [i % CLASSES for i in range(8)], CLASSES)

    def seconds(run: int, arm: dict, support: list[list[str]], key: str) -> float:
        engine.start(run, arm, support, "10")
        return engine.wait("run-finished")["result"][key]

    few = [pool[c:BATCH:CLASSES] for c in range(CLASSES)]
    seconds(1, readout_arm("prototypes"), few, "feature-seconds")  # first use
    forward = seconds(2, readout_arm("prototypes"), [pool[c::CLASSES] for c in range(CLASSES)], "feature-seconds")
    training = [seconds(3 + i, training_arm("full-fine-tuning", steps=n, batch=BATCH), few, "seconds") for i, n in enumerate(STEPS)]
    engine.close()
    return {"forward": forward / (FORWARD_PICTURES - BATCH), "training": (training[1] - training[0]) / (STEPS[1] - STEPS[0]) / BATCH}


def theirs(model: str) -> dict[str, float]:
    """Seconds per picture, out of the box; operations of one forward pass; the roof in operations per second."""
    home = shotlab.folder("steps-peer")
    _, line = shotlab.timed([sys.executable, str(HERE / "peer_steps.py"), model, str(BATCH)], shotlab.environment(home))
    return json.loads(line)


def pair(model: str) -> dict:
    return {"model": model, "shotlab": ours(model), "pytorch": theirs(model)}
