# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample "clothes": small grey pictures of ten kinds of clothing, 28 x 28."""

import gzip
import random
import struct

from PIL import Image

from common import Class, Picture, Sample, encode_png

PER_CLASS = 400
SIDE = 28
# Any fixed number does; it only decides which 400 of 7,000 pictures are taken.
CHOICE_SEED = 20260102

# In the order of the package's label numbers.
CLASSES = [
    ("t-shirt", "T-shirt/top", "T恤/上衣"),
    ("trouser", "Trouser", "裤子"),
    ("pullover", "Pullover", "套头衫"),
    ("dress", "Dress", "连衣裙"),
    ("coat", "Coat", "外套"),
    ("sandal", "Sandal", "凉鞋"),
    ("shirt", "Shirt", "衬衫"),
    ("sneaker", "Sneaker", "运动鞋"),
    ("bag", "Bag", "包"),
    ("ankle-boot", "Ankle boot", "短靴"),
]

# One clear picture each of nine classes, chosen by eye: label number -> "part/index".
MOSAIC = {
    0: "train/1424",
    1: "train/2314",
    2: "train/2440",
    3: "train/248",
    4: "train/239",
    5: "train/803",
    7: "train/3015",
    8: "train/2089",
    9: "train/1341",
}


def read_idx(path):
    """The values of an IDX file of bytes, and its sizes."""
    data = gzip.decompress(path.read_bytes())
    zeros, kind, dimensions = struct.unpack(">HBB", data[:4])
    assert zeros == 0 and kind == 8, f"{path}: not an IDX file of bytes"
    start = 4 + 4 * dimensions
    return data[start:], struct.unpack(f">{dimensions}I", data[4:start])


def build(packages):
    folder = packages / "fashion-mnist" / "usr" / "share" / "datasets" / "fashion-mnist"
    # Label -> picture bytes -> where it is found first: no picture is taken twice.
    found = [{} for _ in CLASSES]
    for part, prefix in (("train", "train"), ("test", "t10k")):
        pixels, (count, height, width) = read_idx(folder / f"{prefix}-images-idx3-ubyte.gz")
        labels, (label_count,) = read_idx(folder / f"{prefix}-labels-idx1-ubyte.gz")
        assert count == label_count and height == width == SIDE
        for index, label in enumerate(labels):
            picture = pixels[index * SIDE * SIDE : (index + 1) * SIDE * SIDE]
            found[label].setdefault(picture, f"{part}/{index}")

    pictures = []
    for label, (class_id, _, _) in enumerate(CLASSES):
        chosen = random.Random(CHOICE_SEED + label).sample(range(len(found[label])), PER_CLASS)
        candidates = list(found[label].items())
        for number in sorted(chosen):
            pixels, where = candidates[number]
            image = Image.frombytes("L", (SIDE, SIDE), pixels)
            pictures.append(
                Picture(
                    class_id=class_id,
                    suffix="png",
                    data=encode_png(image),
                    source=f"fashion-mnist:{where}",
                    mosaic=MOSAIC.get(label) == where,
                )
            )
    return Sample(
        name="clothes",
        title="Clothes",
        display={"zh_CN": "服装"},
        model="glyphnet",
        # No links: no label of GlyphNet is a piece of clothing, and the program says so.
        classes=[Class(i, name, {"zh_CN": zh}) for i, name, zh in CLASSES],
        pictures=pictures,
        notes=["far-from-pretraining", "no-source-labels"],
    )
