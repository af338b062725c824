// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QString>
#include <QWidget>

namespace shotlab::widgets
{

/// A sentence of the lab; id 0 where it is no stored example.
struct Sentence {
    qint64 id = 0;
    QString text; ///< empty while it is being fetched
};

/// A few sentences below each other, one line each, and "+37" for the rest. They can be dragged away when they have ids; the
/// whole text is the tool tip.
class SentenceStrip : public QWidget
{
    Q_OBJECT

public:
    explicit SentenceStrip(QWidget *parent = nullptr);

    void setSentences(const std::vector<Sentence> &sentences);
    void setTotal(int total); ///< all sentences; "+n" is total minus those shown
    void setMaximumShown(int sentences); ///< default 3; so many lines are kept free
    void setDimmed(bool dimmed); ///< while something hovers above to be dropped

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(qint64 id); ///< clicked; 0 for the "+n"

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int shown() const;
    [[nodiscard]] QString restText() const; ///< "+37"; empty when all are shown
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QRect row(int index) const;
    [[nodiscard]] int at(const QPoint &position) const; ///< index, shown() for "+n", -1

    std::vector<Sentence> m_sentences;
    int m_total = 0;
    int m_maximum = 3;
    int m_pressed = -1;
    QPoint m_pressPosition;
    bool m_dimmed = false;
};

} // namespace shotlab::widgets
