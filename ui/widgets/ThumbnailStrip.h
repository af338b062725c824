// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QImage>

#include "widgets/ExampleStrip.h"

namespace shotlab::widgets
{

/// A small picture of the lab; id 0 where it is no stored example.
struct Thumbnail {
    qint64 id = 0;
    QImage image; ///< null while it is being made
};

/// One row of pictures and "+59" for the rest. Pictures can be dragged away when they have ids.
class ThumbnailStrip : public ExampleStrip
{
    Q_OBJECT

public:
    explicit ThumbnailStrip(QWidget *parent = nullptr);

    void setThumbnails(const std::vector<Thumbnail> &thumbnails);
    void setTotal(int total); ///< all pictures; "+n" is total minus those shown
    void setSide(int side); ///< of one picture, logical pixels (default 56)
    [[nodiscard]] int shown() const override; ///< at most 4, unless setMaximumShown() says otherwise

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] int at(const QPoint &position) const override;
    [[nodiscard]] qint64 idAt(int index) const override;
    [[nodiscard]] QPixmap dragPicture(int index) const override;

private:
    [[nodiscard]] int sideNow() const;
    [[nodiscard]] QRect cell(int index) const;

    std::vector<Thumbnail> m_thumbnails;
    int m_side = 56;
};

} // namespace shotlab::widgets
