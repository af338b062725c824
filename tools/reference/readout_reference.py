#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/data/engine/readouts.json: what scikit-learn's logistic regression and a few lines of NumPy make of features.

Run with Debian's python3-sklearn (made with 1.2.1). The features are rounded so that the file holds exactly what was used.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

OUTPUT = Path(__file__).resolve().parents[2] / "tests" / "data" / "engine" / "readouts.json"
TEMPERATURE = 10.0


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def softmax(scores: np.ndarray) -> np.ndarray:
    scores = np.exp(scores - scores.max(1, keepdims=True))
    return scores / scores.sum(1, keepdims=True)


def case(seed: int, classes: int, shots: int, tests: int, size: int, spread: float, centred: bool) -> dict:
    random = np.random.default_rng(seed)
    centres = np.abs(random.normal(size=(classes, size)))
    labels = np.repeat(np.arange(classes), shots)
    support = np.round(np.abs(centres[labels] + spread * random.normal(size=(len(labels), size))), 4)
    truth = np.arange(tests) % classes
    test = np.round(np.abs(centres[truth] + spread * random.normal(size=(tests, size))), 4)
    mean = np.round(np.abs(random.normal(size=size)) * 0.3, 4) if centred else np.zeros(size)

    a, b = unit(support - mean), unit(test - mean)
    prototypes = unit(np.stack([a[labels == c].mean(0) for c in range(classes)]))
    cosines = b @ a.T
    nearest = np.stack([cosines[:, labels == c].max(1) for c in range(classes)], 1)
    probes = {}
    for strength in (0.1, 1.0, 10.0, 100.0):
        model = LogisticRegression(C=strength, multi_class="multinomial", tol=1e-10, max_iter=100000)
        model.fit(unit(support), labels)
        probes[str(strength)] = model.predict_proba(unit(test)).tolist()
    return {"classes": classes, "labels": labels.tolist(), "support": support.tolist(), "test": test.tolist(),
            "mean": mean.tolist() if centred else [], "prototypes": softmax(TEMPERATURE * b @ prototypes.T).tolist(),
            "nearest-neighbour": softmax(TEMPERATURE * nearest).tolist(), "linear-probe": probes}


def main() -> None:
    document = [case(1, 4, 3, 20, 16, 0.6, True), case(2, 3, 10, 15, 40, 1.0, False), case(3, 7, 1, 14, 24, 0.8, True)]
    OUTPUT.write_text(json.dumps(document) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
