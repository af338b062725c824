// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include <QImage>
#include <QStringList>
#include <QVector>
#include <QWidget>

#include "widgets/Icons.h"

namespace shotlab::pages
{

/// Small pictures in a square grid, as on sample and model cards.
class Mosaic : public QWidget
{
    Q_OBJECT

public:
    /// side: pictures per row and column.
    explicit Mosaic(int side, QWidget *parent = nullptr);

    void setPictures(const QVector<QImage> &pictures);
    /// Stands in cells that have no picture; none by default.
    void setPlaceholder(widgets::Symbol symbol);
    /// Sentences in place of pictures, as in a conversation; as many as find room.
    void setSentences(const QStringList &sentences);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    /// Rounded, so that neighbours whose widths differ by a pixel stay equally high.
    [[nodiscard]] int heightForWidth(int width) const override { return width & ~3; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_side;
    void paintSentences(QPainter &painter) const;

    std::optional<widgets::Symbol> m_placeholder;
    QVector<QImage> m_pictures;
    QStringList m_sentences;
};

} // namespace shotlab::pages
