// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QString>

#include "widgets/ExampleStrip.h"

namespace shotlab::widgets
{

/// A sentence of the lab; id 0 where it is no stored example.
struct Sentence {
    qint64 id = 0;
    QString text; ///< empty while it is being fetched
};

/// A few sentences below each other, one line each, and "+37" for the rest. They can be dragged away when they have ids; the
/// whole text is the tool tip.
class SentenceStrip : public ExampleStrip
{
    Q_OBJECT

public:
    explicit SentenceStrip(QWidget *parent = nullptr);

    void setSentences(const std::vector<Sentence> &sentences);
    void setTotal(int total); ///< all sentences; "+n" is total minus those shown
    [[nodiscard]] int shown() const override; ///< at most 3, unless setMaximumShown() says otherwise; so many lines are kept free

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] int at(const QPoint &position) const override;
    [[nodiscard]] qint64 idAt(int index) const override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QRect row(int index) const;

    std::vector<Sentence> m_sentences;
};

} // namespace shotlab::widgets
