# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer: runs of a stored comparison once more, as PyTorch scripts would do them.

    python3 peer.py naive|careful LAB [ARM...]     prints one JSON line: seconds by arm, accuracy by arm and k

Reads a lab after `shotlab-cli compare` and takes the very same support sets, test set, settings and step counts.

naive    the obvious script: every run passes the trunk over what it needs, default threads, default memory format
careful  all that is usual to make it fast: as many threads as cores, channels-last, everything frozen passed once and kept for
         all runs (features; for chosen layers the values in front of the first layer that learns), evaluation without gradients
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from peer_lab import Lab
from peer_models import Model

FROZEN = ("prototypes", "nearest-neighbour", "linear-probe")
CURVE_EXAMPLES = (100, 200)  # Shotlab's learning curves are measured on as many, at least and at most
EVALUATION_BATCH = 256


def fit_head(features: torch.Tensor, labels: torch.Tensor, classes: int, c: float) -> tuple[torch.Tensor, torch.Tensor]:
    weight = torch.zeros(classes, features.shape[1], requires_grad=True)
    bias = torch.zeros(classes, requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, bias], max_iter=200, line_search_fn="strong_wolfe", tolerance_grad=1e-4)

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        loss = functional.cross_entropy(features @ weight.t() + bias, labels, reduction="sum") + (weight**2).sum() / (2 * c)
        loss.backward()
        return loss

    optimiser.step(closure)
    return weight.detach(), bias.detach()


def unit(features: torch.Tensor) -> torch.Tensor:
    return functional.normalize(features, dim=1)


