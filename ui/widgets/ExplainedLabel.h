// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

#include "text/Names.h"

namespace shotlab::widgets
{

/// A word with a dotted underline; click, Enter or Space opens its explanation beside it, Escape or a click elsewhere closes it.
class ExplainedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ExplainedLabel(text::Term term, QWidget *parent = nullptr);
    /// The word as it stands here ("draws" instead of "Draw").
    ExplainedLabel(const QString &word, text::Term term, QWidget *parent = nullptr);

    void openExplanation();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    text::Term m_term;
};

} // namespace shotlab::widgets
