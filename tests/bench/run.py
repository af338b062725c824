#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Shotlab and its peers, and prints the figures of README.md as Markdown tables.

    python3 tests/bench/run.py                       everything once
    python3 tests/bench/run.py --pairs 5             five times, in turn
    python3 tests/bench/run.py --only grid/digits    only measurements whose name begins so (--list shows the names)
    python3 tests/bench/run.py --report              the tables of what has been measured so far
    python3 tests/bench/run.py --fresh ...           forgets earlier measurements first

Each measurement is appended to build/bench/measurements.jsonl as soon as it is there; tables show medians over that file. Needs a
release build and Debian's python3-torch, python3-torchvision, python3-pil, python3-numpy.
"""

from __future__ import annotations

import argparse
import subprocess
from functools import partial

import cancel
import first_picture
import grids
import many_pictures
import readouts
import records
import report
import shotlab
import steps
import window

READOUT_REPEATS = 15
CANCELS = 20


def measurements() -> dict:
    """Name of each measurement and what makes its record."""
    named = {"first-picture/digits": first_picture.digits, "first-picture/deep-sky": first_picture.deep_sky}
    for grid, about in grids.GRIDS.items():
        for group in about.groups:
            named[f"grid/{grid}/{group}"] = partial(grids.pair, grid, group)
    for model in steps.MODELS:
        named[f"steps/{model}"] = partial(steps.pair, model)
    for case, (classes, per_class, k, draws) in readouts.CASES.items():
        named[f"readouts/{case}"] = lambda c=classes, p=per_class, k=k, d=draws: {
            "seconds": readouts.ask(readouts.lab_with(c, p), k, d, READOUT_REPEATS)}
    named["readouts/while training"] = lambda: {"seconds": readouts.during_training(readouts.lab_with(5, 100), 5, 100, READOUT_REPEATS)}
    for model in ("mobilenet_v2", "efficientnet-lite0"):
        named[f"cancel/{model}"] = lambda m=model: {"seconds": cancel.latencies(m, CANCELS)}
    named["many-pictures/import"] = many_pictures.importing
    named["many-pictures/compare"] = many_pictures.comparing
    named |= {f"window/{step}": action for step, action in window.STEPS.items()}
    return named


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=1, help="how often each measurement is made, in turn")
    parser.add_argument("--only", default="", help="beginnings of names, separated by commas")
    parser.add_argument("--list", action="store_true", help="names of all measurements")
    parser.add_argument("--report", action="store_true", help="measures nothing")
    parser.add_argument("--fresh", action="store_true", help="forgets earlier measurements")
    options = parser.parse_args()

    named = measurements()
    if options.list:
        print("\n".join(named))
        return
    if options.fresh:
        records.FILE.unlink(missing_ok=True)
    chosen = {name: action for name, action in named.items() if name.startswith(tuple(options.only.split(",")))}
    if not options.report:
        for program in ("readouts", "window"):
            if any(name.startswith(program) for name in chosen):
                subprocess.run(["ninja", "-C", str(shotlab.ROOT / "build/release"), f"bench_{program}"], check=True,
                               stdout=subprocess.DEVNULL)
        for _ in range(options.pairs):
            for name, action in chosen.items():
                stopwatch = shotlab.Stopwatch()
                values = action()
                records.add(name, values | {"foreign": stopwatch.foreign()})
                print(f"{name}: {stopwatch.seconds():.1f} s, {stopwatch.foreign():.0%} of the machine was busy otherwise", flush=True)
    print(report.text())


if __name__ == "__main__":
    main()
