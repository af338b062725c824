#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the sample zips as the program will meet them; draws contact sheets to look at.

    python3 check.py [--sheets FOLDER]

Exit status 0: every sample is well formed.
"""

import argparse
import hashlib
import io
import json
import sys
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

from PIL import Image, ImageDraw

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
NAMES = ["digits", "clothes", "deep-sky", "things"]
TEXTS = ["intents"]
MOST_BYTES = 14 * 1024 * 1024
CELL = 96


def test_size(count):
    """How many of a class's examples the program holds out as the test set."""
    return max(1, min(100, count // 3))


def check(name, sheets):
    archive = zipfile.ZipFile(SAMPLES / f"{name}.zip")
    document = json.loads(archive.read("sample.json"))
    assert document["format"] == 1 and document["name"] == name
    assert document["modality"] == "picture" and document["seed"] == 1
    classes = [c["id"] for c in document["classes"]]
    assert len(classes) == len(set(classes))
    assert all(c["name"] and c["display"]["zh_CN"] for c in document["classes"])
    linked = [c["id"] for c in document["classes"] if c["links"]]
    assert linked in ([], classes), "links for some classes only: zero-shot could never run"

    files = [e["file"] for e in document["examples"]]
    assert sorted(files + ["sample.json"]) == sorted(archive.namelist())
    assert len(document["mosaic"]) == 9 and set(document["mosaic"]) <= set(files)
    counts = Counter(e["class"] for e in document["examples"])
    assert list(counts) == classes

    hashes = {}
    images = {c: [] for c in classes}
    for example in document["examples"]:
        data = archive.read(example["file"])
        digest = hashlib.sha256(data).hexdigest()
        assert digest not in hashes, f"{example['file']} is {hashes[digest]} again"
        hashes[digest] = example["file"]
        image = Image.open(io.BytesIO(data))
        image.load()
        assert example["file"].startswith(f"examples/{example['class']}/")
        low, high = image.convert("L").getextrema()
        assert high - low > 60, f"{example['file']} is blank"
        images[example["class"]].append((image, example["file"] in document["mosaic"]))

    if sheets:
        for class_id, cells in images.items():
            draw_sheet(sheets / f"{name}-{class_id}.png", cells)
    sizes = ", ".join(f"{c} {n} ({n - test_size(n)} + {test_size(n)})" for c, n in counts.items())
    print(f"{name}: {len(files)} pictures, {len(classes)} classes, {len(linked)} linked")
    print(f"  pool + test: {sizes}")


def check_texts(name):
    archive = zipfile.ZipFile(SAMPLES / f"{name}.zip")
    document = json.loads(archive.read("sample.json"))
    assert document["format"] == 1 and document["name"] == name
    assert document["modality"] == "text" and document["seed"] == 1
    assert archive.namelist() == ["sample.json"]
    classes = [c["id"] for c in document["classes"]]
    assert all(c["display"]["zh_CN"] and c["description"] for c in document["classes"])
    texts = [e["text"] for e in document["examples"]]
    plain = {unicodedata.normalize("NFC", t).strip().casefold() for t in texts}
    assert len(plain) == len(texts), "a sentence twice"
    assert all(t == t.strip() and "\n" not in t for t in texts)
    assert len(document["mosaic"]) >= 3 and set(document["mosaic"]) <= set(texts)
    counts = Counter(e["class"] for e in document["examples"])
    assert list(counts) == classes
    print(f"{name}: {len(texts)} texts, {len(classes)} classes, {min(counts.values())} or more each")


def draw_sheet(path, cells):
    """The first pictures of a class; those of the mosaic have a frame."""
    cells = cells[:120]
    columns = 12
    rows = -(-len(cells) // columns)
    sheet = Image.new("RGB", (columns * CELL, rows * CELL), (70, 70, 90))
    draw = ImageDraw.Draw(sheet)
    for number, (image, in_mosaic) in enumerate(cells):
        x, y = number % columns * CELL, number // columns * CELL
        scale = (CELL - 6) / max(image.size)
        size = [max(1, round(side * scale)) for side in image.size]
        sheet.paste(image.convert("RGB").resize(size), (x + 3, y + 3))
        if in_mosaic:
            draw.rectangle((x, y, x + CELL - 2, y + CELL - 2), outline=(255, 220, 0), width=2)
    sheet.save(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--sheets", type=Path, help="folder for contact sheets")
    sheets = parser.parse_args().sheets
    if sheets:
        sheets.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        check(name, sheets)
    for name in TEXTS:
        check_texts(name)
    total = sum(path.stat().st_size for path in SAMPLES.glob("*.zip"))
    print(f"together {total:,} bytes")
    if total > MOST_BYTES:
        sys.exit("the samples are too large")


if __name__ == "__main__":
    main()
