# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The characters GlyphNet knows, and their pictures.

A character becomes a source label when enough training families draw it.
Every glyph is cropped to its ink and scaled to one size, because a learner's
own pictures carry no base line; marks that differ only in size or position
(. , ' - _) would become the same picture and are left out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from glyph_fonts import Face

CANVAS = 40  # pixels of a stored glyph
INK = 36  # longest side of its ink
RENDER_SIZE = 72  # drawn larger, then reduced: smooth edges without hinting

MIN_TRAINING_FAMILIES = 2

# Capitals shared with Latin are left out of Greek and Cyrillic: the same
# picture under two labels can't be told apart by anyone.
CANDIDATES = (
    "0123456789"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "abcdefghijklmnopqrstuvwxyz"
    "!\"#$%&()*+/:;<=>?@[]^{}~"
    "£¥€§¶©®±÷¿¡«»†‡∞∑√∫≈≠≤≥∂∏◊←↑→↓♠♣♥♦♀♂★♪"
    "ÆØÞßæøþçñäéüåŁłŒœĐđ"
    "ΓΔΘΛΞΠΣΦΨΩαβγδεζηθκλμξπρστυφχψω"
    "БГДЖЗИЙЛУФЦЧШЩЪЫЬЭЮЯбвджфъыьэя"
    "אבגדהוזחטיךכלםמןנסעףפץצקרשת"
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ"
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
    "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"
    "०१२३४५६७८९"
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
    "がぎぐげござじずぜぞだでどばびぶべぼぱぴぷぺぽ"
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    "ガギグゲゴザジズゼゾダデドバビブベボパピプペポ"
    "一二三四五六七八九十百千万円日月火水木金土人口目耳手足山川田石竹糸貝車雨花草虫犬"
    "男女子学校生先名王玉音文字村町森林空天気赤青白力大小中上下左右入出立休見早正年本"
    "父母友方東西南北春夏秋冬朝昼夜門間高安長牛馬鳥魚米茶肉食"
    "가각간갈감강개거건고공과교구국군그기나남내너노누느니다대도동두라로류리마만명모무문물미"
    "바반방배백보부분비사산상서선성세소수시신실아안야양어여연영오와왕요용우운원월유은음의이인일"
    "자장저전정제조주중지진차천청초추치카코타토통파판평포표하학한해현호화활회후"
    "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㅏㅑㅓㅕㅗㅛㅜㅠ"
)

# Not in use for any character: what a face draws here is its "missing" box.
UNASSIGNED = ("\u0378", "\u0380", "\uffff")


@dataclass
class GlyphSet:
    labels: list[str]
    faces: list[Face]
    pictures: np.ndarray  # [n, CANVAS, CANVAS] bytes, ink is 255
    label_of: np.ndarray  # [n] index into labels
    face_of: np.ndarray  # [n] index into faces

    def held_out(self) -> np.ndarray:
        return np.array([face.held_out for face in self.faces])[self.face_of]


def draw(font: ImageFont.FreeTypeFont, character: str) -> np.ndarray | None:
    """The character's ink, scaled and centred, or None when nothing was drawn."""
    page = Image.new("L", (RENDER_SIZE * 4, RENDER_SIZE * 4))
    ImageDraw.Draw(page).text((RENDER_SIZE, RENDER_SIZE), character, fill=255, font=font)
    box = page.getbbox()
    if box is None:
        return None
    ink = page.crop(box)
    scale = INK / max(ink.size)
    size = [max(1, round(side * scale)) for side in ink.size]
    ink = ink.resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC)
    canvas = Image.new("L", (CANVAS, CANVAS))
    canvas.paste(ink, ((CANVAS - size[0]) // 2, (CANVAS - size[1]) // 2))
    return np.asarray(canvas)


def draw_face(face: Face, characters: str) -> dict[str, np.ndarray]:
    # Without a layout engine: one code point, one glyph, no shaping surprises.
    font = ImageFont.truetype(str(face.path), RENDER_SIZE, layout_engine=ImageFont.Layout.BASIC)
    missing = {picture.tobytes() for c in UNASSIGNED if (picture := draw(font, c)) is not None}
    pictures = {c: p for c in characters if (p := draw(font, c)) is not None and p.tobytes() not in missing}
    # Some faces answer many characters with one placeholder of their own.
    seen = Counter(picture.tobytes() for picture in pictures.values())
    return {c: picture for c, picture in pictures.items() if seen[picture.tobytes()] < 3}


def render(faces: list[Face]) -> GlyphSet:
    characters = "".join(dict.fromkeys(CANDIDATES))
    drawn = [draw_face(face, characters) for face in faces]

    families: dict[str, set[str]] = {c: set() for c in characters}
    for face, pictures in zip(faces, drawn):
        if not face.held_out:
            for character in pictures:
                families[character].add(face.family)
    labels = [c for c in characters if len(families[c]) >= MIN_TRAINING_FAMILIES]

    index = {character: i for i, character in enumerate(labels)}
    rows = [
        (picture, index[character], face_index)
        for face_index, pictures in enumerate(drawn)
        for character, picture in pictures.items()
        if character in index
    ]
    return GlyphSet(
        labels,
        faces,
        np.stack([row[0] for row in rows]),
        np.array([row[1] for row in rows], dtype=np.int64),
        np.array([row[2] for row in rows], dtype=np.int64),
    )
