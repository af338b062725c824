// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QStringList>
#include <QWidget>

namespace shotlab::widgets
{

/// What is taken for what (confusion matrix): rows are the true classes, columns the answers, cells the share of the row in per
/// cent. One hue, opacity by the square root of the share, zeros blank. Up to 100 classes: names are shortened (a tool tip has
/// them whole), then stand at every second, third, … row; what the cursor is at is always named.
class MixUpMatrix : public QWidget
{
    Q_OBJECT

public:
    explicit MixUpMatrix(QWidget *parent = nullptr);

    /// counts[true][answered]; size classes x classes. Anything else empties the matrix.
    void setData(const QStringList &classes, const std::vector<std::vector<int>> &counts);
    void setEmptyText(const QString &text);
    [[nodiscard]] int classCount() const { return static_cast<int>(m_classes.size()); }
    /// Share of the true class's examples that got this answer, 0..1; 0 for an empty row.
    [[nodiscard]] double share(int trueClass, int answered) const;
    /// "Fox taken for dog: 19 %, 19 of 100 answers"
    [[nodiscard]] QString describe(int trueClass, int answered) const;
    [[nodiscard]] QPoint cursor() const { return m_cursor; } ///< x = answered, y = true class; (-1, -1) before the first key
    void setCursorCell(int trueClass, int answered);
    [[nodiscard]] QRect cellRect(int trueClass, int answered) const;
    /// Whether the names stand at rows and columns: all of them, or one in so many.
    [[nodiscard]] int rowNameStep() const;
    [[nodiscard]] int columnNameStep() const;
    [[nodiscard]] bool showsNumbers() const;
    /// Full name of the class whose name is written there; empty anywhere else.
    [[nodiscard]] QString nameAt(const QPoint &position) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cellActivated(int trueClass, int answered); ///< click, Enter or Space
    void cursorChanged(int trueClass, int answered);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Geometry;
    [[nodiscard]] Geometry geometryNow() const;
    [[nodiscard]] QPoint cellAt(const QPoint &position) const;
    void paintRowNames(QPainter &painter, const Geometry &geometry) const;
    void paintColumnNames(QPainter &painter, const Geometry &geometry) const;
    void paintCells(QPainter &painter, const Geometry &geometry) const;

    QStringList m_classes;
    std::vector<std::vector<int>> m_counts;
    std::vector<int> m_rowTotals;
    QString m_emptyText;
    QPoint m_cursor {-1, -1};
    QPoint m_hover {-1, -1};
};

} // namespace shotlab::widgets
