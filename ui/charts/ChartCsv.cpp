// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The charts' numbers for other programs; see ChartMath.h.

#include <QCoreApplication>
#include <QStringList>

#include "charts/ChartMath.h"
#include "text/Sentences.h"

namespace shotlab::charts
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChartCsv)
};

QString quoted(QString cell)
{
    if (!cell.contains(QLatin1Char(',')) && !cell.contains(QLatin1Char('"')) && !cell.contains(QLatin1Char('\n')))
        return cell;
    return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QString line(const QStringList &cells)
{
    QStringList safe;
    for (const QString &cell : cells)
        safe << quoted(cell);
    return safe.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

QString number(const std::optional<double> &value) { return value ? QString::number(*value, 'g', 6) : QString(); }

} // namespace

QString costText(const AccuracyPoint &point)
{
    if (!point.weights)
        return {};
    const QString seconds = Words::tr("%1 a run", "a duration").arg(text::durationText(point.seconds));
    const QString weights
        = *point.weights == 0 ? Words::tr("no weight changes") : Words::tr("%1 weights change").arg(text::weightsText(*point.weights));
    return Words::tr("%1, %2", "seconds, weights").arg(seconds, weights);
}

QString csvText(const AccuracyChartData &data)
{
    QString csv = line({Words::tr("method"), Words::tr("examples per class"), Words::tr("accuracy"), Words::tr("range from"),
                        Words::tr("range to"), Words::tr("draws"), Words::tr("seconds a run"), Words::tr("weights changed")});
    for (const AccuracySeries &series : data.series) {
        for (const AccuracyPoint &point : series.points) {
            csv += line({series.title, QString::fromStdString(point.shots.toString()), number(point.accuracy.mean),
                         number(point.accuracy.low), number(point.accuracy.high), QString::number(point.draws),
                         point.weights ? number(point.seconds) : QString(),
                         point.weights ? QString::number(*point.weights) : QString()});
        }
    }
    for (const FloorLine &floor : data.floors)
        csv += line({floor.title, {}, number(floor.accuracy), {}, {}, {}, {}, {}});
    return csv;
}

QString csvText(const LearningChartData &data)
{
    QString csv = line({Words::tr("method"), Words::tr("draw"), Words::tr("training step"), Words::tr("test accuracy"),
                        Words::tr("training loss")});
    for (const LearningSeries &series : data.series) {
        for (std::size_t draw = 0; draw < series.draws.size(); ++draw) {
            for (const CurvePoint &point : series.draws[draw])
                csv += line({series.title, QString::number(draw + 1), QString::number(point.step), number(point.value),
                             number(point.loss)});
        }
    }
    return csv;
}

} // namespace shotlab::charts
