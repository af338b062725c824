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

/// Headline and grey line of a chart, and the buttons at their right. The headline is shown whole, in smaller letters or on
/// another line where it must be; of the grey line, parts that have no room stand in the tooltip.
class ChartHeader : public QWidget
{
    Q_OBJECT

public:
    enum class Style { Finding, Title }; ///< grey line below a headline; beside a short title

    explicit ChartHeader(Style style, QWidget *parent = nullptr);
    void setTexts(const QString &headline, const QString &subline);
    void insertWidget(int index, QWidget *widget); ///< from the left; -1: last
    [[nodiscard]] int widgetCount() const;
    void setWidgetsVisible(bool visible); ///< not on exported pictures
    void setRoom(int height); ///< of the whole chart: a low one gets smaller letters and a single grey line
    [[nodiscard]] int heightFor(int width) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Lines {
        QStringList headline;
        QFont headlineFont;
        QStringList subline;
        bool whole = true; ///< nothing is left out
    };
    [[nodiscard]] int widgetsWidth() const;
    [[nodiscard]] double firstLineTop(const QFont &headline) const;
    [[nodiscard]] Lines linesFor(int width) const;
    void placeWidgets();

    Style m_style;
    QString m_headline;
    QString m_subline;
    bool m_low = false;
    QWidget *m_widgets = nullptr;
    QHBoxLayout *m_row = nullptr;
};

} // namespace shotlab::charts
