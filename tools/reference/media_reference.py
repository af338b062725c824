#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/media: what PIL's bilinear resize and a centre crop give for synthetic pictures, and small files in
formats that Qt cannot write. Needs python3-pil (made with 9.4).

torchvision 0.14.1's Resize and CenterCrop give the same bytes for each of these pictures.

The picture of a case is value(x, y, c) below; the tests compute the same one, so only the results are stored.
"""

import math
from pathlib import Path

from PIL import Image

OUT = Path(__file__).resolve().parents[2] / "tests" / "data" / "media"
CASES = [  # width, height, side, crop fraction
    (3024, 2016, 32, 0.875),
    (100, 37, 32, 0.875),
    (20, 15, 48, 1.0),
    (31, 500, 24, 0.9),
    (33, 33, 33, 1.0),
    (225, 224, 160, 0.875),
]


def value(x, y, c):
    return ((x * 7 + y * 13 + c * 50) ^ (x * y // 8)) & 255


def picture(width, height):
    data = bytes(value(x, y, c) for y in range(height) for x in range(width) for c in range(3))
    return Image.frombytes("RGB", (width, height), data)


def centre_crop(image, side, fraction):
    """torchvision's Resize(int) and CenterCrop."""
    shorter = max(side, math.floor(side / fraction + 1e-6))
    width, height = image.size
    if width <= height:
        size = (shorter, int(shorter * height / width))
    else:
        size = (int(shorter * width / height), shorter)
    image = image.resize(size, Image.BILINEAR)
    left, top = (int(round((length - side) / 2.0)) for length in size)
    return image.crop((left, top, left + side, top + side))


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for width, height, side, fraction in CASES:
        name = f"crop-{width}x{height}-{side}-{round(fraction * 1000)}.png"
        centre_crop(picture(width, height), side, fraction).save(OUT / name, optimize=True)
    grey = picture(90, 70).convert("L")
    grey.resize((40, 31), Image.BILINEAR).save(OUT / "grey-90x70-40x31.png", optimize=True)

    Image.new("CMYK", (24, 16), (0, 255, 255, 0)).save(OUT / "cmyk-red.jpg", quality=95)
    frames = [Image.new("P", (12, 8), index) for index in (0, 1)]
    for frame in frames:
        frame.putpalette([255, 0, 0, 0, 0, 255] + [0] * 762)
    frames[0].save(OUT / "animated-red-blue.gif", save_all=True, append_images=frames[1:], duration=100)


if __name__ == "__main__":
    main()
