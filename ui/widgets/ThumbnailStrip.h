// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QImage>
#include <QWidget>

class QMimeData;

namespace shotlab::widgets
{

/// A small picture of the lab; id 0 where it is no stored example.
struct Thumbnail {
    qint64 id = 0;
    QImage image; ///< null while it is being made
};

/// Examples dragged within the window travel under this type.
constexpr const char *kExamplesMime = "application/x-shotlab-examples";
[[nodiscard]] QMimeData *examplesMime(const std::vector<qint64> &ids);
[[nodiscard]] std::vector<qint64> examplesOf(const QMimeData *mime); ///< empty when it holds none

/// One row of pictures and "+59" for the rest. Pictures can be dragged away when they have ids.
class ThumbnailStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ThumbnailStrip(QWidget *parent = nullptr);

    void setThumbnails(const std::vector<Thumbnail> &thumbnails);
    void setTotal(int total); ///< all pictures; "+n" is total minus those shown
    void setSide(int side); ///< of one picture, logical pixels (default 56)
    void setMaximumShown(int pictures); ///< default 4
    void setDimmed(bool dimmed); ///< while something hovers above to be dropped
    [[nodiscard]] int shown() const; ///< that fit at the present width

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(qint64 id); ///< clicked; 0 for the "+n"

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int sideNow() const;
    [[nodiscard]] QRect cell(int index) const;
    [[nodiscard]] int at(const QPoint &position) const;

    std::vector<Thumbnail> m_thumbnails;
    int m_total = 0;
    int m_side = 56;
    int m_maximum = 4;
    int m_pressed = -1;
    QPoint m_pressPosition;
    bool m_dimmed = false;
};

} // namespace shotlab::widgets
