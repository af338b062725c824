#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/data/engine/baselines.json: what scikit-learn and Pillow make of examples without any model.

Run with Debian's python3-sklearn and python3-pil (made with 1.2.1 and 9.4). The pictures are those of EngineHarness.h.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from PIL import Image
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

OUTPUT = Path(__file__).resolve().parents[2] / "tests" / "data" / "engine" / "baselines.json"
SUPPORT = [
    ["I lost my card.", "Where can my card be? I cannot find it.", "My card is missing since yesterday."],
    ["What is the weather like today?", "Will it rain? Rain, rain, rain!", "How warm is it, and will the sun be out on Übermorgen-Straße?"],
    ["Please play some music.", "Put on my favourite song no. 7.", "I would like to hear jazz."],
]
TESTS = [
    ["My card is gone", "I think that I left MY CARD on the train this morning, my card and it"],
    ["Will it be warm and will it rain?", "übermorgen: sun"],
    ["I would like to play my favourite song", "xyzzy"],
]
SHOTS, PICTURES, SIDE, CLASSES = 4, 10, 12, 3


def softmax(scores: np.ndarray) -> list:
    scores = np.exp(scores - scores.max(1, keepdims=True))
    return (scores / scores.sum(1, keepdims=True)).tolist()


def pixels(seed: int, label: int) -> np.ndarray:
    state, values = seed, []
    for _ in range(SIDE * SIDE):
        state = (1103515245 * state + 12345) % 2**31
        values.append((state >> 16) % 256)
    grey = np.array(values).reshape(SIDE, SIDE) // 2
    grey[4 * label : 4 * label + 4] += 100
    small = Image.fromarray(grey.astype(np.uint8)).resize((28, 28), Image.BILINEAR)
    return np.asarray(small, dtype=np.float64).ravel() / 255


def main() -> None:
    labels = np.repeat(np.arange(CLASSES), 3)
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    support = vectorizer.fit_transform(sum(SUPPORT, [])).toarray()
    test = vectorizer.transform(sum(TESTS, [])).toarray()
    centroids = np.stack([support[labels == c].mean(0) for c in range(CLASSES)])
    centroids /= np.linalg.norm(centroids, axis=1, keepdims=True)
    model = LogisticRegression(C=10.0, multi_class="multinomial", tol=1e-10, max_iter=100000).fit(support, labels)

    drawn = np.stack([pixels(100 + i, i // SHOTS) for i in range(CLASSES * SHOTS)])
    shown = np.stack([pixels(500 + i, i % CLASSES) for i in range(PICTURES)])
    distances = np.linalg.norm(shown[:, None] - drawn[None], axis=2).reshape(PICTURES, CLASSES, SHOTS).min(2)
    document = {"support": SUPPORT, "tests": TESTS, "terms": len(vectorizer.vocabulary_),
                "tfidf-centroid": softmax(10 * test @ centroids.T), "tfidf-logistic": model.predict_proba(test).tolist(),
                "pixel-neighbour": softmax(-distances)}
    OUTPUT.write_text(json.dumps(document, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
