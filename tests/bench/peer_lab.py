# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the newest comparison of a lab learnt from and was tested on, for the PyTorch scripts."""

from __future__ import annotations

import io
import json
import sqlite3
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torchvision import transforms


class Lab:
    def __init__(self, path: Path) -> None:
        db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        (comparison,) = db.execute("SELECT max(id) FROM comparison").fetchone()
        self.card = json.loads(db.execute("SELECT card FROM model").fetchone()[0])
        self.model_name = self.card["name"]
        self.bytes = dict(db.execute("SELECT example_id, bytes FROM example_data"))
        self.inputs: dict[int, torch.Tensor] = {}
        self.test = db.execute(
            "SELECT example_id, class_position FROM comparison_test WHERE comparison_id = ? ORDER BY position", (comparison,)
        ).fetchall()
        self.links = [json.loads(links) for (links,) in db.execute(
            "SELECT links FROM comparison_class WHERE comparison_id = ? ORDER BY position", (comparison,))]
        self.classes = len(self.links)
        support = defaultdict(list)
        for run, label, example in db.execute("SELECT run_id, class_position, example_id FROM run_support"):
            support[run].append((example, label))
        self.runs = []
        for run, kind, k, settings, seed in db.execute(
            "SELECT run.id, arm.kind, run.k, arm.settings, run.seed FROM run"
            " JOIN arm ON arm.comparison_id = run.comparison_id AND arm.position = run.arm"
            " WHERE run.status = 'finished' AND run.comparison_id = ? ORDER BY run.id", (comparison,)):
            arm = json.loads(settings)
            self.runs.append((kind, k, arm["settings"], arm["layers"], seed, support[run]))

    def curve(self, most: int) -> int:
        return min(most, len(self.test))

    def tensor(self, examples: list[int]) -> torch.Tensor:
        """Normalised inputs; each picture is decoded once."""
        for example in examples:
            if example not in self.inputs:
                self.inputs[example] = self.decoded(self.bytes[example])
        return torch.stack([self.inputs[e] for e in examples])

    def decoded(self, data: bytes) -> torch.Tensor:
        side = self.card["working_size"]
        picture = Image.open(io.BytesIO(data))
        if self.card["channels"] == 1:  # the sample's digits are ink on black already, only smaller
            grey = np.asarray(picture.convert("L"), dtype=np.float32) / 255
            pixels = torch.from_numpy(np.pad(grey, (side - grey.shape[0]) // 2))[None]
        else:
            shorter = int(side / self.card["crop_fraction"] + 1e-6)
            steps = transforms.Compose([transforms.Resize(shorter), transforms.CenterCrop(side), transforms.ToTensor()])
            pixels = steps(picture.convert("RGB"))
        return transforms.functional.normalize(pixels, self.card["mean"], self.card["std"])
