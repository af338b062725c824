# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer: every run of a stored comparison once more, as a plain PyTorch script would do it.

Reads a lab file after `shotlab-cli compare`, takes the very same support sets, test set, settings and step counts, and does each
run in the obvious way: trunk passed in every run, default threads, default memory format. Only GlyphNet labs.
"""

from __future__ import annotations

import io
import json
import sqlite3
import sys
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch.nn import functional

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools" / "models"))
from glyphnet_network import GlyphNet, INPUT_SIZE, normalise  # noqa: E402


def load_model() -> tuple[GlyphNet, torch.Tensor]:
    scripted = torch.jit.load(str(ROOT / "resources/models/glyphnet.pt"))
    card = json.loads((ROOT / "resources/models/glyphnet.card.json").read_text())
    model = GlyphNet(len(card["source_labels"]))
    model.load_state_dict(scripted.state_dict())
    return model.eval(), torch.tensor(card["feature_mean"])


def picture(data: bytes) -> np.ndarray:
    grey = np.asarray(Image.open(io.BytesIO(data)).convert("L"), dtype=np.float32) / 255
    return np.pad(grey, (INPUT_SIZE - grey.shape[0]) // 2)


class Lab:
    """What the runs of the newest comparison learn from and are tested on."""

    def __init__(self, path: Path) -> None:
        db = sqlite3.connect(path)
        (self.comparison,) = db.execute("SELECT max(id) FROM comparison").fetchone()
        self.pixels = {i: picture(b) for i, b in db.execute("SELECT example_id, bytes FROM example_data")}
        test = db.execute(
            "SELECT example_id, class_position FROM comparison_test WHERE comparison_id = ? ORDER BY position", (self.comparison,)
        ).fetchall()
        self.test = self.tensor([i for i, _ in test])
        self.test_labels = torch.tensor([label for _, label in test])
        self.classes = int(self.test_labels.max()) + 1
        self.links = [
            json.loads(links)
            for (links,) in db.execute(
                "SELECT links FROM comparison_class WHERE comparison_id = ? ORDER BY position", (self.comparison,)
            )
        ]
        support = defaultdict(list)
        for run, label, example in db.execute("SELECT run_id, class_position, example_id FROM run_support"):
            support[run].append((example, label))
        self.runs = []
        for run, kind, k, draw, settings, seed in db.execute(
            "SELECT run.id, arm.kind, run.k, run.draw, arm.settings, run.seed FROM run"
            " JOIN arm ON arm.comparison_id = run.comparison_id AND arm.position = run.arm"
            " WHERE run.status = 'finished' AND run.comparison_id = ? ORDER BY run.id",
            (self.comparison,),
        ):
            self.runs.append((kind, k, draw, json.loads(settings), seed, support[run]))

    def tensor(self, examples: list[int]) -> torch.Tensor:
        return normalise(torch.from_numpy(np.stack([self.pixels[i] for i in examples])[:, None]))


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


def frozen_run(kind: str, model: GlyphNet, mean: torch.Tensor, lab: Lab, x: torch.Tensor, y: torch.Tensor, settings: dict) -> torch.Tensor:
    with torch.no_grad():
        support, test = model.features(x), model.features(lab.test)
    if kind == "linear-probe":
        weight, bias = fit_head(unit(support), y, lab.classes, settings["C"])
        return (unit(test) @ weight.t() + bias).argmax(1)
    support, test = unit(support - mean), unit(test - mean)
    if kind == "prototypes":
        centres = unit(torch.stack([support[y == c].mean(0) for c in range(lab.classes)]))
        return (test @ centres.t()).argmax(1)
    return y[(test @ support.t()).argmax(1)]


def trained_run(kind: str, lab: Lab, mean: torch.Tensor, k: str, seed: int, x: torch.Tensor, y: torch.Tensor, settings: dict, learning: list[str]) -> torch.Tensor:
    model, _ = load_model()
    torch.manual_seed(seed % 2**31)
    if kind == "from-scratch":
        model.apply(lambda m: m.reset_parameters() if hasattr(m, "reset_parameters") else None)
    head = torch.nn.Linear(model.head.in_features, lab.classes)
    if settings["head-first"] == "yes":
        with torch.no_grad():
            features = model.features(x)
            scale = features.norm(dim=1).mean()
        weight, bias = fit_head(features / scale, y, lab.classes, settings["C"])
        head.weight.data, head.bias.data = weight / scale, bias
    model.head = head
    for name, parameter in model.named_parameters():
        parameter.requires_grad = kind != "chosen-layers" or name.startswith(("head", *learning))
    optimiser = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=settings["lr-trunk"])
    few = k != "all" and int(k) <= 10
    steps = int(settings["steps-few" if few else "steps-many"])
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    batch = min(int(settings["batch"]), len(y))
    order = torch.empty(0, dtype=torch.long)
    model.train(settings["batch-norm"] == "train")
    points = {round(i * steps / 10) for i in range(11)}
    for step in range(steps):
        if step in points:  # Shotlab measures its learning curve as often
            model.eval()
            with torch.no_grad():
                model(lab.test[:200])
            model.train(settings["batch-norm"] == "train")
        if len(order) < batch:
            order = torch.randperm(len(y))
        chosen, order = order[:batch], order[batch:]
        loss = functional.cross_entropy(model(x[chosen]), y[chosen])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    model.eval()
    with torch.no_grad():
        return model(lab.test).argmax(1)


def main() -> None:
    """python3 plain_pytorch.py LAB: prints one JSON line with seconds and accuracies by arm and k."""
    started = time.perf_counter()
    lab = Lab(Path(sys.argv[1]))
    db = sqlite3.connect(sys.argv[1])
    layers = {
        json.loads(s)["layers"] and tuple(json.loads(s)["layers"])
        for (s,) in db.execute("SELECT settings FROM arm WHERE kind = 'chosen-layers' AND comparison_id = ?", (lab.comparison,))
        if "layers" in json.loads(s)
    }
    model, mean = load_model()
    accuracy, seconds = defaultdict(list), defaultdict(float)
    for kind, k, _, settings, seed, support in lab.runs:
        begun = time.perf_counter()
        settings, learning = settings.get("settings", settings), settings.get("layers", next(iter(layers), []))
        if kind == "zero-shot":
            with torch.no_grad():
                p = model(lab.test).softmax(1)
            answers = torch.stack([p[:, link].sum(1) for link in lab.links], 1).argmax(1)
        else:
            x, y = lab.tensor([e for e, _ in support]), torch.tensor([c for _, c in support])
            if kind in ("prototypes", "nearest-neighbour", "linear-probe"):
                answers = frozen_run(kind, model, mean, lab, x, y, settings)
            else:
                answers = trained_run(kind, lab, mean, k, seed, x, y, settings, list(learning))
        accuracy[f"{kind} k={k}"].append((answers == lab.test_labels).float().mean().item())
        seconds[kind] += time.perf_counter() - begun
    print(
        json.dumps(
            {
                "seconds": time.perf_counter() - started,
                "threads": torch.get_num_threads(),
                "seconds_by_arm": seconds,
                "accuracy": {cell: float(np.mean(values)) for cell, values in accuracy.items()},
            }
        )
    )


if __name__ == "__main__":
    main()
