# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""GlyphNet: a network small enough that every layer can be trained while one watches."""

from __future__ import annotations

from collections import OrderedDict

import torch
from torch import nn

INPUT_SIZE = 32
FEATURES = 120
MEAN = 0.15
STD = 0.3


def stage(inputs: int, outputs: int, kernel: int = 3, stride: int = 1, halve: bool = False) -> nn.Sequential:
    layers: OrderedDict[str, nn.Module] = OrderedDict()
    layers["conv"] = nn.Conv2d(inputs, outputs, kernel, stride, padding=kernel // 2, bias=False)
    layers["bn"] = nn.BatchNorm2d(outputs)
    layers["act"] = nn.ReLU()
    if halve:
        layers["pool"] = nn.MaxPool2d(2)
    return nn.Sequential(layers)


class GlyphNet(nn.Module):
    """Grey 32x32 in, one score per character out. Stages: 16, 8, 8, 4, 4 pixels wide."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.stem = stage(1, 24, kernel=5, stride=2)
        self.stage1 = stage(24, 48, halve=True)
        self.stage2 = stage(48, 96)
        self.stage3 = stage(96, 96, halve=True)
        self.stage4 = stage(96, 128)
        # Four quarters instead of one average: where a stroke sits matters.
        self.pool = nn.AdaptiveAvgPool2d(2)
        # No batch-norm here: it couldn't train on a batch of one example.
        self.summary = nn.Sequential(OrderedDict(linear=nn.Linear(128 * 4, FEATURES), act=nn.ReLU()))
        self.head = nn.Linear(FEATURES, classes)

    def features(self, x: torch.Tensor) -> torch.Tensor:
        x = self.stem(x)
        x = self.stage1(x)
        x = self.stage2(x)
        x = self.stage3(x)
        x = self.stage4(x)
        x = self.pool(x)
        return self.summary(torch.flatten(x, 1))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.features(x))


def normalise(pictures: torch.Tensor) -> torch.Tensor:
    """Pixels in 0..1, ink white on black, to what the network expects."""
    return (pictures - MEAN) / STD
