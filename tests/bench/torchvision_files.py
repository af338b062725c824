# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Well-known networks with random weights as TorchScript files, with the card a user would give them."""

from __future__ import annotations

from pathlib import Path

import torch
import torchvision

SIDE = 224


def network(name: str) -> torch.nn.Module:
    torch.manual_seed(1)
    return torchvision.models.get_model(name, weights=None).eval() if hasattr(torchvision.models, "get_model") \
        else getattr(torchvision.models, name)().eval()


def make(name: str, folder: Path) -> tuple[Path, dict]:
    path = folder / f"{name}.pt"
    torch.jit.script(network(name)).save(str(path))
    card = {"format": 1, "name": name, "channels": 3, "input_size": SIDE, "working_size": SIDE, "crop_fraction": 0.875,
            "framing": "centre-crop", "mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225]}
    return path, card
