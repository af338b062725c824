# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The small networks of tests/data/engine: one for each thing that can go well or wrong when a network is opened and cut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F


def card(name: str, side: int, feature_mean: list[float], channels: int = 1) -> dict:
    return {
        "format": 1, "name": name, "title": name, "modality": "picture", "channels": channels, "input_size": side,
        "working_size": side, "crop_fraction": 1.0, "framing": "centre-crop", "mean": [0.5] * channels,
        "std": [0.25] * channels, "source_labels": ["a", "b", "c", "d", "e"], "feature_mean": feature_mean,
        "licence": "GPL-3.0-or-later", "origin": "tools/reference/engine_reference.py", "recipe": "small-grey",
        "parameters": 0, "measured": {},
    }


class TinyNet(nn.Module):
    """Grey 12x12 in, five outputs; batch-norm, a plain stage, a strided stage, a head."""

    FEATURES = 8

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1, bias=False), nn.BatchNorm2d(4), nn.ReLU())
        self.stage1 = nn.Sequential(nn.Conv2d(4, 6, 3, padding=1, bias=False), nn.BatchNorm2d(6), nn.ReLU(), nn.MaxPool2d(2))
        self.stage2 = nn.Sequential(nn.Conv2d(6, 8, 3, stride=2, padding=1), nn.BatchNorm2d(8), nn.ReLU())
        self.head = nn.Linear(8, 5)

    def features(self, x: torch.Tensor) -> torch.Tensor:
        return self.stage2(self.stage1(self.stem(x))).mean([2, 3])

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.features(x))


class ResidualBlock(nn.Module):
    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.relu = nn.ReLU(inplace=True)
        self.shortcut = None if stride == 1 else nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.bn2(self.conv2(self.relu(self.bn1(self.conv1(x)))))
        if self.shortcut is not None:
            x = self.shortcut(x)
        y += x
        return self.relu(y)


class ResidualNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(8)
        self.layer1 = nn.Sequential(ResidualBlock(8, 8, 1), ResidualBlock(8, 8, 1))
        self.layer2 = nn.Sequential(ResidualBlock(8, 12, 2), ResidualBlock(12, 12, 1))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(12, 7)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = torch.relu(self.bn1(self.conv1(x)))
        return self.fc(torch.flatten(self.pool(self.layer2(self.layer1(x))), 1))


class DepthwiseNet(nn.Module):
    """Depthwise convolutions, padding computed from the size, dropout, an argument that has a default, a view."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 6, 3, 2, bias=False)
        self.blocks = nn.ModuleList(nn.Sequential(nn.Conv2d(6, 12, 1), nn.BatchNorm2d(12), nn.ReLU6(),
                                                  nn.Conv2d(12, 12, 3, 1, 1, groups=12), nn.BatchNorm2d(12), nn.ReLU6(),
                                                  nn.Conv2d(12, 6, 1)) for _ in range(3))
        self.classifier = nn.Sequential(nn.Dropout(0.2), nn.Linear(6, 4))

    def forward(self, x: torch.Tensor, scale: float = 1.0) -> torch.Tensor:
        extra = (x.size(2) + 1) // 2 * 2 + 1 - x.size(2)
        x = self.stem(F.pad(x, [extra // 2, extra - extra // 2, extra // 2, extra - extra // 2]))
        for block in self.blocks:
            x = x + block(x) * scale
        x = F.adaptive_avg_pool2d(x, (1, 1))
        return self.classifier(x.view(x.size(0), -1))


class PatchNet(nn.Module):
    """A small vision transformer: the batch dimension is second, folded into heads, and multiplied into numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = nn.Conv2d(3, 16, 4, 4)
        self.token = nn.Parameter(torch.randn(1, 1, 16) * 0.1)
        self.position = nn.Parameter(torch.randn(1, 10, 16) * 0.1)
        self.attention = nn.ModuleList(nn.MultiheadAttention(16, 4) for _ in range(2))
        self.norms = nn.ModuleList(nn.LayerNorm(16) for _ in range(2))
        self.head = nn.Linear(16, 5)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.patch(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.expand(x.size(0), -1, -1), x], 1) + self.position
        x = x.transpose(0, 1)
        for attention, norm in zip(self.attention, self.norms):
            y = norm(x)
            x = x + attention(y, y, y, need_weights=False)[0]
        return self.head(x[0])


