# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the k slider costs: hundreds of draws of the arms that only read features, asked of the session as the window asks it.

bench_readouts (readouts_main.cpp) links the host as the window does; a lab with made pictures gives it the wanted sizes.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pictures
import shotlab

TEST_PICTURES = 200

# name: classes, examples per class, k, draws. Growth is told from the first.
CASES = {
    "k = 5": (5, 100, 5, 100),
    "k = 20": (5, 100, 20, 100),
    "examples x 10 (k = 50)": (5, 100, 50, 100),
    "draws x 10": (5, 100, 5, 1000),
    "classes x 10": (50, 100, 5, 100),
}


def lab_with(classes: int, per_class: int) -> Path:
    """A lab of EfficientNet-Lite0 (1280 features) with 200 test pictures, its features cached; made once."""
    path = shotlab.WORK / f"readouts-{classes}" / "made.shotlab"
    if path.exists():
        return path
    home = shotlab.folder(f"readouts-{classes}")
    pictures.folder(home / "pool", classes * per_class, classes, side=96)
    test = home / "test"
    for number in range(TEST_PICTURES):
        target = test / f"class {number % classes + 1:02d}" / f"{number:05d}.jpg"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pictures.jpeg(1_000_000 + number, classes, side=96))
    shotlab.timed([shotlab.program("shotlab-cli"), "new", str(path), "--model", "efficientnet-lite0", "--data", str(home / "pool"),
                   "--test", str(test)], shotlab.environment(home))
    shotlab.compare(path, "--arms", "prototypes,linear-probe", "--k", "1,all", "--draws", "1")
    return path


def ask(lab: Path, k: int, draws: int, repeats: int) -> list[float]:
    """Seconds from request to answer, the first one (which brings the features from the disk) left out."""
    command = [str(shotlab.ROOT / "build/release/tests/bench/bench_readouts"), "--engine", shotlab.program("shotlab-engine"),
               "--resources", str(shotlab.ROOT / "resources"), str(lab), str(k), str(draws), str(repeats + 1)]
    done = subprocess.run(command, env=shotlab.environment(lab.parent), stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)["idle"][1:]


def during_training(lab: Path, k: int, draws: int, repeats: int) -> list[float]:
    """The same while a comparison trains all layers."""
    command = [str(shotlab.ROOT / "build/release/tests/bench/bench_readouts"), "--engine", shotlab.program("shotlab-engine"),
               "--resources", str(shotlab.ROOT / "resources"), "--while-training", str(lab), str(k), str(draws), str(repeats)]
    done = subprocess.run(command, env=shotlab.environment(lab.parent), stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)["training"]
