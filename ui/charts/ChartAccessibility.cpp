// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartAccessibility.h"

#include <QAccessibleWidget>

#include "charts/AccuracyChart.h"
#include "charts/CostChart.h"
#include "charts/LearningCurvesChart.h"

namespace shotlab::charts
{

void announceAsChart()
{
    static const bool installed = [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            if (qobject_cast<AccuracyChart *>(object) || qobject_cast<CostChart *>(object)
                || qobject_cast<LearningCurvesChart *>(object))
                return new QAccessibleWidget(qobject_cast<QWidget *>(object), QAccessible::Chart);
            return nullptr;
        });
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace shotlab::charts
