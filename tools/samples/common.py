# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What all samples share: encoding pictures, and writing the one zip file of a sample."""

import io
import json
import zipfile
from dataclasses import dataclass, field

# The seed of the lab that a sample opens as; the test set is dealt from it by the program.
LAB_SEED = 1

# The earliest time a zip file can hold. A fixed one, so that the same input gives the same bytes.
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass
class Class:
    """A class of a sample. `links`: the model's own labels that mean this class (zero-shot)."""

    id: str
    name: str
    display: dict
    links: list = field(default_factory=list)
    # What the class means, for models of text.
    description: str = ""


@dataclass
class Text:
    """One example of a sample of text."""

    class_id: str
    text: str
    source: str
    # Shown on the start page.
    shown: bool = False


@dataclass
class Picture:
    """One example: its encoded bytes and where they come from."""

    class_id: str
    suffix: str
    data: bytes
    source: str
    # Pictures of one group show the same thing and belong on one side of pool and test set.
    group: str | None = None
    # Shown in the mosaic of the start page.
    mosaic: bool = False


@dataclass
class Sample:
    name: str
    title: str
    display: dict
    model: str
    classes: list
    # Pictures or texts, never both.
    pictures: list = field(default_factory=list)
    texts: list = field(default_factory=list)
    # Machine-readable keys of what a user should be told; the sentences are in ui/text.
    notes: list = field(default_factory=list)


def encode_png(image):
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def encode_jpeg(image, quality):
    out = io.BytesIO()
    # No chroma subsampling: the colour of a star or a beak is a pixel or two wide.
    image.save(out, "JPEG", quality=quality, subsampling=0, optimize=True)
    return out.getvalue()


def laid_out_pictures(sample):
    """Members of the zip, the examples that name them, and those of the mosaic."""
    files = {}
    examples = []
    mosaic = []
    for shot_class in sample.classes:
        number = 0
        for picture in sample.pictures:
            if picture.class_id != shot_class.id:
                continue
            path = f"examples/{shot_class.id}/{number:03}.{picture.suffix}"
            number += 1
            files[path] = picture.data
            example = {"file": path, "class": shot_class.id, "source": picture.source}
            if picture.group:
                example["group"] = picture.group
            examples.append(example)
            if picture.mosaic:
                mosaic.append(path)
    assert len(files) == len(sample.pictures), "a picture of an unknown class"
    assert len(mosaic) == 9, f"{sample.name}: the mosaic needs 9 pictures, not {len(mosaic)}"
    return files, examples, mosaic


def laid_out_texts(sample):
    """The same for texts, which stand in sample.json themselves."""
    examples = [{"text": t.text, "class": t.class_id, "source": t.source} for t in sample.texts]
    return {}, examples, [t.text for t in sample.texts if t.shown]


def class_entry(one):
    entry = {"id": one.id, "name": one.name, "links": one.links, "display": one.display}
    if one.description:
        entry["description"] = one.description
    return entry


def write(sample, folder):
    """Writes <folder>/<name>.zip; returns its path."""
    lay_out = laid_out_texts if sample.texts else laid_out_pictures
    files, examples, mosaic = lay_out(sample)
    document = {
        "format": 1,
        "name": sample.name,
        "title": sample.title,
        "display": sample.display,
        "modality": "text" if sample.texts else "picture",
        "model": sample.model,
        "classes": [class_entry(c) for c in sample.classes],
        "examples": examples,
        "mosaic": mosaic,
        "notes": sample.notes,
        "seed": LAB_SEED,
    }
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    files["sample.json"] = text.encode()

    path = folder / f"{sample.name}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            # Pictures are compressed already.
            info.compress_type = (
                zipfile.ZIP_DEFLATED if name.endswith(".json") else zipfile.ZIP_STORED
            )
            archive.writestr(info, files[name], compresslevel=9)
    return path
