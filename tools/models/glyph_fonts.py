# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which fonts GlyphNet learns from, and which font families it never sees.

Only files that belong to the Debian packages below are used, so that the same
packages give the same glyphs whatever else is installed on the machine:

    apt-get install --no-install-recommends \\
        $(python3 glyph_fonts.py --packages)
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGES = (
    "fonts-breip",
    "fonts-bwht",
    "fonts-comic-neue",
    "fonts-dancingscript",
    "fonts-dejavu-core",
    "fonts-dkg-handwriting",
    "fonts-dustin",
    "fonts-freefont-ttf",
    "fonts-georgewilliams",
    "fonts-humor-sans",
    "fonts-ipaexfont-gothic",
    "fonts-kaushanscript",
    "fonts-kiloji",
    "fonts-kristi",
    "fonts-liberation2",
    "fonts-linuxlibertine",
    "fonts-lohit-deva",
    "fonts-nanum",
    "fonts-seto",
    "fonts-sil-annapurna",
)

# Faces that draw something else than the characters they claim to draw
# (keyboard keys, ornamented initials, pictures).
NOT_LETTERS = {"LinBiolinum_K.otf", "LinLibertine_I.otf"}

# Faces of one design count as one family: a rounded or fixed-width cut of a training
# font must not turn up among the held-out ones.
FAMILY_OF_FACE_NAME = {
    "Linux Libertine Display O": "Linux Libertine O",
    "Linux Libertine Mono O": "Linux Libertine O",
    "NanumBarunGothic": "NanumGothic",
    "NanumGothicCoding": "NanumGothic",
    "NanumSquareRound": "NanumSquare",
    "SetoFont-ex": "SetoFont",
    "kiloji - B": "kiloji",
    "kiloji - D": "kiloji",
    "kiloji - P": "kiloji",
}

# Never trained on. Chosen before any training so that every script has at least
# one unseen family where the packages allow it, with print and handwriting.
HELD_OUT_FAMILIES = {
    "Annapurna SIL",
    "Breip",
    "Comic Neue",
    "DejaVu Serif",
    "Domestic Manners",
    "Linux Biolinum O",
    "NanumSquare",
    "SetoFont",
}

# More cuts of one design teach little and would outweigh small families.
MAX_FACES_PER_FAMILY = 8


@dataclass(frozen=True)
class Face:
    path: Path
    package: str
    family: str
    style: str

    @property
    def held_out(self) -> bool:
        return self.family in HELD_OUT_FAMILIES


def package_version(package: str) -> str:
    query = ["dpkg-query", "--show", "--showformat=${Version}", package]
    return subprocess.run(query, check=True, capture_output=True, text=True).stdout


def installed_faces() -> list[Face]:
    """All usable faces of the packages, in a fixed order."""
    from PIL import ImageFont

    faces: list[Face] = []
    per_family: dict[str, int] = {}
    for package in PACKAGES:
        listing = subprocess.run(["dpkg", "-L", package], check=True, capture_output=True, text=True)
        for name in sorted(listing.stdout.splitlines()):
            path = Path(name)
            if path.suffix.lower() not in {".ttf", ".otf"} or path.is_symlink() or path.name in NOT_LETTERS:
                continue
            face_name, style = ImageFont.truetype(str(path), 16).getname()
            family = FAMILY_OF_FACE_NAME.get(face_name, face_name)
            if per_family.get(family, 0) == MAX_FACES_PER_FAMILY:
                continue
            per_family[family] = per_family.get(family, 0) + 1
            faces.append(Face(path, package, family, style or ""))
    return faces


if __name__ == "__main__":
    if sys.argv[1:] == ["--packages"]:
        print(" ".join(PACKAGES))
    else:
        for face in installed_faces():
            print(face.package, face.family, face.style, "held out" if face.held_out else "", sep="\t")
