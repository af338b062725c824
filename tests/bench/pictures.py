# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures made for measuring: the same in every run, of a size and detail like photographs."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image


def jpeg(number: int, classes: int, side: int = 224, quality: int = 85) -> bytes:
    """One JPEG of about 20 KB at the defaults: soft shapes with a tint of its class, and grain."""
    random = np.random.default_rng(number)
    coarse = random.integers(0, 256, (8, 8, 3), dtype=np.uint8)
    soft = np.asarray(Image.fromarray(coarse).resize((side, side), Image.Resampling.BICUBIC), dtype=np.float32)
    tint = 60 * np.cos(2 * np.pi * ((number % classes) / classes + np.arange(3) / 3))
    grain = random.normal(0, 16, (side, side, 1)).astype(np.float32)
    pixels = np.clip(soft * 0.6 + 50 + tint + grain, 0, 255).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=quality)
    return out.getvalue()


def folder(path: Path, count: int, classes: int, side: int = 224) -> int:
    """count pictures in one folder per class; their bytes together."""
    total = 0
    for number in range(count):
        target = path / f"class {number % classes + 1:02d}" / f"{number:05d}.jpg"
        target.parent.mkdir(parents=True, exist_ok=True)
        total += target.write_bytes(jpeg(number, classes, side))
    return total
