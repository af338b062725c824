// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/PageStack.h"

namespace shotlab::widgets
{

PageStack::PageStack(QWidget *parent) : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
}

QSize PageStack::sizeHint() const { return currentWidget() != nullptr ? currentWidget()->sizeHint() : QSize(); }

QSize PageStack::minimumSizeHint() const { return currentWidget() != nullptr ? currentWidget()->minimumSizeHint() : QSize(); }

} // namespace shotlab::widgets