class Script:
    """What both styles share; they differ in where features and pictures come from."""

    def __init__(self, lab: Lab, careful: bool) -> None:
        self.lab = lab
        self.careful = careful
        self.model = Model(lab.model_name, careful)
        self.labels = torch.tensor([label for _, label in lab.test])
        self.test = [example for example, _ in lab.test]
        self.kept: dict[str, dict[int, torch.Tensor]] = defaultdict(dict)

    def through(self, layers: list, x: torch.Tensor) -> torch.Tensor:
        for layer in layers:
            x = layer(x)
        return x

    def passed(self, examples: list[int], name: str, layers: list) -> torch.Tensor:
        """The examples' values behind some frozen layers; the careful script passes each example once."""
        if not self.careful:
            return self.evaluated(self.lab.tensor(examples), layers)
        kept = self.kept[name]
        missing = sorted({e for e in examples if e not in kept})
        if missing:
            for example, row in zip(missing, self.evaluated(self.lab.tensor(missing), layers)):
                kept[example] = row
        rows = torch.stack([kept[e] for e in examples])
        return rows.contiguous(memory_format=torch.channels_last) if rows.dim() == 4 else rows

    def evaluated(self, x: torch.Tensor, layers: list) -> torch.Tensor:
        with torch.no_grad():
            return torch.cat([self.through(layers, self.model.formatted(part)) for part in x.split(EVALUATION_BATCH)])

    def features(self, examples: list[int]) -> torch.Tensor:
        return self.passed(examples, "features", self.model.trunk())

    def zero_shot(self) -> torch.Tensor:
        with torch.no_grad():
            p = self.model.network.head(self.features(self.test)).softmax(1)
        return torch.stack([p[:, link].mean(1) for link in self.lab.links], 1).argmax(1)

    def frozen(self, kind: str, support: list[int], y: torch.Tensor, settings: dict) -> torch.Tensor:
        x, test = self.features(support), self.features(self.test)
        if kind == "linear-probe":
            weight, bias = fit_head(unit(x), y, self.lab.classes, settings["C"])
            return (unit(test) @ weight.t() + bias).argmax(1)
        mean = self.model.feature_mean
        x, test = unit(x - mean), unit(test - mean)
        if kind == "prototypes":
            centres = unit(torch.stack([x[y == c].mean(0) for c in range(self.lab.classes)]))
            return (test @ centres.t()).argmax(1)
        return y[(test @ x.t()).argmax(1)]

    def trained(self, kind: str, k: str, seed: int, support: list[int], y: torch.Tensor, settings: dict, learning: list[str]) -> torch.Tensor:
        torch.manual_seed(seed % 2**31)
        model = Model(self.lab.model_name, self.careful)
        network = model.network
        if kind == "from-scratch":
            network.apply(lambda m: m.reset_parameters() if hasattr(m, "reset_parameters") else None)
        head = torch.nn.Linear(network.head.in_features, self.lab.classes)
        if settings["head-first"] == "yes":
            features = self.features(support)
            scale = features.square().sum(1).mean().sqrt()
            weight, bias = fit_head(features / scale, y, self.lab.classes, settings["C"])
            head.weight.data, head.bias.data = weight / scale, bias
        network.head = head
        for name, parameter in network.named_parameters():
            parameter.requires_grad = kind != "chosen-layers" or name.startswith(("head", *learning))

        layers, names = [*model.trunk(), head], model.trunk_names()
        first = 0
        if kind == "chosen-layers":
            first = next(i for i, name in enumerate(names) if name.startswith(tuple(learning)))
        if self.careful and first > 0:  # what lies in front of the first learning layer is passed once for all runs
            x = self.passed(support, f"before {names[first]}", layers[:first])
            test = self.passed(self.test, f"before {names[first]}", layers[:first])
            layers = layers[first:]
        else:
            x, test = model.formatted(self.lab.tensor(support)), self.lab.tensor(self.test)

        trained = [p for p in network.parameters() if p.requires_grad]
        optimiser = torch.optim.Adam(trained, lr=settings["lr-trunk"])
        steps = int(settings["steps-few" if k != "all" and int(k) <= 10 else "steps-many"])
        schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
        batch = min(int(settings["batch"]), len(y))
        batch_norm = settings["batch-norm"] == "train"
        points = {round(i * steps / min(steps, 10)) for i in range(11)}
        fewest, most = CURVE_EXAMPLES
        curve = test[: self.lab.curve(min(max(steps * batch // min(steps, 10), fewest), most))]
        order = torch.empty(0, dtype=torch.long)

        def measured() -> None:
            network.eval()
            self.evaluated(curve, layers)
            network.train(batch_norm)

        network.train(batch_norm)
        for step in range(steps):
            if step in points:
                measured()
            if len(order) < batch:
                order = torch.randperm(len(y))
            chosen, order = order[:batch], order[batch:]
            loss = functional.cross_entropy(self.through(layers, x[chosen]), y[chosen])
            optimiser.zero_grad(set_to_none=self.careful)
            loss.backward()
            optimiser.step()
            schedule.step()
        measured()
        network.eval()
        return self.evaluated(test, layers).argmax(1)

    def answers(self, kind: str, k: str, settings: dict, learning: list[str], seed: int, support: list[tuple[int, int]]) -> torch.Tensor:
        if kind == "zero-shot":
            return self.zero_shot()
        examples, y = [e for e, _ in support], torch.tensor([c for _, c in support])
        if kind in FROZEN:
            return self.frozen(kind, examples, y, settings)
        return self.trained(kind, k, seed, examples, y, settings, learning)


def main() -> None:
    started = time.perf_counter()
    style, path, *arms = sys.argv[1:]
    if style == "careful":
        torch.set_num_threads(len(os.sched_getaffinity(0)))
    lab = Lab(Path(path))
    script = Script(lab, style == "careful")
    accuracy, seconds = defaultdict(list), defaultdict(float)
    for kind, k, settings, learning, seed, support in lab.runs:
        if arms and kind not in arms:
            continue
        begun = time.perf_counter()
        answers = script.answers(kind, k, settings, learning, seed, support)
        accuracy[f"{kind} k={k}"].append((answers == script.labels).float().mean().item())
        seconds[kind] += time.perf_counter() - begun
    print(json.dumps({
        "seconds": time.perf_counter() - started,
        "threads": torch.get_num_threads(),
        "seconds_by_arm": seconds,
        "accuracy": {cell: float(np.mean(values)) for cell, values in accuracy.items()},
    }))


if __name__ == "__main__":
    main()
