# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the window feels: bench_window (window_main.cpp) is the real window with its session and engine, drawn offscreen.

Every measurement is made once unmeasured first, so that programs and files are in the page cache as on any but the first day.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from pathlib import Path

import pictures
import shotlab

IMPORTED = 500
MANY = 10_000
CLASSES = 10
TIMES = 5
COMPARED = 2 # a time takes most of a minute; --pairs 3 makes six


def run(home: Path, step: str, *arguments: str) -> dict:
    command = [str(shotlab.ROOT / "build/release/tests/bench/bench_window"), step, *arguments, "--engine",
               shotlab.program("shotlab-engine")]
    if step == "start":
        command += ["--since", str(time.monotonic_ns())]
    done = subprocess.run(command, env=shotlab.environment(home) | {"HOME": str(home)}, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True, check=True)
    return json.loads(done.stdout)


def warm(home: Path, step: str, *arguments: str) -> dict:
    run(home, step, *arguments)
    return {"runs": [run(home, step, *arguments) for _ in range(TIMES)]}


def finished_sample() -> Path:
    """The digits with their default comparison; made once."""
    path = shotlab.WORK / "window-digits" / "digits.shotlab"
    if not path.exists():
        shotlab.compare(shotlab.new_lab(shotlab.folder("window-digits"), "digits"))
    return path


def many_examples() -> Path:
    """10,000 pictures of 32 pixels in 10 classes, and 1,000 runs of the frozen methods; made once."""
    path = shotlab.WORK / "window-many" / "many.shotlab"
    if path.exists():
        return path
    home = shotlab.folder("window-many")
    pictures.folder(home / "pictures", MANY, CLASSES, side=32)
    shotlab.timed([shotlab.program("shotlab-cli"), "new", str(path), "--model", "glyphnet", "--data", str(home / "pictures")],
                  shotlab.environment(home))
    shotlab.compare(path, "--arms", "prototypes,nearest-neighbour,linear-probe", "--k", "1,2,5,10", "--draws", "84")
    return path


def start() -> dict:
    return warm(shotlab.folder("window-start"), "start")


def finished() -> dict:
    lab = finished_sample()
    return warm(lab.parent, "open", str(lab))


def many() -> dict:
    lab = many_examples()
    return warm(lab.parent, "open", str(lab))


def importing() -> dict:
    source = shotlab.WORK / f"window-pictures-{IMPORTED}"
    if not source.exists():
        pictures.folder(source, IMPORTED, CLASSES, side=640)
    return {"runs": [run(shotlab.folder("window-import"), "import", str(source)) for _ in range(TIMES + 1)][1:]}


def comparing() -> dict:
    home = shotlab.folder("window-compare")
    fresh = shotlab.new_lab(home, "digits")
    runs = []
    for number in range(COMPARED):
        lab = home / f"lab-{number}.shotlab"
        shutil.copy(fresh, lab)
        runs.append(run(home, "compare", str(lab)))
    return {"runs": runs}


STEPS = {"start": start, "finished": finished, "import": importing, "compare": comparing, "many": many}
