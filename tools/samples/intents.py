# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample "intents": what customers write, and what they want. All of it stands in intents.txt."""

from pathlib import Path

from common import Class, Sample, Text

SOURCE = Path(__file__).with_name("intents.txt")


def build():
    classes = []
    texts = []
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("@ "):
            name, chinese, meaning = line[2:].split(" | ")
            classes.append(Class(name, name, {"zh_CN": chinese}, description=meaning))
            continue
        shown = line.startswith("* ")
        text = line[2:] if shown else line
        texts.append(Text(classes[-1].id, text, f"{SOURCE.name}:{len(texts) + 1}", shown))
    return Sample(
        name="intents",
        title="What does the customer want?",
        display={"zh_CN": "顾客想要什么？"},
        model="minilm-l6",
        classes=classes,
        texts=texts,
        # Some messages could be meant either way; that is how people write.
        notes=["some-are-ambiguous"],
    )
