#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the picture samples of resources/samples and their credits.

    python3 fetch.py PACKAGES      gets the packages they are made from
    python3 make.py PACKAGES       builds all four

Needs Python 3.11 and Pillow. The same packages and the same Pillow give the same bytes.
"""

import argparse
from pathlib import Path

import clothes
import common
import deep_sky
import digits
import sample_credits
import things

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("packages", type=Path, help="the folder that fetch.py filled")
    packages = parser.parse_args().packages

    samples = {}
    for module in (digits, clothes, deep_sky, things):
        sample = module.build(packages)
        path = common.write(sample, RESOURCES / "samples")
        samples[sample.name] = sample
        print(f"{sample.name}: {len(sample.pictures)} pictures, {path.stat().st_size:,} bytes")
    sample_credits.write(RESOURCES / "credits" / "samples.md", packages, samples)


if __name__ == "__main__":
    main()
