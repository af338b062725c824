# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""python3 peer_steps.py MODEL BATCH: one JSON line with seconds per picture or sentence of PyTorch out of the box, the multiplications and
additions of one picture's forward pass, and the machine's roof in operations per second."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time

import numpy as np
import torch
from torch.nn import functional

import shotlab
import torchvision_files
from peer_models import NETWORKS, Model

CLASSES = 4
TOKENS = 16  # of a sentence, as steps.py makes them
ROUNDS = 12


def seconds(action, rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds + 2):
        begun = time.perf_counter()
        action()
        times.append(time.perf_counter() - begun)
    return statistics.median(times[2:])


def operations(network: torch.nn.Module, x: torch.Tensor) -> float:
    count = [0.0]

    def add(module: torch.nn.Module, _, out: torch.Tensor) -> None:
        per_output = module.weight[0].numel()
        count[0] += 2.0 * per_output * out.numel()

    hooks = [m.register_forward_hook(add) for m in network.modules() if isinstance(m, (torch.nn.Conv2d, torch.nn.Linear))]
    with torch.no_grad():
        network(x)
    for hook in hooks:
        hook.remove()
    return count[0] / len(x)


def roof() -> dict[str, float]:
    """The best of a matrix product (BLAS) and of a 3x3 convolution (oneDNN, channels last), all cores."""
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    a = np.random.rand(2048, 2048).astype(np.float32)
    x = torch.rand(16, 256, 28, 28).contiguous(memory_format=torch.channels_last)
    w = torch.rand(256, 256, 3, 3).contiguous(memory_format=torch.channels_last)
    with torch.no_grad():
        convolution = 2.0 * 16 * 28 * 28 * 256 * 256 * 9 / seconds(lambda: functional.conv2d(x, w, padding=1))
    return {"sgemm": 2.0 * 2048**3 / seconds(lambda: a @ a), "convolution": convolution}


class Encoder(torch.nn.Module):
    """The bundled sentence encoder with a new last layer, on token ids; every sentence fills all its places."""

    def __init__(self) -> None:
        super().__init__()
        self.trunk = torch.jit.load(str(shotlab.ROOT / "resources/models/minilm-l6.pt")).float()
        self.head = torch.nn.Linear(384, CLASSES)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        return self.head(self.trunk(ids, torch.ones_like(ids)))

    def operations(self) -> float:
        """Of the linear layers: the small products of attention are left out, looking up word vectors costs none."""
        matrices = [p for name, p in self.trunk.named_parameters() if p.dim() == 2 and "embed" not in name]
        return 2.0 * TOKENS * sum(p.numel() for p in matrices)


def main() -> None:
    name, batch = sys.argv[1], int(sys.argv[2])
    y = torch.arange(batch) % CLASSES
    if name == "minilm-l6":
        network = Encoder()
        x = torch.randint(1000, 20000, (batch, TOKENS))
        result = {"operations": network.operations()}
    else:
        network = Model(name, channels_last=False).network if name in NETWORKS else torchvision_files.network(name)
        x = torch.rand(batch, 3, 224, 224)
        result = {"operations": operations(network, x)}
    with torch.no_grad():
        result["forward"] = seconds(lambda: network(x)) / batch
    optimiser = torch.optim.Adam(network.parameters(), lr=1e-6)

    def step() -> None:
        loss = functional.cross_entropy(network(x), y)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()

    result["training"] = seconds(step) / batch
    print(json.dumps(result | roof()))


if __name__ == "__main__":
    main()
