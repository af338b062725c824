// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QPoint>
#include <QString>
#include <QTemporaryDir>

#include "widgets/Controls.h"

class QImage;
class QMenu;
class QMimeData;

namespace shotlab::charts
{

/// What can be taken out of a chart.
struct ChartContent {
    /// A second chart with the same content, laid out, without buttons; what is drawn is that one.
    std::function<std::unique_ptr<QWidget>()> picture;
    std::function<QString()> table; ///< tab-separated, for the clipboard
    std::function<QString()> csv;
    QString fileName; ///< proposed, without ending
};

enum class ChartFile { Png, Svg, Pdf, Csv };

/// The chart with a margin on the card's colour, scaled (2 = twice the screen's size).
[[nodiscard]] QImage chartImage(QWidget &picture, double scale);
/// Writes the file whole or not at all; false when it cannot be written. PDF and SVG hold lines and letters, not pixels.
[[nodiscard]] bool saveChart(const ChartContent &content, ChartFile kind, const QString &path);

/// The button on a chart's header that copies or saves it; dragged, it takes the chart along into another program.
class ChartMenu : public widgets::Button
{
    Q_OBJECT

public:
    /// Asks for a file to write to; empty: changed their mind.
    using AskPath = std::function<QString(const QString &proposed, const QString &filter)>;

    explicit ChartMenu(ChartContent content, QWidget *parent = nullptr);
    void setAskPath(const AskPath &ask); ///< default: the system's file dialog
    /// What a drag takes along: the picture, the same as a PNG file, and the table as text.
    [[nodiscard]] std::unique_ptr<QMimeData> dragged();

Q_SIGNALS:
    void noticed(const QString &sentence); ///< what became of it

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void save(ChartFile kind);
    [[nodiscard]] QString filterOf(ChartFile kind) const;

    ChartContent m_content;
    AskPath m_ask;
    QMenu *m_menu = nullptr;
    QPoint m_pressed;
    std::optional<QTemporaryDir> m_draggedFiles; ///< the other program may read them long after the drag
};

} // namespace shotlab::charts
