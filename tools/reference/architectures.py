#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes torchvision's architectures with random weights as TorchScript files, scripted and traced, into a folder.

    python3 tools/reference/architectures.py FOLDER [NAME...]

Run with Debian's python3-torchvision. tests/engine/tst_Cut.cpp cuts every one of them at several places when SHOTLAB_NETWORKS
names the folder. Too large to commit: nearly 4 GB in all.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
import torchvision

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "models"))
from model_file import drop_debug_records  # noqa: E402

NAMES = ("alexnet", "convnext_tiny", "densenet121", "efficientnet_b0", "mnasnet0_5", "mobilenet_v2", "mobilenet_v3_small",
         "regnet_y_400mf", "resnet18", "resnet50", "shufflenet_v2_x0_5", "squeezenet1_1", "swin_t", "vgg11_bn", "vit_b_32",
         "wide_resnet50_2")


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or NAMES:
        torch.manual_seed(5)
        network = getattr(torchvision.models, name)(weights=None).eval()
        with torch.no_grad():
            files = {
                f"{name}-scripted.pt": torch.jit.script(network),
                f"{name}-traced.pt": torch.jit.trace(network, torch.rand(2, 3, 224, 224), check_trace=False),
            }
        for file, module in files.items():
            module.save(str(folder / file))
            drop_debug_records(folder / file)
            print(file)


if __name__ == "__main__":
    main()
