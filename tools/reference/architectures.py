#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes torchvision's architectures with random weights as TorchScript files, scripted and traced, into a folder.

    /usr/bin/python3 tools/reference/architectures.py FOLDER [NAME...]
    /usr/bin/python3 tools/reference/architectures.py --small

Run with Debian's python3-torchvision. tests/engine/tst_Architectures.cpp has one after the other written and cuts it at
several places; together they are nearly 4 GB. --small writes tests/data/engine/small-*.pt, which tst_Cut cuts always.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import torch
from torch import nn
from torchvision import models
from torchvision.models import convnext, mobilenetv3

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "models"))
from model_file import drop_debug_records  # noqa: E402

NAMES = ("alexnet", "convnext_tiny", "densenet121", "efficientnet_b0", "mnasnet0_5", "mobilenet_v2", "mobilenet_v3_small",
         "regnet_y_400mf", "resnet18", "resnet50", "shufflenet_v2_x0_5", "squeezenet1_1", "swin_t", "vgg11_bn", "vit_b_32")
SMALL_SIDE = 32


def small_networks() -> dict[str, Callable[[], nn.Module]]:
    """The same code with few and narrow layers, for the test that always runs."""
    return {
        "densenet": lambda: models.DenseNet(4, (2, 2), 8, num_classes=5),
        "shufflenet": lambda: models.ShuffleNetV2([1, 1, 1], [8, 16, 24, 32, 40], num_classes=5),
        "mobilenet-v3": lambda: models.MobileNetV3([mobilenetv3.InvertedResidualConfig(8, 3, 16, 8, True, "HS", 2, 1, 1.0),
                                                    mobilenetv3.InvertedResidualConfig(8, 5, 24, 8, True, "RE", 1, 1, 1.0)],
                                                   16, num_classes=5),
        "convnext": lambda: models.ConvNeXt([convnext.CNBlockConfig(8, 16, 1), convnext.CNBlockConfig(16, None, 1)], 0.0,
                                            num_classes=5),
        "vit": lambda: models.VisionTransformer(SMALL_SIDE, 8, 2, 2, 16, 24, num_classes=5),
        "swin": lambda: models.SwinTransformer([4, 4], 8, [2, 2], [2, 2], [4, 4], stochastic_depth_prob=0.0, num_classes=5),
    }


def write(network: nn.Module, path: Path, traced: bool, side: int) -> None:
    # Not under no_grad: transformers would be fixed on a fast path that has no gradients.
    module = (torch.jit.trace(network, torch.rand(2, 3, side, side), check_trace=False) if traced
              else torch.jit.script(network))
    module.save(str(path))
    drop_debug_records(path)
    print(path.name)


def main() -> None:
    if sys.argv[1] == "--small":
        folder = Path(__file__).resolve().parents[2] / "tests" / "data" / "engine"
        for name, make in small_networks().items():
            torch.manual_seed(5)
            network = make().eval()
            for traced in (False, True):
                write(network, folder / f"small-{name}-{'traced' if traced else 'scripted'}.pt", traced, SMALL_SIDE)
        return
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or NAMES:
        torch.manual_seed(5)
        network = getattr(models, name)(weights=None).eval()
        for traced in (False, True):
            write(network, folder / f"{name}-{'traced' if traced else 'scripted'}.pt", traced, 224)


if __name__ == "__main__":
    main()
