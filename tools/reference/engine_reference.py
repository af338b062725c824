#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/data/engine: small networks as TorchScript files, and what PyTorch, NumPy and SciPy make of them.

Run with Debian's python3-torch (the LibTorch version Shotlab is built with). Pictures come from a congruential
generator in whole numbers, which the C++ tests repeat:

    s = seed
    for every value, channel by channel, row by row:
        s = (1103515245 * s + 12345) mod 2^31
        pixel = (s >> 16) & 255
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

import numpy as np
import torch
from scipy import optimize
from torch import nn
from torch.nn import functional as F

from engine_networks import NETWORKS, TinyNet, card

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "models"))
from model_file import drop_debug_records  # noqa: E402

OUTPUT = Path(__file__).resolve().parents[2] / "tests" / "data" / "engine"
SIDE = 12
CLASSES = 3
SHOTS = 4
TESTS = 10


def picture(seed: int, channels: int = 1, side: int = SIDE) -> np.ndarray:
    state, values = seed, []
    for _ in range(channels * side * side):
        state = (1103515245 * state + 12345) % 2**31
        values.append((state >> 16) & 255)
    return np.array(values, dtype=np.uint8).reshape(channels, side, side)


def labelled_picture(seed: int, label: int) -> np.ndarray:
    """Noise with a bright bar whose place tells the class, so that there is something to learn."""
    pixels = picture(seed) // 2
    pixels[:, 4 * label : 4 * label + 4, :] += 100
    return pixels


def batch(pictures: list[np.ndarray], mean: float = 0.5, std: float = 0.25) -> torch.Tensor:
    return (torch.from_numpy(np.stack(pictures)).float() / 255 - mean) / std


