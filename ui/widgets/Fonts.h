// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QString>
#include <QStringList>

class QPainter;
class QRectF;

namespace shotlab::widgets
{

/// Registers the bundled Inter faces (once); false when a face could not be read.
bool registerFonts();
/// Latin first, or digits and "·" become wide; then families with Chinese shapes by name, or Japanese ones are taken.
[[nodiscard]] QStringList fontFamilies();

/// Draws text with all digits equally wide (Qt 6.4 cannot switch on the font's own tabular figures). Alignment: left or right,
/// vertically centred.
void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);
[[nodiscard]] double tabularWidth(const QFont &font, const QString &text);

} // namespace shotlab::widgets
