// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <QCoreApplication>
#include <QStringList>

#include "ResultsDocument.h"

#include "text/Sentences.h"

namespace shotlab::cli
{

namespace
{

using runner::CellView;
using runner::ComparisonView;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Table)
};

constexpr auto kHollow = u'*'; ///< one draw only

QString cellText(const CellView &cell)
{
    if (cell.finishedDraws == 0)
        return cell.failedDraws > 0 ? Words::tr("failed") : QStringLiteral("–");
    const CellSummary &summary = cell.summary;
    const QString text = text::estimateText(summary.accuracy);
    if (!summary.accuracy.low || !summary.accuracy.high)
        return text;
    return summary.testLuckOnly ? text + QChar(kHollow) : QStringLiteral("%1 (%2)").arg(text).arg(summary.draws);
}

/// Columns of a terminal: Chinese characters and marks take two.
qsizetype columnsOf(const QString &text)
{
    return std::accumulate(text.begin(), text.end(), qsizetype {0}, [](qsizetype sum, QChar c) {
        const bool wide = c.script() == QChar::Script_Han || (c >= QChar(0x3000) && c <= QChar(0x303F))
            || (c >= QChar(0xFF01) && c <= QChar(0xFF60));
        return sum + (wide ? 2 : 1);
    });
}

QString padding(const QString &text, qsizetype width) { return QString(std::max(qsizetype {0}, width - columnsOf(text)), QLatin1Char(' ')); }

QString line(const QStringList &fields, const std::vector<qsizetype> &widths)
{
    QString text = fields.front() + padding(fields.front(), widths.front());
    for (qsizetype i = 1; i < fields.size(); ++i)
        text += QStringLiteral("   ") + padding(fields[i], widths[static_cast<std::size_t>(i)]) + fields[i];
    while (text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return text;
}

QString aligned(const std::vector<QStringList> &rows)
{
    std::vector<qsizetype> widths(static_cast<std::size_t>(rows.front().size()), 0);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            qsizetype &width = widths[static_cast<std::size_t>(i)];
            width = std::max(width, columnsOf(row[i]));
        }
    }
    QString text;
    for (const QStringList &row : rows)
        text += line(row, widths) + QLatin1Char('\n');
    return text;
}

} // namespace

QString resultsTable(const ComparisonView &view)
{
    std::set<Shots> columns;
    std::map<std::pair<int, Shots>, const CellView *> cells;
    bool anyHollow = false;
    for (const CellView &cell : view.cells) {
        columns.insert(cell.summary.shots);
        cells[{cell.summary.arm, cell.summary.shots}] = &cell;
        anyHollow = anyHollow || (cell.summary.testLuckOnly && cell.finishedDraws > 0);
    }
    std::vector<QStringList> rows {{Words::tr("Accuracy, %")}};
    for (const Shots shots : columns)
        rows.front().append(QStringLiteral("k = ") + text::shotsTick(shots));
    const std::vector<Arm> &arms = view.comparison.arms();
    for (int arm = 0; arm < static_cast<int>(arms.size()); ++arm) {
        QStringList row {text::armTitle(arms, arm)};
        for (const Shots shots : columns) {
            const auto found = cells.find({arm, shots});
            row.append(found == cells.end() ? QString() : cellText(*found->second));
        }
        rows.push_back(std::move(row));
    }

    QString table = aligned(rows) + QLatin1Char('\n');
    table += Words::tr("%1 on a locked test set. ± or [from–to]: the 95 % range; (n): the number of draws.")
                 .arg(text::examplesText(static_cast<std::int64_t>(view.comparison.testExamples.size())))
        + QLatin1Char('\n');
    if (view.comparison.plan.views > 1)
        table += text::viewsSentence(view.comparison.plan.views) + QLatin1Char('\n');
    if (anyHollow)
        table += Words::tr("* one draw: the range covers the luck of the test set alone.") + QLatin1Char('\n');
    if (!view.findings.empty())
        table += QLatin1Char('\n') + Words::tr("What this shows") + QLatin1Char('\n');
    for (const Finding &finding : view.findings) {
        const text::FindingText words = text::findingSentence(finding, view.comparison);
        table += QStringLiteral("- ") + words.sentence + QLatin1Char('\n');
        if (!words.evidence.isEmpty())
            table += QStringLiteral("  ") + words.evidence + QLatin1Char('\n');
    }
    QStringList missing;
    for (const Skipped &skipped : view.comparison.skipped)
        missing << text::skippedSentence(skipped, view.comparison);
    for (const CellView &cell : view.cells) {
        if (cell.failure)
            missing << QStringLiteral("%1, %2: %3")
                           .arg(text::armTitle(arms, cell.summary.arm), text::shotsShort(cell.summary.shots),
                                text::failedDrawsSentence(cell.failedDraws, cell.plannedDraws, *cell.failure));
    }
    if (!missing.empty())
        table += QLatin1Char('\n') + Words::tr("Left out") + QStringLiteral("\n- ") + missing.join(QStringLiteral("\n- "));
    return table.trimmed();
}

} // namespace shotlab::cli
