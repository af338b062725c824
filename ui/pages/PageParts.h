// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "lab/Result.h"

class QLayout;
class QVBoxLayout;
class QWidget;

namespace shotlab::widgets
{
class NoticeCard;
}

/// Small things every page needs.
namespace shotlab::pages
{

/// The question of a page with its grey line below.
[[nodiscard]] QVBoxLayout *questionBlock(const QString &question, const QString &detail);
/// The window shows another page than that of this widget: what is dear to build can wait until the widget is shown.
[[nodiscard]] bool isOnHiddenPage(const QWidget &widget);
/// Takes everything out of a layout and deletes it (layouts inside included).
void clearLayout(QLayout *layout);
/// Puts the sentence for an error on a notice and shows it. The error itself stays with the notice, to be worded anew in another
/// language.
inline constexpr const char *kTroubleProperty = "trouble"; ///< shotlab::Error
void setTrouble(widgets::NoticeCard *notice, const Error &error);

} // namespace shotlab::pages
