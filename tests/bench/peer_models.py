# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled networks as PyTorch modules, with their weights."""

from __future__ import annotations

import functools
import json
import sys
from pathlib import Path

import torch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools" / "models"))
from efficientnet_network import EfficientNetLite0  # noqa: E402
from glyphnet_network import GlyphNet  # noqa: E402

NETWORKS = {"glyphnet": GlyphNet, "efficientnet-lite0": EfficientNetLite0}


@functools.lru_cache
def weights(name: str) -> dict[str, torch.Tensor]:
    return torch.jit.load(str(ROOT / f"resources/models/{name}.pt")).float().state_dict()


@functools.lru_cache
def card(name: str) -> dict:
    return json.loads((ROOT / f"resources/models/{name}.card.json").read_text())


class Model:
    def __init__(self, name: str, channels_last: bool) -> None:
        self.channels_last = channels_last
        self.network = NETWORKS[name](len(card(name)["source_labels"])).eval()
        self.network.load_state_dict(weights(name))
        if channels_last:
            self.network = self.network.to(memory_format=torch.channels_last)
        self.feature_mean = torch.tensor(card(name).get("feature_mean", [0.0]))

    def formatted(self, x: torch.Tensor) -> torch.Tensor:
        return x.contiguous(memory_format=torch.channels_last) if self.channels_last and x.dim() == 4 else x

    def trunk_names(self) -> list[str]:
        """Parts of the trunk in order; a stage's blocks count one by one."""
        names: list[str] = []
        for name, child in self.network.named_children():
            if name.startswith("stage") and next(iter(dict(child.named_children())), "").startswith("block"):
                names += [f"{name}.{block}" for block, _ in child.named_children()]
            elif name != "head":
                names.append(name)
        return names

    def trunk(self) -> list:
        layers = [self.network.get_submodule(name) for name in self.trunk_names()]
        flat = self.trunk_names().index("pool")  # behind it the values are rows
        layers[flat] = lambda x, pool=layers[flat]: torch.flatten(pool(x), 1)
        return layers
