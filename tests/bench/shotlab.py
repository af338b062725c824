# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shotlab's programs as a benchmark starts them: release build, empty caches, nothing inherited that a user would not have."""

from __future__ import annotations

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / "build/release/bin"
WORK = ROOT / "build/bench"

# Settings of the BLAS and OpenMP libraries that a build machine may have and users do not.
FOREIGN = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS",
           "GOMP_SPINCOUNT", "OMP_WAIT_POLICY")


def folder(name: str) -> Path:
    """An empty folder for one measurement."""
    path = WORK / name
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def environment(home: Path) -> dict[str, str]:
    """A user's environment whose caches and settings lie in home."""
    env = {key: value for key, value in os.environ.items() if key not in FOREIGN}
    env |= {"XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"),
            "QT_QPA_PLATFORM": "offscreen"}
    return env


def program(name: str) -> str:
    path = BIN / name
    if not path.exists():
        sys.exit(f"{path} is missing: build Shotlab first (./run --headless)")
    return str(path)


class Stopwatch:
    """Seconds since it was made, and how much of the machine others had meanwhile."""

    def __init__(self) -> None:
        self._begun, self._busy, self._own = time.perf_counter(), self._busy_seconds(), self._own_seconds()

    def seconds(self) -> float:
        return time.perf_counter() - self._begun

    def foreign(self) -> float:
        """Share of all cores (0..1) that went to programs which are neither this one nor children that have ended."""
        others = (self._busy_seconds() - self._busy) - (self._own_seconds() - self._own)
        return max(0.0, others / (self.seconds() * (os.cpu_count() or 1)))

    @staticmethod
    def _busy_seconds() -> float:
        line = Path("/proc/stat").read_text().split("\n", 1)[0]
        user, nice, system, _, _, irq, softirq, steal, *_ = (int(ticks) for ticks in line.split()[1:])
        return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")

    @staticmethod
    def _own_seconds() -> float:
        uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(use.ru_utime + use.ru_stime for use in uses)


def timed(command: list[str], env: dict[str, str]) -> tuple[float, str]:
    """Seconds of the whole process, and what it printed."""
    begun = time.perf_counter()
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}")
    return time.perf_counter() - begun, done.stdout


def new_lab(home: Path, sample: str) -> Path:
    lab = home / f"{sample}.shotlab"
    timed([program("shotlab-cli"), "sample", sample, str(lab)], environment(home))
    return lab


def compare(lab: Path, *options: str) -> tuple[float, dict]:
    """Seconds of `shotlab-cli compare` as a whole process, and its results document."""
    seconds, text = timed([program("shotlab-cli"), "compare", str(lab), "--json", *options], environment(lab.parent))
    return seconds, json.loads(text)


def rows(lab: Path, query: str) -> list[tuple]:
    """Answer of a query to a lab that may be in use."""
    with sqlite3.connect(f"file:{lab}?mode=ro", uri=True, timeout=10) as db:
        return db.execute(query).fetchall()
