# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measurements kept in a file, one JSON object a line, so that an interrupted session of measuring loses nothing."""

from __future__ import annotations

import datetime
import json
import os
import statistics
from pathlib import Path

import shotlab

FILE = shotlab.WORK / "measurements.jsonl"


def add(bench: str, values: dict) -> None:
    FILE.parent.mkdir(parents=True, exist_ok=True)
    record = {"bench": bench, "at": datetime.datetime.now().isoformat(timespec="seconds"), "load": os.getloadavg()[0], **values}
    with FILE.open("a") as file:
        file.write(json.dumps(record) + "\n")


def all_of(bench: str, **wanted) -> list[dict]:
    if not FILE.exists():
        return []
    records = [json.loads(line) for line in FILE.read_text().splitlines()]
    return [r for r in records if r["bench"] == bench and all(r.get(key) == value for key, value in wanted.items())]


def median(values) -> float:
    return statistics.median(list(values))


def table(header: list[str], lines: list[list[str]]) -> str:
    rule = ["---"] + ["--:"] * (len(header) - 1)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [header, rule, *lines])


def machine() -> str:
    info = Path("/proc/cpuinfo").read_text()
    name = next((line.split(":")[1].strip() for line in info.splitlines() if line.startswith("model name")), "unknown processor")
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{name}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GB"