def logistic(features: np.ndarray, labels: np.ndarray, strength: float) -> tuple[np.ndarray, np.ndarray]:
    """Summed cross-entropy + |W|^2 / (2 C), bias free, minimised in double."""
    n, d = features.shape
    one_hot = np.eye(CLASSES)[labels]

    def objective(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weight, bias = flat[: CLASSES * d].reshape(CLASSES, d), flat[CLASSES * d :]
        scores = features @ weight.T + bias
        scores -= scores.max(1, keepdims=True)
        log_p = scores - np.log(np.exp(scores).sum(1, keepdims=True))
        error = np.exp(log_p) - one_hot
        gradient = np.concatenate([(error.T @ features + weight / strength).ravel(), error.sum(0)])
        return -(log_p * one_hot).sum() + (weight**2).sum() / (2 * strength), gradient

    start = np.zeros(CLASSES * d + CLASSES)
    found = optimize.minimize(objective, start, jac=True, method="L-BFGS-B",
                              options={"maxiter": 20000, "ftol": 1e-16, "gtol": 1e-9, "maxcor": 30})
    return found.x[: CLASSES * d].reshape(CLASSES, d), found.x[CLASSES * d :]


def softmax(scores: np.ndarray) -> np.ndarray:
    scores = np.exp(scores - scores.max(1, keepdims=True))
    return scores / scores.sum(1, keepdims=True)


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def frozen_arms(net: TinyNet, support: torch.Tensor, labels: np.ndarray, test: torch.Tensor, mean: np.ndarray) -> dict:
    with torch.no_grad():
        f_support, f_test = net.features(support).double().numpy(), net.features(test).double().numpy()
        source = torch.softmax(net(test), 1).double().numpy()
    c_support, c_test = unit(f_support - mean), unit(f_test - mean)
    prototypes = unit(np.stack([unit(c_support[labels == c].mean(0, keepdims=True))[0] for c in range(CLASSES)]))
    nearest = np.stack([(c_test @ c_support[labels == c].T).max(1) for c in range(CLASSES)], 1)
    weight, bias = logistic(unit(f_support), labels, 10.0)
    linked = np.stack([source[:, [0, 1]].mean(1), source[:, 2], source[:, [3, 4]].mean(1)], 1)
    return {
        "features_test": f_test.tolist(),
        "prototypes": softmax(10 * c_test @ prototypes.T).tolist(),
        "nearest-neighbour": softmax(10 * nearest).tolist(),
        "linear-probe": softmax(unit(f_test) @ weight.T + bias).tolist(),
        "zero-shot": (linked / linked.sum(1, keepdims=True)).tolist(),
    }


def fine_tuned(net: TinyNet, learns, support: torch.Tensor, labels: np.ndarray, test: torch.Tensor, steps: int) -> dict:
    """Head first, then head and the chosen part of the trunk together with SGD and a cosine; evaluation mode throughout.

    Not Adam: the head starts where the gradient of its bias is zero, and Adam turns the rounding noise left there into whole
    steps, so that even PyTorch in float and in double differ by 5e-3 after 20 of them. optimiser_steps() holds Adam.
    """
    net.eval()
    with torch.no_grad():
        f_support = net.features(support).double().numpy()
    length = math.sqrt((f_support**2).sum(1).mean())
    weight, bias = logistic(f_support / length, labels, 10.0)
    net.head = nn.Linear(weight.shape[1], CLASSES).to(support.dtype)
    with torch.no_grad():
        net.head.weight.copy_(torch.from_numpy(weight / length))
        net.head.bias.copy_(torch.from_numpy(bias))
    for name, parameter in net.named_parameters():
        parameter.requires_grad_(name.startswith("head.") or learns(name))
    trunk = [p for n, p in net.named_parameters() if p.requires_grad and not n.startswith("head.")]
    optimiser = torch.optim.SGD([{"params": trunk, "lr": 0.02}, {"params": net.head.parameters(), "lr": 0.05}], momentum=0.9)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    target, losses = torch.from_numpy(labels), []
    for _ in range(steps):
        loss = F.cross_entropy(net(support), target)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        losses.append(loss.item())
    with torch.no_grad():
        probabilities = torch.softmax(net(test), 1)
    return {"losses": losses, "probabilities": probabilities.tolist(),
            "trained": sum(p.numel() for p in net.parameters() if p.requires_grad)}


def optimiser_steps() -> dict:
    """Ten steps from fixed gradients, in double."""
    makers = {
        "adam": lambda p: torch.optim.Adam([p], lr=0.05, weight_decay=0.1),
        "adamw": lambda p: torch.optim.AdamW([p], lr=0.05, weight_decay=0.1),
        "sgd": lambda p: torch.optim.SGD([p], lr=0.05, momentum=0.9, weight_decay=0.1),
    }
    results = {}
    for name, make in makers.items():
        parameter = nn.Parameter(torch.linspace(-1, 1, 5, dtype=torch.double))
        optimiser = make(parameter)
        for step in range(10):
            parameter.grad = torch.cos(torch.arange(5, dtype=torch.double) * (step + 1))
            optimiser.step()
        results[name] = parameter.tolist()
    return results


def tiny_net() -> TinyNet:
    torch.manual_seed(3)
    net = TinyNet()
    # Statistics and norms that do something, as after training.
    for module in net.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.uniform_(module.bias, -0.3, 0.3)
            nn.init.uniform_(module.running_mean, -0.2, 0.2)
            nn.init.uniform_(module.running_var, 0.5, 2.0)
    return net.eval()


def main() -> None:
    torch.set_num_threads(1)
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name, make in NETWORKS.items():
        torch.manual_seed(3)
        make(OUTPUT / name)
        if name.endswith(".pt"):
            drop_debug_records(OUTPUT / name)

    net = tiny_net()
    feature_mean = np.linspace(0.1, 0.4, TinyNet.FEATURES)
    extra = {"model_card.json": json.dumps(card("tiny", SIDE, feature_mean.tolist()))}
    torch.jit.save(torch.jit.script(net), str(OUTPUT / "tiny.pt"), _extra_files=extra)
    drop_debug_records(OUTPUT / "tiny.pt")

    # Training is compared in double, so that twenty steps can be held to 1e-5.
    torch.jit.save(torch.jit.script(tiny_net().double()), str(OUTPUT / "tiny-doubles.pt"), _extra_files=extra)
    drop_debug_records(OUTPUT / "tiny-doubles.pt")

    labels = np.repeat(np.arange(CLASSES), SHOTS)
    test_labels = np.arange(TESTS) % CLASSES
    support = batch([labelled_picture(100 + i, int(label)) for i, label in enumerate(labels)])
    test = batch([labelled_picture(500 + i, int(label)) for i, label in enumerate(test_labels)])
    document = {
        "frozen": frozen_arms(net, support, labels, test, feature_mean),
        "full": fine_tuned(tiny_net().double(), lambda name: True, support.double(), labels, test.double(), 20),
        "chosen": fine_tuned(tiny_net().double(), lambda name: name.startswith("stage2"), support.double(), labels,
                             test.double(), 20),
        "optimisers": optimiser_steps(),
    }
    (OUTPUT / "reference.json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
