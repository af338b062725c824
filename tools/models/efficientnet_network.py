# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""EfficientNet-Lite0, written so that its layer tree reads well: stem, stage1..stage7, summary, head."""

from __future__ import annotations

from collections import OrderedDict

import torch
from torch import nn
from torch.nn import functional as F

BN_EPS = 1e-3

# kernel, stride of the first block, expansion, channels, blocks
STAGES = (
    (3, 1, 1, 16, 1),
    (3, 2, 6, 24, 2),
    (5, 2, 6, 40, 2),
    (3, 2, 6, 80, 3),
    (5, 1, 6, 112, 3),
    (5, 2, 6, 192, 4),
    (3, 1, 6, 320, 1),
)
STEM_CHANNELS = 32
FEATURES = 1280


class SamePad(nn.Module):
    """Zero border for a strided convolution as TensorFlow does it: the output has
    ceil(size / stride) pixels, and an odd pixel of border goes right and below."""

    def __init__(self, kernel: int, stride: int) -> None:
        super().__init__()
        self.kernel = kernel
        self.stride = stride

    def border(self, size: int) -> int:
        outputs = (size + self.stride - 1) // self.stride
        return (outputs - 1) * self.stride + self.kernel - size

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        high = self.border(x.size(2))
        wide = self.border(x.size(3))
        return F.pad(x, [wide // 2, wide - wide // 2, high // 2, high - high // 2])


def convolution(inputs: int, outputs: int, kernel: int, stride: int, groups: int = 1) -> nn.Conv2d:
    # With stride 1 "same" is symmetric, and the convolution pads by itself.
    padding = kernel // 2 if stride == 1 else 0
    return nn.Conv2d(inputs, outputs, kernel, stride, padding, groups=groups, bias=False)


class Block(nn.Module):
    """Widen, filter every channel by itself, narrow again; added to its input where shapes allow."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        inner = inputs * expansion
        self.residual = stride == 1 and inputs == outputs
        layers: OrderedDict[str, nn.Module] = OrderedDict()
        if expansion != 1:
            layers["expand"] = convolution(inputs, inner, 1, 1)
            layers["expand_bn"] = nn.BatchNorm2d(inner, BN_EPS)
            layers["expand_act"] = nn.ReLU6()
        if stride != 1:
            layers["pad"] = SamePad(kernel, stride)
        layers["depthwise"] = convolution(inner, inner, kernel, stride, groups=inner)
        layers["depthwise_bn"] = nn.BatchNorm2d(inner, BN_EPS)
        layers["depthwise_act"] = nn.ReLU6()
        layers["project"] = convolution(inner, outputs, 1, 1)
        layers["project_bn"] = nn.BatchNorm2d(outputs, BN_EPS)
        # Children of the block itself, not of a container: one level less to read.
        for name, layer in layers.items():
            self.add_module(name, layer)


class WideningBlock(Block):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.expand_act(self.expand_bn(self.expand(x)))
        y = self.depthwise_act(self.depthwise_bn(self.depthwise(y)))
        y = self.project_bn(self.project(y))
        return x + y if self.residual else y


class ShrinkingBlock(Block):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.expand_act(self.expand_bn(self.expand(x)))
        y = self.depthwise_act(self.depthwise_bn(self.depthwise(self.pad(y))))
        return self.project_bn(self.project(y))


class PlainBlock(Block):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.depthwise_act(self.depthwise_bn(self.depthwise(x)))
        return self.project_bn(self.project(y))


def block(inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> Block:
    if expansion == 1:
        return PlainBlock(inputs, outputs, kernel, stride, expansion)
    if stride != 1:
        return ShrinkingBlock(inputs, outputs, kernel, stride, expansion)
    return WideningBlock(inputs, outputs, kernel, stride, expansion)


def stage(inputs: int, kernel: int, stride: int, expansion: int, channels: int, blocks: int) -> nn.Sequential:
    layers: OrderedDict[str, nn.Module] = OrderedDict()
    for i in range(blocks):
        first = i == 0
        layers[f"block{i + 1}"] = block(
            inputs if first else channels, channels, kernel, stride if first else 1, expansion
        )
    return nn.Sequential(layers)


class EfficientNetLite0(nn.Module):
    """Photographs in, of any size; one score per class out."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.stem = nn.Sequential(OrderedDict(
            pad=SamePad(3, 2),
            conv=convolution(3, STEM_CHANNELS, 3, 2),
            bn=nn.BatchNorm2d(STEM_CHANNELS, BN_EPS),
            act=nn.ReLU6(),
        ))
        channels = STEM_CHANNELS
        stages = []
        for kernel, stride, expansion, outputs, blocks in STAGES:
            stages.append(stage(channels, kernel, stride, expansion, outputs, blocks))
            channels = outputs
        self.stage1, self.stage2, self.stage3, self.stage4, self.stage5, self.stage6, self.stage7 = stages
        self.summary = nn.Sequential(OrderedDict(
            conv=convolution(channels, FEATURES, 1, 1),
            bn=nn.BatchNorm2d(FEATURES, BN_EPS),
            act=nn.ReLU6(),
        ))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.head = nn.Linear(FEATURES, classes)

    def features(self, x: torch.Tensor) -> torch.Tensor:
        x = self.stem(x)
        x = self.stage1(x)
        x = self.stage2(x)
        x = self.stage3(x)
        x = self.stage4(x)
        x = self.stage5(x)
        x = self.stage6(x)
        x = self.stage7(x)
        return torch.flatten(self.pool(self.summary(x)), 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.features(x))
