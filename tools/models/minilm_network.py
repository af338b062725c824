# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentence encoder MiniLM-L6, written so that its layer tree reads well: embeddings, layer1..layer6.

Architecture: BERT (Devlin et al., arXiv 1810.04805) as distilled in MiniLM (Wang et al., arXiv 2002.10957), with the
mean over a sentence's tokens as its embedding (Reimers and Gurevych, arXiv 1908.10084). Straight-line code without
branches or loops, so that it can be cut anywhere.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

VOCABULARY = 30522
POSITIONS = 512
KINDS = 2
WIDTH = 384
INNER = 1536
HEADS = 12
LAYERS = 6
NORM_EPS = 1e-12
MASKED = -10000.0  # e to the power of it is 0 in floats


class Embeddings(nn.Module):
    """A vector per word piece, plus one per place in the sentence, plus that of "first sentence"."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(KINDS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, NORM_EPS)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        places = self.positions.weight[: ids.size(1)]
        return self.norm(self.words(ids) + self.kinds.weight[0] + places)


class Attention(nn.Module):
    """Every token gathers from all tokens of its sentence; added to its input, then normed."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, NORM_EPS)
        self.shape = [HEADS, WIDTH // HEADS]
        self.scale = (HEADS / WIDTH) ** 0.5

    def heads(self, x: torch.Tensor) -> torch.Tensor:
        return x.unflatten(2, self.shape).transpose(1, 2)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        query, key, value = self.heads(self.query(x)), self.heads(self.key(x)), self.heads(self.value(x))
        scores = torch.matmul(query, key.transpose(2, 3)) * self.scale + bias
        gathered = torch.matmul(torch.softmax(scores, 3), value)
        return self.norm(x + self.output(gathered.transpose(1, 2).flatten(2)))


class Feed(nn.Module):
    """Widen and narrow again, token by token; added to its input, then normed."""

    def __init__(self) -> None:
        super().__init__()
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, NORM_EPS)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.norm(x + self.narrow(F.gelu(self.widen(x))))


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.attention = Attention()
        self.feed = Feed()

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        return self.feed(self.attention(x, bias))


class MiniLM(nn.Module):
    """Token ids and mask (1 token, 0 padding), both int64 [B, T], in; one embedding per sentence [B, 384] out."""

    def __init__(self) -> None:
        super().__init__()
        self.embeddings = Embeddings()
        self.layer1 = Layer()
        self.layer2 = Layer()
        self.layer3 = Layer()
        self.layer4 = Layer()
        self.layer5 = Layer()
        self.layer6 = Layer()
        self.masked = MASKED

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        present = mask.to(torch.float32)
        bias = (1.0 - present.unsqueeze(1).unsqueeze(1)) * self.masked
        x = self.embeddings(ids)
        x = self.layer1(x, bias)
        x = self.layer2(x, bias)
        x = self.layer3(x, bias)
        x = self.layer4(x, bias)
        x = self.layer5(x, bias)
        x = self.layer6(x, bias)
        weights = present.unsqueeze(2)
        return (x * weights).sum(1) / weights.sum(1)
