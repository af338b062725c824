// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/MarkEditor.h"

#include <algorithm>

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "models/ChartFeed.h"
#include "text/Sentences.h"
#include "widgets/Controls.h"
#include "widgets/Labels.h"

namespace shotlab::pages
{

using widgets::Button;
using widgets::TextSize;
using widgets::Tone;

namespace
{

constexpr int kLongestNote = 500;
constexpr int kLongestTags = 200;

/// Separated by commas, as they are typed in either language.
std::vector<std::string> tagsFrom(const QString &typed)
{
    static const QRegularExpression kSeparator(QStringLiteral("[,，、;；#]"));
    std::vector<std::string> tags;
    for (const QString &part : typed.split(kSeparator)) {
        const std::string tag = part.simplified().toStdString();
        if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end())
            tags.push_back(tag);
    }
    return tags;
}

} // namespace

MarkEditor::MarkEditor(models::Workspace &workspace, QWidget *parent) : QWidget(parent), m_workspace(workspace)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_title = widgets::label({}, TextSize::Smallest, Tone::Secondary, QFont::DemiBold, true);
    column->addWidget(m_title);
    const auto field = [this, column](const char *name, const QString &spoken, const QString &hint, int longest) {
        auto *edit = new QLineEdit;
        edit->setObjectName(QLatin1String(name));
        edit->setAccessibleName(spoken);
        edit->setPlaceholderText(hint);
        edit->setMaxLength(longest);
        connect(edit, &QLineEdit::editingFinished, this, &MarkEditor::keep);
        column->addWidget(edit);
        return edit;
    };
    m_tags = field("runTags", tr("Tags"), tr("Tags, with commas between them"), kLongestTags);
    m_note = field("runNote", tr("Note"), tr("Note"), kLongestNote);
    auto *done = new Button(Button::Look::Small, tr("Done"));
    done->setObjectName(QStringLiteral("marksDone"));
    connect(done, &QAbstractButton::clicked, this, &QWidget::hide);
    column->addWidget(done, 0, Qt::AlignLeft);
}

void MarkEditor::edit(const models::Workspace::Cell &cell)
{
    m_cell = cell;
    m_title->setText(tr("%1, %2").arg(models::armTitle(*m_workspace.comparison(), cell.first, m_workspace.tree()),
                                      text::shotsShort(cell.second)));
    const CellMark mark = m_workspace.markOf(cell);
    QStringList tags;
    for (const std::string &tag : mark.tags)
        tags << QString::fromStdString(tag);
    m_tags->setText(tags.join(QStringLiteral(", ")));
    m_note->setText(QString::fromStdString(mark.note));
    show();
    m_tags->setFocus();
}

void MarkEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT shownOrHidden();
}

void MarkEditor::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    Q_EMIT shownOrHidden();
}

void MarkEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

void MarkEditor::keep()
{
    if (m_cell && m_workspace.comparison())
        m_workspace.mark(*m_cell, tagsFrom(m_tags->text()), m_note->text().simplified().toStdString());
}

} // namespace shotlab::pages
