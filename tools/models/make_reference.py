#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/data/models/reference.json: what each bundled model answers to a fixed input.

The C++ tests make the same input and compare. It comes from a congruential generator
in whole numbers, because sines and shuffles differ between libraries:

    s = 1
    for every value, row-major over [1, channels, size, size]:
        s = (1103515245 * s + 12345) mod 2^31
        pixel = ((s >> 16) & 255) / 255
        value = (pixel - mean[channel]) / std[channel]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from model_file import REPOSITORY, read_model

NAMES = ("glyphnet", "efficientnet-lite0")
SEED = 1


def pixels(count: int) -> list[int]:
    state, values = SEED, []
    for _ in range(count):
        state = (1103515245 * state + 12345) % 2**31
        values.append((state >> 16) & 255)
    return values


@torch.no_grad()
def reference(name: str) -> dict:
    model, card = read_model(name)
    size, channels = card["working_size"], card["channels"]
    x = torch.tensor(pixels(channels * size * size)).view(1, channels, size, size) / 255
    shape = (1, channels, 1, 1)
    x = (x - torch.tensor(card["mean"]).view(shape)) / torch.tensor(card["std"]).view(shape)
    features, logits = model.features(x), model(x)
    return {
        "name": name,
        "input_shape": list(x.shape),
        "input_sum": x.double().sum().item(),
        "feature_size": features.shape[1],
        "feature_norm": features.norm().item(),
        "logits_size": logits.shape[1],
        "logits_first": logits[0, :10].tolist(),
        "logits_sum": logits.double().sum().item(),
        "best_label": card["source_labels"][logits.argmax().item()],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, default=REPOSITORY / "tests/data/models/reference.json")
    options = parser.parse_args()
    torch.set_num_threads(2)
    document = {
        "input": "s = 1; per value, row-major NCHW: s = (1103515245 * s + 12345) mod 2^31; "
        "pixel = ((s >> 16) & 255) / 255; value = (pixel - mean[channel]) / std[channel]",
        "models": [reference(name) for name in NAMES],
    }
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
