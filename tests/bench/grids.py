# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Grids of runs in Shotlab against the same runs as PyTorch scripts (peer.py), group by group.

One pair: Shotlab (whole process of `shotlab-cli compare` on a new lab, caches empty, results stored), then the naive and the
careful script on that lab. Whole processes, wall clock.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import shotlab

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Group:
    title: str
    arms: tuple[str, ...]
    options: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    title: str
    sample: str
    groups: dict[str, Group]


FROZEN = ("zero-shot", "prototypes", "nearest-neighbour", "linear-probe")

GRIDS = {
    "digits": Grid("Handwritten digits, GlyphNet, 1,000 test pictures", "digits", {
        "frozen": Group("frozen arms, k = 0, 1, 2, 5, 10, 10 draws", FROZEN, ("--k", "0,1,2,5,10", "--draws", "10")),
        "chosen": Group("chosen layers, k = 1, 5, 10, 1 draw", ("chosen-layers",), ("--k", "1,5,10", "--draws", "1")),
        "full": Group("full fine-tuning, k = 1, 5, 10, 1 draw", ("full-fine-tuning",), ("--k", "1,5,10", "--draws", "1")),
        "scratch": Group("from scratch, k = 5, 1 draw", ("from-scratch",), ("--k", "5", "--draws", "1")),
    }),
    "things": Grid("Everyday things, EfficientNet-Lite0 at 160 pixels", "things", {
        "frozen": Group("frozen arms, k = 0, 1, 5, 5 draws", FROZEN, ("--k", "0,1,5", "--draws", "5")),
        "chosen": Group("chosen layers, k = 2, 1 draw", ("chosen-layers",), ("--k", "2", "--draws", "1")),
        "full": Group("full fine-tuning, k = 2, 1 draw", ("full-fine-tuning",), ("--k", "2", "--draws", "1")),
    }),
}


def peer(style: str, lab: Path, arms: tuple[str, ...]) -> dict:
    command = [sys.executable, str(HERE / "peer.py"), style, str(lab), *arms]
    seconds, line = shotlab.timed(command, shotlab.environment(lab.parent))
    return {"seconds": seconds, "accuracy": json.loads(line)["accuracy"]}


def pair(grid: str, group: str) -> dict:
    """Seconds and accuracies by arm and k of the three programs."""
    chosen = GRIDS[grid].groups[group]
    lab = shotlab.new_lab(shotlab.folder(f"grid-{os.getpid()}"), GRIDS[grid].sample)
    seconds, document = shotlab.compare(lab, "--arms", ",".join(chosen.arms), *chosen.options)
    cells = {f"{c['arm']} k={c['k']}": c["accuracy"]["mean"] for c in document["results"] if c["arm"] in chosen.arms}
    return {"shotlab": {"seconds": seconds, "accuracy": cells},
            "naive": peer("naive", lab, chosen.arms),
            "careful": peer("careful", lab, chosen.arms)}
