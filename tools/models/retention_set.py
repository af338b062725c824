# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A few glyphs per character in fonts GlyphNet never saw.

They tell how much of the old task a fine-tuned copy still knows. One sheet
instead of thousands of small files: cell i (row by row) shows label cells[i].
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from glyph_set import GlyphSet
from glyph_views import plain
from glyphnet_network import INPUT_SIZE

PER_LABEL = 3
COLUMNS = 64


def choose(glyphs: GlyphSet) -> list[int]:
    """Up to PER_LABEL held-out glyphs a label, from as many families as there are."""
    held_out = glyphs.held_out()
    chosen: list[int] = []
    for label in range(len(glyphs.labels)):
        by_family: dict[str, list[int]] = {}
        for row in np.flatnonzero((glyphs.label_of == label) & held_out):
            by_family.setdefault(glyphs.faces[glyphs.face_of[row]].family, []).append(int(row))
        # Start at another family for each label, else the first names win always.
        families = list(by_family.values())
        families = families[label % len(families):] + families[:label % len(families)] if families else []
        chosen += [rows[0] for rows in families[:PER_LABEL]]
    return chosen


def write_retention_set(glyphs: GlyphSet, path: Path) -> None:
    chosen = choose(glyphs)
    pictures = (plain(torch.from_numpy(glyphs.pictures[chosen]))[:, 0] * 255).round().byte().numpy()
    rows = -(-len(chosen) // COLUMNS)
    sheet = np.zeros((rows * INPUT_SIZE, COLUMNS * INPUT_SIZE), np.uint8)
    for i, picture in enumerate(pictures):
        y, x = (i // COLUMNS) * INPUT_SIZE, (i % COLUMNS) * INPUT_SIZE
        sheet[y:y + INPUT_SIZE, x:x + INPUT_SIZE] = picture
    image = io.BytesIO()
    Image.fromarray(sheet).save(image, "png", optimize=True)
    index = {
        "format": 1,
        "model": "glyphnet",
        "cell": INPUT_SIZE,
        "columns": COLUMNS,
        "cells": [glyphs.labels[glyphs.label_of[row]] for row in chosen],
        "fonts": [glyphs.faces[glyphs.face_of[row]].family for row in chosen],
    }
    with zipfile.ZipFile(path, "w") as archive:
        # Fixed dates: the same glyphs give the same file.
        for name, data, method in (
            ("sheet.png", image.getvalue(), zipfile.ZIP_STORED),
            ("index.json", json.dumps(index, ensure_ascii=False).encode("utf-8"), zipfile.ZIP_DEFLATED),
        ):
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = method
            archive.writestr(entry, data)
