// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "text/Sentences.h"
#include "widgets/Card.h"

class QScrollArea;

namespace shotlab::widgets
{

class Button;

/// "What this shows": the first few findings, each with its evidence, and a way to the others. Where it gets less height than it
/// asks for, the findings scroll.
class FindingsPanel : public Card
{
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget *parent = nullptr);

    /// True when they are others than before; those that are shown already stay as they are, selections and all.
    bool setFindings(const std::vector<text::FindingText> &findings);
    void setEmptyText(const QString &text); ///< while nothing is supported yet
    void setMaximumShown(int findings); ///< default 3
    [[nodiscard]] int shown() const;
    [[nodiscard]] int unusedHeight() const; ///< that is left below the last whole finding
    [[nodiscard]] bool isExpanded() const { return m_expanded; } ///< shows all, as asked by a click

Q_SIGNALS:
    void expandedChanged();

private:
    void rebuild();

    std::vector<text::FindingText> m_findings;
    QString m_emptyText;
    QVBoxLayout *m_list = nullptr;
    QScrollArea *m_scroll = nullptr;
    QLabel *m_footnote = nullptr;
    Button *m_all = nullptr;
    int m_maximum = 3;
    bool m_expanded = false;
};

} // namespace shotlab::widgets
