#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/data/engine/conse.json: zero-shot by meaning (ConSE, Norouzi et al., arXiv 1312.5650) with PyTorch and NumPy.

Run with Debian's python3-torch. The network is tests/data/engine/tiny.pt with words for its outputs, the pictures are those of
EngineHarness.h, and every word is one piece of the encoder's vocabulary.
"""

from __future__ import annotations

import json

import numpy as np
import torch

from engine_reference import OUTPUT, TESTS, batch, labelled_picture, softmax, unit
from model_file import MODELS

LABELS = ["tiger", "truck", "banana", "violin", "castle"]
NAMES = [["lion"], ["car", "vehicle"], ["fruit"]]
MOST = [1, 3, 99]


@torch.no_grad()
def main() -> None:
    extra = {"vocab.txt": ""}
    encoder = torch.jit.load(str(MODELS / "minilm-l6.pt"), _extra_files=extra).eval().float()
    pieces = extra["vocab.txt"].decode("utf-8").splitlines()

    def embeddings(words: list[str]) -> np.ndarray:
        rows = []
        for word in words:
            ids = torch.tensor([[pieces.index(piece) for piece in ("[CLS]", word, "[SEP]")]])
            rows.append(encoder(ids, torch.ones_like(ids))[0].double().numpy())
        return unit(np.stack(rows))

    labels = embeddings(LABELS)
    names = unit(np.stack([embeddings(words).mean(0) for words in NAMES]))
    net = torch.jit.load(str(OUTPUT / "tiny.pt")).eval()
    pictures = [labelled_picture(500 + i, i % len(NAMES)) for i in range(TESTS)]
    source = torch.softmax(net(batch(pictures)), 1).double().numpy()
    document = {"labels": LABELS, "names": NAMES, "results": []}
    for most in MOST:
        best = np.argsort(-source, axis=1)[:, :most]
        shares = np.take_along_axis(source, best, 1)
        meanings = (shares[:, :, None] / shares.sum(1)[:, None, None] * labels[best]).sum(1)
        document["results"].append({"most": most, "probabilities": softmax(10 * unit(meanings) @ names.T).tolist()})
    (OUTPUT / "conse.json").write_text(json.dumps(document) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
