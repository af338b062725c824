# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a bundled model: TorchScript with its model card inside, and the card beside it."""

from __future__ import annotations

import json
from pathlib import Path

import torch

CARD = "model_card.json"
REPOSITORY = Path(__file__).resolve().parents[2]
MODELS = REPOSITORY / "resources" / "models"


def parameter_count(module: torch.nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())


def card_text(card: dict) -> str:
    return json.dumps(card, ensure_ascii=False, indent=1) + "\n"


def write_model(
    scripted: torch.jit.ScriptModule, card: dict, folder: Path = MODELS, extra: dict[str, str] | None = None
) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{card['name']}.pt"
    text = card_text(card)
    (folder / f"{card['name']}.card.json").write_text(text, encoding="utf-8")
    torch.jit.save(scripted, str(path), _extra_files={CARD: text, **(extra or {})})
    drop_debug_records(path)
    return path


def drop_debug_records(path: Path) -> None:
    """Leaves out the source positions TorchScript stores: they name the maintainer's
    folders and would make two equal builds differ."""
    reader = torch._C.PyTorchFileReader(str(path))
    names = [n for n in reader.get_all_records() if not n.endswith(".debug_pkl") and n != "version"]
    records = [(name, reader.get_record(name)) for name in names]
    del reader
    writer = torch._C.PyTorchFileWriter(str(path))
    for name, record in records:
        writer.write_record(name, record, len(record))
    writer.write_end_of_file()


def read_model(name: str, folder: Path = MODELS) -> tuple[torch.jit.ScriptModule, dict]:
    """The model as the engine uses it: widened to floats, in evaluation mode."""
    extra = {CARD: ""}
    module = torch.jit.load(str(folder / f"{name}.pt"), _extra_files=extra)
    text = extra[CARD].decode("utf-8") if isinstance(extra[CARD], bytes) else extra[CARD]
    return module.float().eval(), json.loads(text)
