// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPainter;
class QRect;

namespace shotlab::widgets
{

enum class DropState { Cold, Empty, Hot };
/// Background and border of something to drop on: a card, a dashed invitation, or the accent dashes of "drop here".
void drawDropFrame(QPainter &painter, const QRect &rect, DropState state);

} // namespace shotlab::widgets
