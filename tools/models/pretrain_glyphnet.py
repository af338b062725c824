#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains GlyphNet on characters drawn with free fonts and writes the bundled model.

Needs Debian's python3-torch, python3-pil, python3-numpy and the font packages
listed in glyph_fonts.py. Five to fifteen minutes on two cores:

    python3 pretrain_glyphnet.py

No handwriting and no sample data are read here: what the bundled samples show
about GlyphNet must not have been arranged by its training.
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

import glyph_set
from glyph_fonts import HELD_OUT_FAMILIES, PACKAGES, installed_faces, package_version
from glyph_views import Bender, plain
from glyphnet_network import INPUT_SIZE, MEAN, STD, GlyphNet, normalise
from model_file import MODELS, parameter_count, write_model
from retention_set import write_retention_set

SEED = 1
BATCH = 256
PEAK_RATE = 3e-3
WARM_UP = 100


def rate_at(step: int, steps: int) -> float:
    if step < WARM_UP:
        return PEAK_RATE * (step + 1) / WARM_UP
    return PEAK_RATE * 0.5 * (1 + math.cos(math.pi * (step - WARM_UP) / (steps - WARM_UP)))


def train(model: GlyphNet, pictures: torch.Tensor, labels: torch.Tensor, steps: int) -> None:
    generator = torch.Generator().manual_seed(SEED)
    bend = Bender(generator)
    # Letters that a hundred faces draw must not drown those that three faces draw.
    weights = torch.bincount(labels)[labels].double() ** -0.5
    optimiser = torch.optim.AdamW(model.parameters(), lr=PEAK_RATE, weight_decay=0.01)
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.05)
    model.train().to(memory_format=torch.channels_last)
    started = time.monotonic()
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = rate_at(step, steps)
        chosen = torch.multinomial(weights, BATCH, replacement=True, generator=generator)
        x = normalise(bend(pictures[chosen])).contiguous(memory_format=torch.channels_last)
        scores = model(x)
        loss = loss_of(scores, labels[chosen])
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        if (step + 1) % 100 == 0:
            right = (scores.argmax(1) == labels[chosen]).float().mean().item()
            print(f"step {step + 1:5d}  loss {loss.item():.3f}  right {right:.3f}  "
                  f"{time.monotonic() - started:.0f} s", flush=True)
    model.eval().to(memory_format=torch.contiguous_format)


@torch.no_grad()
def outputs(model: GlyphNet, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    features = torch.cat([model.features(normalise(plain(part))) for part in pictures.split(512)])
    return features, model.head(features)


def measure(labels: list[str], truth: torch.Tensor, scores: torch.Tensor) -> dict[str, float]:
    """Accuracy on font families that took no part in training."""
    guess = scores.argmax(1)
    folded = np.array([label.casefold() for label in labels])
    digits = torch.tensor([labels.index(d) for d in "0123456789"])
    is_digit = torch.isin(truth, digits)
    digit_guess = digits[scores[is_digit][:, digits].argmax(1)]
    return {
        "unseen_fonts_accuracy": (guess == truth).float().mean().item(),
        # After scaling, many small letters are their capitals: the honest ceiling is below 1.
        "unseen_fonts_accuracy_ignoring_case": float((folded[guess.numpy()] == folded[truth.numpy()]).mean()),
        "unseen_fonts_digits_among_ten": (digit_guess == truth[is_digit]).float().mean().item(),
        "unseen_fonts_glyphs": len(truth),
        "unseen_fonts_digit_glyphs": int(is_digit.sum()),
    }


def make_card(labels: list[str], model: GlyphNet, feature_mean: torch.Tensor, measured: dict[str, float]) -> dict:
    return {
        "format": 1,
        "name": "glyphnet",
        "title": "GlyphNet",
        "modality": "picture",
        "channels": 1,
        "input_size": INPUT_SIZE,
        "working_size": INPUT_SIZE,
        "crop_fraction": 1.0,
        "framing": "ink-on-black",
        "mean": [MEAN],
        "std": [STD],
        "source_labels": labels,
        "licence": "GPL-3.0-or-later",
        "origin": "Trained by the Shotlab developers (tools/models/pretrain_glyphnet.py) on characters drawn with "
        f"the fonts of {len(PACKAGES)} Debian 12 packages; no handwriting was used",
        "recipe": "small-grey",
        "feature_mean": [round(value, 5) for value in feature_mean.tolist()],
        "parameters": parameter_count(model),
        "measured": {key: round(value, 4) for key, value in measured.items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--output", type=Path, default=MODELS)
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    for package in PACKAGES:
        print(package, package_version(package))
    glyphs = glyph_set.render(installed_faces())
    held_out = torch.from_numpy(glyphs.held_out())
    pictures = torch.from_numpy(glyphs.pictures)
    labels = torch.from_numpy(glyphs.label_of)
    print(f"{len(glyphs.labels)} characters, {len(pictures)} glyphs, {int(held_out.sum())} of them in "
          f"{len(HELD_OUT_FAMILIES)} families held out")

    model = GlyphNet(len(glyphs.labels))
    train(model, pictures[~held_out], labels[~held_out], options.steps)

    _, scores = outputs(model, pictures[held_out])
    measured = measure(glyphs.labels, labels[held_out], scores)
    measured |= {"training_steps": options.steps, "training_glyphs": int((~held_out).sum())}
    print(measured)
    features, _ = outputs(model, pictures[~held_out])
    card = make_card(glyphs.labels, model, features.mean(0), measured)
    path = write_model(torch.jit.script(model), card, options.output)
    write_retention_set(glyphs, options.output / "glyphnet-retention.zip")
    print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
