// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/FindingsPanel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "widgets/Controls.h"
#include "widgets/Labels.h"
#include "widgets/Scrolling.h"

namespace shotlab::widgets
{

namespace
{

QString html(const text::FindingText &finding)
{
    const QString sentence = finding.sentence.toHtmlEscaped();
    const QString emphasis = finding.emphasis.toHtmlEscaped();
    const qsizetype at = emphasis.isEmpty() ? -1 : sentence.indexOf(emphasis);
    if (at < 0)
        return sentence;
    // 600, not <b>: the bundled face ends at SemiBold.
    return sentence.left(at) + QStringLiteral("<span style=\"font-weight:600\">") + emphasis + QStringLiteral("</span>")
        + sentence.mid(at + emphasis.size());
}

QWidget *findingRow(const text::FindingText &finding)
{
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(divider());
    column->addSpacing(6);
    QLabel *sentence = label({}, TextSize::Body, Tone::Text, QFont::Normal, true);
    sentence->setTextFormat(Qt::RichText);
    sentence->setText(html(finding));
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(sentence);
    if (!finding.evidence.isEmpty())
        column->addWidget(label(finding.evidence, TextSize::Smallest, Tone::Secondary, QFont::Normal, true));
    row->setAccessibleName(finding.sentence);
    row->setAccessibleDescription(finding.evidence);
    return row;
}

} // namespace

FindingsPanel::FindingsPanel(QWidget *parent) : Card(tr("What this shows"), parent)
{
    setKind(Kind::Tinted);
    addLeadingSymbol(Symbol::Findings, Ink::Accent);
    auto *content = new QWidget;
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(8);
    m_scroll = fittingScroll(content);
    m_scroll->setObjectName(QStringLiteral("findingsScroll"));
    body()->addWidget(m_scroll, 1);
    m_footnote = label(tr("Overlapping bands are not a clear difference; these sentences compare the same draws in pairs."),
                       TextSize::Smallest, Tone::Secondary, QFont::Normal, true);
    body()->addWidget(m_footnote);
    m_all = new Button(Button::Look::Link);
    body()->addWidget(m_all, 0, Qt::AlignRight);
    connect(m_all, &QAbstractButton::clicked, this, [this] {
        m_expanded = !m_expanded;
        rebuild();
        Q_EMIT expandedChanged();
    });
    m_emptyText = tr("Findings stand here as soon as the numbers support one.");
    rebuild();
}

bool FindingsPanel::setFindings(const std::vector<text::FindingText> &findings)
{
    if (findings == m_findings)
        return false;
    m_findings = findings;
    rebuild();
    return true;
}

void FindingsPanel::setEmptyText(const QString &text)
{
    m_emptyText = text;
    rebuild();
}

void FindingsPanel::setMaximumShown(int findings)
{
    if (findings == m_maximum)
        return;
    m_maximum = findings;
    rebuild();
}

int FindingsPanel::shown() const
{
    const int all = static_cast<int>(m_findings.size());
    return m_expanded ? all : std::min(all, m_maximum);
}

int FindingsPanel::unusedHeight() const { return m_scroll->contentsRect().height() - m_scroll->viewport()->height(); }

void FindingsPanel::rebuild()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        delete item->widget(); // not later: until then it would still be painted
        delete item;
    }
    for (int index = 0; index < shown(); ++index) {
        QWidget *row = findingRow(m_findings[static_cast<std::size_t>(index)]);
        m_list->addWidget(row);
        row->show(); // at once: until then the panel's height does not count it
    }
    if (m_findings.empty())
        m_list->addWidget(label(m_emptyText, TextSize::Body, Tone::Secondary, QFont::Normal, true));
    m_footnote->setVisible(!m_findings.empty());
    const int all = static_cast<int>(m_findings.size());
    m_all->setVisible(all > m_maximum);
    m_all->setText(m_expanded ? tr("Fewer") : tr("All %1 findings").arg(all));
    // By itself the scroll area would tell only later that it needs another height, and layouts inside others keep theirs until
    // they are activated.
    m_scroll->updateGeometry();
    layout()->activate();
}

} // namespace shotlab::widgets
