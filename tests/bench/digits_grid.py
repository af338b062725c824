#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The digits grid in Shotlab against the same grid as a plain PyTorch script (plain_pytorch.py), one after the other.

    python3 tests/bench/digits_grid.py [--draws N] [--pairs N]

Needs a release build and Debian's python3-torch, python3-pil, python3-numpy. Whole processes, wall clock, two programs in turn;
prints seconds, ratio and both accuracies, which must agree for the comparison to mean anything.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(command: list[str], environment: dict[str, str]) -> tuple[float, str]:
    begun = time.perf_counter()
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return time.perf_counter() - begun, done.stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, help="draws of every arm (default: Shotlab's own, 20 and 3)")
    parser.add_argument("--pairs", type=int, default=1, help="how often the two programs run in turn")
    options = parser.parse_args()

    # Users have neither of these two settings of the BLAS library.
    environment = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
    cli = ROOT / "build/release/bin/shotlab-cli"
    if not cli.exists():
        sys.exit("Build Shotlab first: ./run --headless")

    ours, theirs = [], []
    for pair in range(options.pairs):
        with tempfile.TemporaryDirectory() as folder:
            lab = Path(folder) / "digits.shotlab"
            run([str(cli), "sample", "digits", str(lab)], environment)
            draws = ["--draws", str(options.draws)] if options.draws else []
            seconds, document = run([str(cli), "compare", str(lab), "--json", *draws], environment)
            ours.append(seconds)
            peer_seconds, line = run([sys.executable, str(ROOT / "tests/bench/plain_pytorch.py"), str(lab)], environment)
            theirs.append(peer_seconds)
        results = json.loads(document)["results"]
        peer = json.loads(line)
        if pair == 0:
            print(f"{'arm':<20}{'k':>5}{'Shotlab':>10}{'plain':>10}")
            for cell in results:
                key = f"{cell['arm']} k={cell['k']}"
                if key in peer["accuracy"]:
                    print(f"{cell['arm']:<20}{cell['k']:>5}{cell['accuracy']['mean']:>10.3f}{peer['accuracy'][key]:>10.3f}")
            print(f"plain PyTorch, seconds by arm (threads: {peer['threads']}):")
            print("  " + ", ".join(f"{arm} {s:.1f}" for arm, s in peer["seconds_by_arm"].items()))
        print(f"pair {pair + 1}: Shotlab {seconds:.1f} s, plain PyTorch {peer_seconds:.1f} s, ratio {peer_seconds / seconds:.2f}")
    ratios = [b / a for a, b in zip(ours, theirs)]
    print(f"median: Shotlab {statistics.median(ours):.1f} s, plain PyTorch {statistics.median(theirs):.1f} s, "
          f"ratio {statistics.median(ratios):.2f} (of {options.pairs})")


if __name__ == "__main__":
    main()
