// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QVariant>

class QWidget;

namespace shotlab::pages
{

/// What people have done to pages and what no model knows: half-typed words, open drawers, scroll positions, troubles on
/// display. Pages are made anew when the language changes; this carries it over. Widgets are known by their object names.
class PageState
{
public:
    explicit PageState(const QWidget &root);
    /// Troubles are worded in the language that is in force now.
    void restore(QWidget &root) const;

private:
    QHash<QString, QVariant> m_values;
};

} // namespace shotlab::pages
