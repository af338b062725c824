# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample "digits": handwritten digits, white on black, 28 x 28."""

import json
import random

from PIL import Image

from common import Class, Picture, Sample, encode_png

PER_CLASS = 300
SIDE = 28
# Any fixed number does; it only decides which 300 of about 1,000 pictures are taken.
CHOICE_SEED = 20260101

# One well-formed picture each of nine digits, chosen by eye: digit -> index in its file.
MOSAIC = {0: 11, 2: 47, 3: 43, 4: 23, 5: 7, 6: 0, 7: 27, 8: 6, 9: 5}


def build(packages):
    folder = packages / "mnist" / "package" / "src" / "digits"
    pictures = []
    for digit in range(10):
        values = json.loads((folder / f"{digit}.json").read_text())["data"]
        count = len(values) // (SIDE * SIDE)
        images = []
        for index in range(count):
            pixels = values[index * SIDE * SIDE : (index + 1) * SIDE * SIDE]
            images.append(bytes(round(v * 255) for v in pixels))
        # The same picture twice could be learnt from and tested on.
        first = {}
        for index, pixels in enumerate(images):
            first.setdefault(pixels, index)
        chosen = random.Random(CHOICE_SEED + digit).sample(sorted(first.values()), PER_CLASS)
        for index in sorted(chosen):
            image = Image.frombytes("L", (SIDE, SIDE), images[index])
            pictures.append(
                Picture(
                    class_id=f"digit-{digit}",
                    suffix="png",
                    data=encode_png(image),
                    source=f"mnist:{digit}/{index}",
                    mosaic=MOSAIC.get(digit) == index,
                )
            )
    return Sample(
        name="digits",
        title="Handwritten digits",
        display={"zh_CN": "手写数字"},
        model="glyphnet",
        # GlyphNet learnt printed characters, digits among them: its label is the character.
        classes=[Class(f"digit-{d}", str(d), {"zh_CN": str(d)}, links=[str(d)]) for d in range(10)],
        pictures=pictures,
        # The package does not say who wrote what: one hand may be in both pool and test set.
        notes=["print-to-handwriting", "writers-may-repeat"],
    )