class PlacesNet(nn.Module):
    """The head is a 1x1 convolution run at every place, with an activation and pooling behind it; returns a dictionary."""

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(3, 8, 3, 2), nn.ReLU(), nn.Conv2d(8, 10, 3, 2), nn.ReLU())
        self.classifier = nn.Sequential(nn.Dropout(0.5), nn.Conv2d(10, 6, 1), nn.ReLU(), nn.AdaptiveAvgPool2d(1))

    def forward(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        return {"out": torch.flatten(self.classifier(self.features(x)), 1)}


class SoftmaxNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.row = nn.Linear(64, 10)
        self.out = nn.Linear(10, 4)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.softmax(self.out(torch.relu(self.row(x.flatten(1)))), 1)


class EncoderNet(nn.Module):
    """No head: pooled features."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 9, 3, 2)
        self.norm = nn.BatchNorm2d(9)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.relu(self.norm(self.conv(x))).mean([2, 3])


class MixingNet(nn.Module):
    """What it answers for one picture depends on the others in the batch."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 6, 3, 2)
        self.fc = nn.Linear(6, 4)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        f = torch.relu(self.conv(x)).mean([2, 3])
        return self.fc(f - f.mean(0, keepdim=True))


class CountingNet(nn.Module):
    """Writes an attribute in forward."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 6, 3, 2)
        self.fc = nn.Linear(6, 4)
        self.calls = 0

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self.calls += 1
        return self.fc(torch.relu(self.conv(x)).mean([2, 3]))


class WordsNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.table = nn.Embedding(20, 6)
        self.fc = nn.Linear(6, 3)

    def forward(self, words: torch.Tensor) -> torch.Tensor:
        return self.fc(self.table(words).mean(1))


class TwoInputsNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(4, 3)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        return self.fc(x * mask)


class TokensNet(nn.Module):
    """One vector per token and no pooling: the id times 1 ... 5."""

    def __init__(self) -> None:
        super().__init__()
        self.table = nn.Embedding(6, 5)
        with torch.no_grad():
            self.table.weight.copy_(torch.arange(6.0)[:, None] * torch.arange(1.0, 6.0))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        return self.table(ids)


class WritingNet(nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        torch.save(x, "written-by-a-model")
        return x


class RowsLstmNet(nn.Module):
    """Reads a picture row by row: time first, the batch second, two layers."""

    def __init__(self) -> None:
        super().__init__()
        self.embed = nn.Linear(48, 12)
        self.lstm1 = nn.LSTM(12, 10)
        self.lstm2 = nn.LSTM(10, 8)
        self.head = nn.Linear(8, 4)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        rows = x.permute(2, 0, 1, 3).flatten(2)  # [16 rows, B, 3 * 16]
        y = self.lstm1(torch.relu(self.embed(rows)))[0]
        return self.head(self.lstm2(y)[0][-1])


class RowsEncoderNet(nn.Module):
    """Reads a picture row by row with PyTorch's own transformer encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.embed = nn.Linear(48, 16)
        self.encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(16, 4, 24, batch_first=True), 2,
                                             enable_nested_tensor=False)
        self.head = nn.Linear(16, 4)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.encoder(self.embed(x.permute(0, 2, 1, 3).flatten(2))).mean(1))


def script(network: type[nn.Module]) -> Callable[[Path], None]:
    return lambda path: torch.jit.script(network().eval()).save(str(path))


def trace(network: type[nn.Module], side: int, training: bool = False) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        net = network().train(training)
        with torch.no_grad():
            traced = torch.jit.trace(net, torch.rand(2, 3, side, side), check_trace=False)
        traced.save(str(path))

    return write


def with_nan(path: Path) -> None:
    net = TinyNet()
    net.stage1[0].weight.data[0, 0, 0, 0] = float("nan")
    torch.jit.script(net).save(str(path))


def halves(path: Path) -> None:
    torch.jit.script(ResidualNet().eval()).half().save(str(path))


NETWORKS: dict[str, Callable[[Path], None]] = {
    "residual-scripted.pt": script(ResidualNet),
    "residual-traced.pt": trace(ResidualNet, 16),
    "residual-traced-in-training.pt": trace(ResidualNet, 16, training=True),
    "residual-halves.pt": halves,
    "depthwise-scripted.pt": script(DepthwiseNet),
    "patches-scripted.pt": script(PatchNet),
    "places-scripted.pt": script(PlacesNet),
    "softmax-scripted.pt": script(SoftmaxNet),
    "rows-lstm-scripted.pt": script(RowsLstmNet),
    "rows-lstm-traced.pt": trace(RowsLstmNet, 16),
    "rows-encoder-scripted.pt": script(RowsEncoderNet),
    "encoder-scripted.pt": script(EncoderNet),
    "mixing-scripted.pt": script(MixingNet),
    "counting-scripted.pt": script(CountingNet),
    "words-scripted.pt": script(WordsNet),
    "two-inputs-scripted.pt": script(TwoInputsNet),
    "tokens-scripted.pt": script(TokensNet),
    "writing-scripted.pt": script(WritingNet),
    "nan-weights.pt": with_nan,
    "state-dict.pth": lambda path: torch.save(TinyNet().state_dict(), path),
    "state-dict-legacy.pth": lambda path: torch.save(TinyNet().state_dict(), path, _use_new_zipfile_serialization=False),
}
