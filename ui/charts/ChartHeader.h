// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QStringList>
#include <QWidget>

class QHBoxLayout;

namespace shotlab::charts
{

/// Breaks a text into at most so many lines of this width; what does not fit ends in "…".
[[nodiscard]] QStringList brokenLines(const QString &text, const QFont &font, double width, int most);

/// Headline and grey line of a chart, and the buttons at their right.
class ChartHeader : public QWidget
{
    Q_OBJECT

public:
    enum class Style { Finding, Title }; ///< grey line below a headline of up to two lines; beside a short title

    explicit ChartHeader(Style style, QWidget *parent = nullptr);
    void setTexts(const QString &headline, const QString &subline);
    void insertWidget(int index, QWidget *widget); ///< from the left; -1: last
    [[nodiscard]] int widgetCount() const;
    void setWidgetsVisible(bool visible); ///< not on exported pictures
    void setRoom(int height); ///< of the whole chart: a low one gets a single line each
    [[nodiscard]] int heightFor(int width) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Lines {
        QStringList headline;
        QStringList subline;
    };
    [[nodiscard]] int widgetsWidth() const;
    [[nodiscard]] double firstLineTop() const;
    [[nodiscard]] Lines linesFor(int width) const;
    void placeWidgets();

    Style m_style;
    QString m_headline;
    QString m_subline;
    int m_mostLines = 2;
    QWidget *m_widgets = nullptr;
    QHBoxLayout *m_row = nullptr;
};

} // namespace shotlab::charts
