# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten thousand pictures of about 20 KB: import, and a comparison of the linear probe at k = 5 and all; seconds and peak memory."""

from __future__ import annotations

import re
import subprocess
import time
from pathlib import Path

import pictures
import shotlab

COUNT = 10_000
CLASSES = 10


def peak(pid: int) -> int:
    """Largest resident size of a process so far, bytes; 0 when it is gone."""
    try:
        match = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
        return int(match.group(1)) * 1024 if match else 0
    except OSError:
        return 0


def children(pid: int) -> list[int]:
    try:
        return [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]
    except OSError:
        return []


def watched(command: list[str], home: Path) -> dict[str, float]:
    """Seconds, and the peaks of the program and of its engine."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=shotlab.environment(home), stdout=subprocess.DEVNULL)
    host = engine = 0
    while process.poll() is None:
        host = max(host, peak(process.pid))
        engine = max([engine, *map(peak, children(process.pid))])
        time.sleep(0.05)
    if process.returncode != 0:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return {"seconds": time.perf_counter() - begun, "host": host, "engine": engine}


def folder() -> Path:
    """Made once: some minutes are better spent otherwise."""
    path = shotlab.WORK / "many-pictures"
    done = path / "done"
    if not done.exists():
        shotlab.folder("many-pictures")
        total = pictures.folder(path / "pictures", COUNT, CLASSES)
        done.write_text(str(total))
    return path / "pictures"


def importing() -> dict:
    source = folder()
    home = shotlab.folder("many-pictures-lab")
    lab = home / "many.shotlab"
    cli = shotlab.program("shotlab-cli")
    result = watched([cli, "new", str(lab), "--model", "efficientnet-lite0", "--data", str(source)], home)
    return result | {"lab_bytes": lab.stat().st_size, "picture_bytes": int((source.parent / "done").read_text())}


def comparing() -> dict:
    home = shotlab.WORK / "many-pictures-lab"
    return watched([shotlab.program("shotlab-cli"), "compare", str(home / "many.shotlab"), "--arms", "linear-probe", "--k", "5,all",
                    "--draws", "3", "--fresh"], home)
