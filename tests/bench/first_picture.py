# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long until there is something to see: the default comparison of two samples from the shell, by whole seconds since start."""

from __future__ import annotations

import sqlite3
import subprocess
import time
from pathlib import Path

import shotlab

FROZEN = ("zero-shot", "prototypes", "nearest-neighbour", "linear-probe")
TRAINED = ("chosen-layers", "full-fine-tuning", "from-scratch")

COUNTS = """
SELECT arm.kind, comparison_run.k, comparison_run.draw, count(*) FROM comparison_run
JOIN run ON run.id = comparison_run.run_id AND run.status = 'finished'
JOIN arm ON arm.comparison_id = comparison_run.comparison_id AND arm.position = comparison_run.arm
GROUP BY arm.kind, comparison_run.k, comparison_run.draw
"""


def watch(lab: Path, options: list[str], limit: float) -> tuple[dict[tuple[str, str, int], float], float | None]:
    """Runs a comparison and polls its lab file: seconds since start at which each run (arm, k, draw) was stored, and those of
    the whole process (None when stopped at the limit)."""
    begun = time.perf_counter()
    process = subprocess.Popen([shotlab.program("shotlab-cli"), "compare", str(lab), *options],
                               env=shotlab.environment(lab.parent), stdout=subprocess.DEVNULL)
    seen: dict[tuple[str, str, int], float] = {}
    while process.poll() is None:
        now = time.perf_counter() - begun
        try:
            for kind, k, draw, _ in shotlab.rows(lab, COUNTS):
                seen.setdefault((kind, k, draw), now)
        except sqlite3.OperationalError:
            pass  # being written to; the next look will tell
        if now > limit:
            process.terminate()
            process.wait()
            return seen, None
        time.sleep(0.1)
    ended = time.perf_counter() - begun
    for kind, k, draw, _ in shotlab.rows(lab, COUNTS):
        seen.setdefault((kind, k, draw), ended)
    return seen, ended


def when(seen: dict[tuple[str, str, int], float], choose) -> float | None:
    times = [seconds for key, seconds in seen.items() if choose(*key)]
    return max(times) if times else None


def digits(limit: float = 170) -> dict:
    lab = shotlab.new_lab(shotlab.folder("first-picture"), "digits")
    stopwatch = shotlab.Stopwatch()
    seen, ended = watch(lab, [], limit)
    return {
        "foreign share": stopwatch.foreign(),
        "first picture, k = 0, 1, 2, 5, 10": when(seen, lambda arm, k, draw: draw == 0 and k != "all"),
        "first picture, all included": when(seen, lambda arm, k, draw: draw == 0),
        "whole default comparison": ended,
        "runs": len(seen),
    }


def deep_sky(limit: float = 170) -> dict:
    lab = shotlab.new_lab(shotlab.folder("first-picture"), "deep-sky")
    stopwatch = shotlab.Stopwatch()
    seen, ended = watch(lab, [], limit)
    first = min(seen.values())
    return {
        "foreign share": stopwatch.foreign(),
        "first run stored": first,
        "frozen arms, first draw of each k": when(seen, lambda arm, k, draw: arm in FROZEN and draw == 0),
        "frozen arms, all draws": when(seen, lambda arm, k, draw: arm in FROZEN),
        "chosen layers, one draw of each k": when(seen, lambda arm, k, draw: arm == "chosen-layers" and draw == 0),
        "full fine-tuning, one draw at k = 1, 2, 5, 10": when(
            seen, lambda arm, k, draw: arm == "full-fine-tuning" and draw == 0 and k != "all"),
        "full fine-tuning, one draw of each k": when(seen, lambda arm, k, draw: arm == "full-fine-tuning" and draw == 0),
        "whole default comparison": ended,
        "runs": len(seen),
    }
