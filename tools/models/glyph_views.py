# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a stored glyph becomes a 32x32 picture: plainly, or bent like handwriting."""

from __future__ import annotations

import math

import torch
from torch.nn import functional as F

from glyph_set import CANVAS, INK
from glyphnet_network import INPUT_SIZE

# Sampled at twice the size and averaged down, so that small glyphs stay smooth.
OVERSAMPLING = 2


def as_ink(pictures: torch.Tensor) -> torch.Tensor:
    return pictures.unsqueeze(1).float() / 255


def sample(ink: torch.Tensor, grid: torch.Tensor) -> torch.Tensor:
    fine = F.grid_sample(ink, grid, mode="bilinear", padding_mode="zeros", align_corners=False)
    return F.avg_pool2d(fine, OVERSAMPLING)


def identity_grid() -> torch.Tensor:
    side = INPUT_SIZE * OVERSAMPLING
    identity = torch.tensor([[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]])
    return F.affine_grid(identity, [1, 1, side, side], align_corners=False)


def zoom_to(size: torch.Tensor | float) -> torch.Tensor | float:
    """Canvas coordinates per picture coordinate when the ink is to be `size` pixels."""
    return (INK / CANVAS) * INPUT_SIZE / size


def plain(pictures: torch.Tensor, size: float = 20.0) -> torch.Tensor:
    """Centred, the longest side `size` pixels: the form user pictures are brought to."""
    grid = identity_grid() * zoom_to(size)
    return sample(as_ink(pictures), grid.expand(len(pictures), -1, -1, -1))


class Bender:
    """Random views. All randomness comes from one generator: same seed, same views."""

    def __init__(self, generator: torch.Generator) -> None:
        self.generator = generator

    def uniform(self, low: float, high: float, *shape: int) -> torch.Tensor:
        return torch.rand(*shape, generator=self.generator) * (high - low) + low

    def thickness(self, ink: torch.Tensor) -> torch.Tensor:
        thicker = F.max_pool2d(ink, 3, 1, 1)
        thinner = -F.max_pool2d(-ink, 3, 1, 1)
        # A hairline must not vanish.
        survives = thinner.sum((1, 2, 3)) > 0.4 * ink.sum((1, 2, 3))
        lot = self.uniform(0, 6, len(ink))
        ink = torch.where((lot < 1).view(-1, 1, 1, 1), thicker, ink)
        return torch.where(((lot > 5) & survives).view(-1, 1, 1, 1), thinner, ink)

    def grid(self, n: int) -> torch.Tensor:
        angle = self.uniform(-15, 15, n) * math.pi / 180
        shear = self.uniform(-0.35, 0.35, n)
        zoom = zoom_to(self.uniform(16, 28, n))
        wide = torch.exp(self.uniform(-0.28, 0.28, n)) * zoom
        high = torch.exp(self.uniform(-0.18, 0.18, n)) * zoom
        cos, sin = torch.cos(angle), torch.sin(angle)
        rows = torch.stack(
            [torch.stack([cos, -sin], 1) * wide.view(-1, 1), torch.stack([sin, cos], 1) * high.view(-1, 1)], 1
        )
        rows = torch.cat([rows[:, :1] + shear.view(-1, 1, 1) * rows[:, 1:], rows[:, 1:]], 1)
        moved = identity_grid() + self.uniform(-0.2, 0.2, n, 1, 1, 2)

        strength = self.uniform(0.0, 0.1, n, 1, 1, 1)
        knots = torch.randn(n, 2, 5, 5, generator=self.generator) * strength
        side = INPUT_SIZE * OVERSAMPLING
        wobble = F.interpolate(knots, size=(side, side), mode="bicubic", align_corners=True)
        moved = moved + wobble.permute(0, 2, 3, 1)
        return torch.einsum("nhwc,ndc->nhwd", moved, rows)

    def blur(self, x: torch.Tensor) -> torch.Tensor:
        n = len(x)
        side = self.uniform(0.1, 0.25, n, 1, 1, 1) * (self.uniform(0, 1, n, 1, 1, 1) < 0.4)
        across = F.pad(x, [1, 1, 0, 0])
        x = x * (1 - 2 * side) + side * (across[..., :-2] + across[..., 2:])
        down = F.pad(x, [0, 0, 1, 1])
        return x * (1 - 2 * side) + side * (down[..., :-2, :] + down[..., 2:, :])

    def __call__(self, pictures: torch.Tensor) -> torch.Tensor:
        n = len(pictures)
        x = sample(self.thickness(as_ink(pictures)), self.grid(n))
        x = self.blur(x).clamp(1e-4, 1)
        x = x ** torch.exp(self.uniform(-0.4, 0.4, n, 1, 1, 1)) * self.uniform(0.7, 1.0, n, 1, 1, 1)
        x = x + 0.03 * torch.randn(x.shape, generator=self.generator)
        return x.clamp(0, 1)
