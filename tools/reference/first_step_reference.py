#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/data/engine/first-steps.json: the loss of the bundled models before and after one step of plain gradient
descent on every weight, as PyTorch computes them in float32, in evaluation mode.

Run with Debian's python3-torch. Pictures are those of engine_reference.py (seeds 1 to 8, channel by channel); the new head
of three classes has weights that grow evenly from -0.4 to 0.6 and biases 0.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import torch
from torch.nn import functional as F

from engine_reference import OUTPUT, picture

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "models"))
from model_file import read_model  # noqa: E402

CLASSES = 3
RATE = 1e-3


def first_steps(name: str) -> dict:
    model, card = read_model(name)
    side, channels = card["working_size"], card["channels"]
    pixels = torch.stack([torch.from_numpy(picture(seed, channels, side)) for seed in range(1, 9)]).float() / 255
    shape = (1, channels, 1, 1)
    x = (pixels - torch.tensor(card["mean"]).view(shape)) / torch.tensor(card["std"]).view(shape)
    target = torch.arange(8) % CLASSES
    size = model.features(x).shape[1]
    weight = torch.linspace(-0.4, 0.6, CLASSES * size).view(CLASSES, size).requires_grad_()
    bias = torch.zeros(CLASSES, requires_grad=True)
    losses = []
    for _ in range(2):
        loss = F.cross_entropy(F.linear(model.features(x), weight, bias), target)
        losses.append(loss.item())
        learning = [p for p in (*model.parameters(), weight, bias) if p.is_floating_point()]
        for tensor, gradient in zip(learning, torch.autograd.grad(loss, learning, allow_unused=True)):
            if gradient is not None:
                with torch.no_grad():
                    tensor -= RATE * gradient
    return {"name": name, "losses": losses}


def main() -> None:
    torch.set_num_threads(2)
    document = {"rate": RATE, "models": [first_steps(name) for name in ("glyphnet", "efficientnet-lite0")]}
    (OUTPUT / "first-steps.json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
