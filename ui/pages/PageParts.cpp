// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/PageParts.h"

#include <QLabel>
#include <QLayout>
#include <QVariant>
#include <QVBoxLayout>

#include "text/Sentences.h"
#include "widgets/Card.h"
#include "widgets/Labels.h"

namespace shotlab::pages
{

QVBoxLayout *questionBlock(const QString &question, const QString &detail)
{
    auto *block = new QVBoxLayout;
    block->setSpacing(2);
    block->setContentsMargins(2, 0, 2, 0);
    QLabel *title = widgets::label(question, widgets::TextSize::PageQuestion, widgets::Tone::Text, QFont::DemiBold, true);
    block->addWidget(title);
    block->addWidget(widgets::label(detail, widgets::TextSize::Body, widgets::Tone::Secondary, QFont::Normal, true));
    return block;
}

bool isOnHiddenPage(const QWidget &widget) { return widget.window()->isVisible() && !widget.isVisible(); }

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            // Out of the tree at once, deleted once its own signal handlers are through.
            widget->setParent(nullptr);
            widget->deleteLater();
        } else if (QLayout *inner = item->layout()) {
            clearLayout(inner);
        }
        delete item;
    }
}

void setTrouble(widgets::NoticeCard *notice, const Error &error)
{
    const text::ErrorText words = text::errorText(error);
    notice->setNotice(widgets::NoticeCard::Mood::Error, words.what,
                      text::sentencesText({words.meaning, words.remedy}));
    notice->setProperty(kTroubleProperty, QVariant::fromValue(error));
    notice->show();
}

} // namespace shotlab::pages
