# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample "deep-sky": star clusters, nebulae and galaxies, and the audit of their licences.

A picture is used only if the package itself establishes a free licence for it:

 1. the package's textures.json names the picture's credit;
 2. its CREDITS.md lists the object, in the section that deep_sky.tsv gives, with the same credit;
 3. that section states terms that are among LICENCES below.

Left out by hand although the three hold: Adam Block's pictures (his site's terms are stricter than
what CREDITS.md reports), NGC 4565 and NGC 247 (terms that point elsewhere; GFDL), NGC 6445 (a
survey's release called public domain by somebody else). Left out because they do not hold: all of
DSS, SDSS and 2MASS, Peter Vasey and everybody whose section states no terms, and pictures whose two
credits differ (M94, NGC 1097, NGC 1269, NGC 1931, NGC 5906).
"""

import gzip
import re
import struct
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from common import Class, Picture, Sample, encode_jpeg

LONGEST_SIDE = 384
JPEG_QUALITY = 88

# Types of the package's catalogue (catalog.dat).
GALAXIES = {0, 1, 3}  # galaxy, active galaxy, interacting galaxy
OPEN_CLUSTER, GLOBULAR_CLUSTER, PLANETARY_NEBULA, CLUSTER_WITH_NEBULA = 6, 7, 11, 16
# Emission nebula, HII region, and what the catalogue calls them where it names one part only:
# remnant of a supernova (NGC 6334), interstellar matter, molecular cloud, the star inside (Sh2-80).
NEBULAE = {15, 17, 18, 19, 23, 28}

# (id, name, Chinese name, types the catalogue may give)
CLASSES = [
    ("globular-cluster", "Globular cluster", "球状星团", {GLOBULAR_CLUSTER}),
    ("open-cluster", "Open cluster", "疏散星团", {OPEN_CLUSTER, CLUSTER_WITH_NEBULA}),
    ("planetary-nebula", "Planetary nebula", "行星状星云", {PLANETARY_NEBULA}),
    (
        "emission-nebula",
        "Emission nebula",
        "发射星云",
        NEBULAE | {OPEN_CLUSTER, CLUSTER_WITH_NEBULA},
    ),
    ("spiral-galaxy", "Spiral galaxy", "旋涡星系", GALAXIES),
    ("edge-on-galaxy", "Edge-on galaxy", "侧向星系", GALAXIES),
    ("interacting-galaxies", "Interacting galaxies", "相互作用星系", GALAXIES),
]

CC = "https://creativecommons.org"
# Terms as CREDITS.md words them (their beginning) -> (short name, where they can be read).
LICENCES = [
    ("public domain", "public domain", None),
    ("Creative Commons CC0 1.0 Universal", "CC0-1.0", f"{CC}/publicdomain/zero/1.0/"),
    ("Creative Commons Attribution 3.0 Unported", "CC-BY-3.0", f"{CC}/licenses/by/3.0/"),
    ("Creative Commons Attribution 4.0 International", "CC-BY-4.0", f"{CC}/licenses/by/4.0/"),
    (
        "Creative Commons Attribution-Share Alike 2.5 Generic",
        "CC-BY-SA-2.5",
        f"{CC}/licenses/by-sa/2.5/",
    ),
    (
        "Creative Commons Attribution-Share Alike 3.0 Unported",
        "CC-BY-SA-3.0",
        f"{CC}/licenses/by-sa/3.0/",
    ),
    (
        "Creative Commons Attribution-Share Alike 3.0 Germany",
        "CC-BY-SA-3.0-DE",
        f"{CC}/licenses/by-sa/3.0/de/",
    ),
    (
        "Creative Commons Attribution-Share Alike 4.0 International",
        "CC-BY-SA-4.0",
        f"{CC}/licenses/by-sa/4.0/",
    ),
    (
        'permission given to "use the image freely" (including right to modify and redistribute) '
        '"as long as it is credited."',
        "free use with credit",
        None,
    ),
]

# Grasslands Observatory's section lists no objects: "All messiers nebula pictures except those
# mentioned below".
GRASSLANDS_SECTION = "4.7"
GRASSLANDS = "Grasslands Observatory"

# The same source worded differently in textures.json and in CREDITS.md:
# (picture, section). All are ESO's own or NASA/ESA's Hubble pictures, whatever the wording.
SAME_CREDIT = {
    ("n2442.png", "4.34"),  # "ESO and Digitized Sky Survey 2" for "ESO/Digitized Sky Survey 2"
    ("rcw49.png", "4.34"),  # "ESO" for the same
    ("n6369.png", "4.29"),  # "NASA/ESA and The Hubble Heritage Team (STScI/AURA)" without the rest
    ("u1810.png", "4.29"),  # "NASA, ESA and the Hubble Heritage Team (STScI/AURA)", likewise
    ("n5307.png", "4.29"),  # without the word "Collaboration"
    ("n6027.png", "4.29"),  # likewise
    ("p33423.png", "4.79"),  # with two names more
}

# Objects that the catalogue knows by another name.
CATALOGUE_NAMES = {"Pleiades": "M45", "eta Carinae": "NGC3372"}

MOSAIC = {
    "m13.png",
    "pleiades.png",
    "n2818.png",
    "n7293.png",
    "m20.png",
    "n2244.png",
    "m74.png",
    "n891.png",
    "p33423.png",
}


@dataclass
class Audited:
    """A picture that passed, with what has to be said about it."""

    file: str
    class_id: str
    object: str
    credit: str
    section: str
    licence: str
    address: str


def read_table():
    rows = []
    for line in (Path(__file__).parent / "deep_sky.tsv").read_text().splitlines():
        if line and not line.startswith("#"):
            rows.append(line.split("\t"))
    return rows


def read_textures(path):
    """Picture file -> (credit, address). Not strict JSON (comments, tabs), hence by pattern."""
    found = {}
    for block in path.read_text(encoding="utf-8").split('"imageCredits"')[1:]:
        credit = re.search(r'"[sS]hort"\s*:\s*"([^"]*)"', block)
        address = re.search(r'"infoUrl"\s*:\s*"([^"]*)"', block)
        file = re.search(r'"imageUrl"\s*:\s*"([^"]*)"', block)
        found[file[1]] = (credit[1].strip() if credit else "", address[1] if address else "")
    return found


def read_credits(path):
    """Section number -> its text on one line, of the chapter about graphics."""
    text = gzip.decompress(path.read_bytes()).decode()
    text = text[text.index("4. Graphics") :]
    pattern = r"\n[ \t]+(4\.\d+[a-z]?) (.*?)(?=\n[ \t]+4\.\d+[a-z]? |\n```)"
    return {m[1]: re.sub(r"\s+", " ", m[2]) for m in re.finditer(pattern, text, re.S)}


def read_catalogue(path):
    """Designation such as "NGC6205" -> the types its entries have.

    The file is a compressed QDataStream: two strings, then records of fixed order in which
    even single-precision numbers take 8 bytes.
    """
    data = gzip.decompress(path.read_bytes())
    at = 0

    def numbers(form):
        nonlocal at
        values = struct.unpack_from(">" + form, data, at)
        at += struct.calcsize(">" + form)
        return values

    def string():
        nonlocal at
        (size,) = numbers("I")
        if size == 0xFFFFFFFF:  # a null QString
            return ""
        at += size
        return data[at - size : at].decode("utf-16-be")

    string()  # version
    string()  # edition
    types = {}
    while at < len(data):
        # number, right ascension, declination, two magnitudes, type
        *_, kind = numbers("iddddi")
        string()  # morphology
        numbers("ddi")  # size and orientation
        numbers("6d")  # redshift, parallax, distance, each with its error
        # NGC, IC, M, C, B, Sh2, VdB, RCW, LDN, LBN, Cr, Mel, PGC, UGC
        ids = numbers("14i")
        string()
        numbers("2i")
        for _ in range(7):
            string()
        numbers("5i")
        for prefix, place in (
            ("NGC", 0), ("IC", 1), ("M", 2), ("SH2-", 5), ("RCW", 7), ("PGC", 12), ("UGC", 13),
        ):  # fmt: skip
            if ids[place]:
                types.setdefault(f"{prefix}{ids[place]}", set()).add(kind)
    return types


def bare(credit):
    """A credit without spelling: letters and digits only, no "and" and "the"."""
    return re.sub(r"[^a-z0-9]|and|the", "", credit.lower())


def same_credit(own, stated):
    """Whether a picture's own credit is the section's, or that and further names."""
    own, stated = bare(own), bare(stated)
    return own == stated or (len(stated) > 12 and own.startswith(stated))


def lists(section_text, name):
    objects = section_text.split(" from ")[0]
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![0-9])", objects, re.I) is not None


def audit_one(row, textures, sections):
    """The picture of one line of the table; an AssertionError says what does not hold."""
    file, class_id, name, section = row
    credit, address = textures[file]
    text = sections[section]
    if section == GRASSLANDS_SECTION:
        assert credit == GRASSLANDS, f"{file}: credited to {credit}"
        assert re.fullmatch(r"M\d+", name), f"{file}: not a Messier object"
        below = [n for n, t in sections.items() if n != section and lists(t, name)]
        assert not below, f"{file}: mentioned in section {below}"
    else:
        assert lists(text, name), f"{file}: section {section} does not list {name}"
        stated = re.split(r" https?://| License", text.split(" from ", 1)[1])[0]
        same = same_credit(credit, stated) or (file, section) in SAME_CREDIT
        assert same, f"{file}: credited to {credit}, but section {section} says {stated}"
    terms = re.search(r"License: *(.*)", text)
    assert terms, f"{file}: section {section} states no terms"
    for wording, licence, _ in LICENCES:
        if terms[1].startswith(wording):
            return Audited(file, class_id, name, credit, section, licence, address)
    raise AssertionError(f"{file}: terms not known to be free: {terms[1]}")


def audit(packages):
    """All pictures of the table, checked."""
    share = packages / "stellarium" / "usr" / "share"
    pictures = share / "stellarium" / "nebulae" / "default"
    textures = read_textures(pictures / "textures.json")
    sections = read_credits(share / "doc" / "stellarium-data" / "CREDITS.md.gz")
    types = read_catalogue(pictures / "catalog.dat")
    allowed = {class_id: kinds for class_id, _, _, kinds in CLASSES}
    passed = []
    for row in read_table():
        entry = audit_one(row, textures, sections)
        kinds = types[CATALOGUE_NAMES.get(entry.object, entry.object)]
        assert kinds & allowed[entry.class_id], f"{entry.file}: the catalogue's type is {kinds}"
        passed.append(entry)
    return passed


def on_black(path):
    """The picture on black, as the sky is, and at most LONGEST_SIDE wide or high."""
    image = Image.open(path).convert("RGBA")
    black = Image.new("RGBA", image.size, (0, 0, 0, 255))
    black.alpha_composite(image)
    black = black.convert("RGB")
    black.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return black


def build(packages):
    folder = packages / "stellarium" / "usr" / "share" / "stellarium" / "nebulae" / "default"
    pictures = []
    for entry in audit(packages):
        pictures.append(
            Picture(
                class_id=entry.class_id,
                suffix="jpg",
                data=encode_jpeg(on_black(folder / entry.file), JPEG_QUALITY),
                source=f"stellarium:{entry.file}; {entry.credit}; {entry.licence}",
                mosaic=entry.file in MOSAIC,
            )
        )
    return Sample(
        name="deep-sky",
        title="Deep sky",
        display={"zh_CN": "深空天体"},
        model="efficientnet-lite0",
        # No links: ImageNet has no label for any of these, and the program says so.
        classes=[Class(i, name, {"zh_CN": zh}) for i, name, zh, _ in CLASSES],
        pictures=pictures,
        # Who took a picture, and with what, goes with the class: half of the open clusters are
        # one observatory's, most planetary nebulae and interacting galaxies are Hubble's.
        notes=["rare-classes", "no-source-labels", "photographer-goes-with-class"],
    )
