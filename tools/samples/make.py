#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the samples of resources/samples and their credits.

    python3 fetch.py PACKAGES      gets the packages they are made from
    python3 make.py PACKAGES       builds all five
    python3 make.py --texts        builds the one of sentences, which needs no packages

Needs Python 3.11 and Pillow. The same packages and the same Pillow give the same bytes.
"""

import argparse
from pathlib import Path

import clothes
import common
import deep_sky
import digits
import intents
import sample_credits
import things

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("packages", type=Path, nargs="?", help="the folder that fetch.py filled")
    parser.add_argument("--texts", action="store_true", help="only the sample of sentences")
    arguments = parser.parse_args()
    packages = arguments.packages
    if packages is None and not arguments.texts:
        parser.error("PACKAGES or --texts")

    sample = intents.build()
    path = common.write(sample, RESOURCES / "samples")
    print(f"{sample.name}: {len(sample.texts)} texts, {path.stat().st_size:,} bytes")
    if arguments.texts:
        return
    samples = {}
    for module in (digits, clothes, deep_sky, things):
        sample = module.build(packages)
        path = common.write(sample, RESOURCES / "samples")
        samples[sample.name] = sample
        print(f"{sample.name}: {len(sample.pictures)} pictures, {path.stat().st_size:,} bytes")
    sample_credits.write(RESOURCES / "credits" / "samples.md", packages, samples)


if __name__ == "__main__":
    main()
