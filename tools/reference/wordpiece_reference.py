#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/media/wordpiece.json.z: 2,000 varied strings and the token ids that the reference library gives them.

Needs pip's tokenizers 0.23.1. The vocabulary is the one inside the bundled minilm-l6. The strings are drawn here from
words of the vocabulary, from characters of many scripts, and from what commonly goes wrong; the file is JSON, one list
of strings and one of ids, packed as Qt's qUncompress reads it.
"""

import json
import random
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "tests" / "data" / "media" / "wordpiece.json.z"
COUNT = 2000

# First and last code point.
SCRIPTS = {
    "latin": (0x20, 0x24F),
    "phonetic and accents": (0x250, 0x36F),
    "greek": (0x370, 0x3FF),
    "cyrillic": (0x400, 0x4FF),
    "armenian": (0x531, 0x587),
    "hebrew": (0x591, 0x5F4),
    "arabic": (0x600, 0x6FF),
    "devanagari": (0x901, 0x970),
    "bengali": (0x981, 0x9FA),
    "thai": (0xE01, 0xE5B),
    "georgian": (0x10A0, 0x10FC),
    "jamo": (0x1100, 0x11FF),
    "latin, more accents": (0x1E00, 0x1EFF),
    "greek, more accents": (0x1F00, 0x1FFE),
    "punctuation and spaces": (0x2000, 0x206F),
    "letter-like, arrows, mathematics": (0x2100, 0x22FF),
    "boxes, dingbats": (0x2500, 0x27BF),
    "kana, chinese signs": (0x3000, 0x30FF),
    "chinese": (0x4E00, 0x4FFF),
    "chinese, later blocks": (0x20000, 0x2B739),
    "chinese, where the reference begins late": (0x2B820, 0x2B95F),
    "korean": (0xAC00, 0xD7A3),
    "private use and compatible chinese": (0xF8F0, 0xFA2D),
    "ligatures, full width": (0xFB00, 0xFFFD),
    "mathematical letters": (0x1D400, 0x1D7FF),
    "emoji": (0x1F300, 0x1F64F),
    "tags": (0xE0001, 0xE007F),
}

ODD = [
    "", " ", "\t\n\r ", "\u0000", "\ufffd", "\u200b", "\u00ad", "\u0085", "\u2028", "\u2029", "\u3000", "\u00a0", "\ufeff",
    "[SEP]", "[CLS] hello [PAD]", "[UNK]", "[MASK]ed", "##ing", "##", "un##known", "a" * 99, "a" * 100, "a" * 101,
    "é" * 100, "e\u0301" * 100, "e\u0301" * 101, "ab" * 200, "1234567890" * 11, "...", "?!?!", "$3.50", "C++", "a_b-c", "it's",
    "don’t", "“quoted”", "naïve café", "NAI\u0308VE", "İstanbul", "IıİiI", "straße STRASSE", "ΣΑΣ σας", "ǅungla", "ﬁancé",
    "Ⅷ ⅷ", "①②③", "½ cup", "x²", "Å\u212b", "が か\u3099", "한국어 \u1112\u1161\u11ab", "हिन्दी", "ไทย", "עִבְרִית", "العَرَبِيَّة",
    "我的卡丢了。", "東京タワー", "我的card丢了", "👩‍👩‍👧 family", "🇨🇳", "👍🏽", "♥️", "a\u0000b", "a\u200bb", "a\u00adb", "zero\u200dwidth",
    "https://example.org/a?b=c&d=%20", "name@example.org", "#hashtag @you", "1,234.56", "20:15", "5°C", "10€", "¥100", "£9.99",
]  # fmt: skip


def reference(vocabulary: list[str]) -> Tokenizer:
    """As the published tokenizer, without its list of special tokens: their names in a sentence are plain text."""
    numbers = {piece: number for number, piece in enumerate(vocabulary)}
    tokenizer = Tokenizer(models.WordPiece(numbers, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def is_settled(character: str) -> bool:
    """What Unicode says of it has not changed for long: the libraries know different versions."""
    return unicodedata.ucd_3_2_0.category(character) == unicodedata.category(character)


def sentence(words: list[str], rng: random.Random) -> str:
    parts = []
    for _ in range(rng.randint(1, 12)):
        word = rng.choice(words)
        word = rng.choice((word, word, word.capitalize(), word.upper(), word + rng.choice(words)))
        parts.append(word + rng.choice(("", "", "", ",", ".", "?", "!", "'s", "-", "/", "\u0301")))
    return rng.choice((" ", " ", " ", "  ", "\n", "\u00a0")).join(parts)


def strings(vocabulary: list[str]) -> list[str]:
    rng = random.Random(1)
    words = [piece for piece in vocabulary[999:] if not piece.startswith("##")]
    made = list(ODD)
    while len(made) < COUNT:
        kind = rng.random()
        if kind < 0.5:
            made.append(sentence(words, rng))
            continue
        first, last = rng.choice(list(SCRIPTS.values()))
        odd = "".join(filter(is_settled, (chr(rng.randint(first, last)) for _ in range(rng.randint(1, 12)))))
        made.append(odd if kind < 0.75 else f"{sentence(words, rng)}{odd}{rng.choice(words)}")
    return made


def main() -> None:
    with zipfile.ZipFile(ROOT / "resources" / "models" / "minilm-l6.pt") as archive:
        vocabulary = archive.read("minilm-l6/extra/vocab.txt").decode("utf-8").split("\n")
    if not vocabulary[-1]:
        vocabulary.pop()
    tokenizer = reference(vocabulary)
    made = strings(vocabulary)
    begin, end = vocabulary.index("[CLS]"), vocabulary.index("[SEP]")
    ids = [[begin, *encoded.ids, end] for encoded in tokenizer.encode_batch(made, add_special_tokens=False)]
    document = json.dumps({"strings": made, "ids": ids}, separators=(",", ":")).encode("ascii")
    OUT.write_bytes(struct.pack(">I", len(document)) + zlib.compress(document, 9))
    print(len(made), "strings,", sum(map(len, ids)), "ids,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
