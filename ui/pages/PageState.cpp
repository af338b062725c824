// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/PageState.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QLineEdit>
#include <QScrollBar>

#include "pages/PageParts.h"
#include "widgets/Card.h"

namespace shotlab::pages
{

namespace
{

/// Named widgets, each with a key of its own: names repeat between pages.
QList<std::pair<QString, QWidget *>> namedWidgets(const QWidget &root)
{
    QList<std::pair<QString, QWidget *>> named;
    QHash<QString, int> seen;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        const QString name = widget->objectName();
        if (!name.isEmpty() && !name.startsWith(QLatin1String("qt_")))
            named.emplace_back(QStringLiteral("%1#%2").arg(name).arg(seen[name]++), widget);
    }
    return named;
}

QVariant valueOf(const QWidget &widget)
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        return edit->isReadOnly() ? QVariant() : QVariant(edit->text());
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->isCheckable() ? QVariant(button->isChecked()) : QVariant();
    if (const auto *area = qobject_cast<const QAbstractScrollArea *>(&widget))
        return area->verticalScrollBar()->value();
    if (qobject_cast<const widgets::NoticeCard *>(&widget) != nullptr && !widget.isHidden())
        return widget.property(kTroubleProperty);
    return {};
}

void setValue(QWidget &widget, const QVariant &value)
{
    if (auto *edit = qobject_cast<QLineEdit *>(&widget)) {
        edit->setText(value.toString());
    } else if (auto *button = qobject_cast<QAbstractButton *>(&widget)) {
        if (button->isCheckable() && button->isEnabled() && button->isChecked() != value.toBool())
            button->click();
    } else if (auto *area = qobject_cast<QAbstractScrollArea *>(&widget)) {
        area->verticalScrollBar()->setValue(value.toInt());
    } else if (auto *notice = qobject_cast<widgets::NoticeCard *>(&widget)) {
        setTrouble(notice, value.value<Error>());
    }
}

} // namespace

PageState::PageState(const QWidget &root)
{
    for (const auto &[key, widget] : namedWidgets(root)) {
        const QVariant value = valueOf(*widget);
        if (value.isValid())
            m_values.insert(key, value);
    }
}

void PageState::restore(QWidget &root) const
{
    for (const auto &[key, widget] : namedWidgets(root)) {
        const auto value = m_values.constFind(key);
        if (value != m_values.constEnd())
            setValue(*widget, *value);
    }
}

} // namespace shotlab::pages
