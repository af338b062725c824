// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ReportFeed.h"

#include <QFileInfo>
#include <QSysInfo>

#include "models/ChartFeed.h"
#include "text/Sentences.h"

namespace shotlab::models
{

text::ReportData reportData(const runner::LabView &lab, const runner::ComparisonView &comparison)
{
    text::ReportData data;
    data.lab = QString::fromStdString(lab.info.title);
    data.file = QFileInfo(lab.path).fileName();
    std::vector<LayerNode> tree;
    if (lab.model) {
        data.model = lab.model->model;
        data.weights = lab.model->parameters;
        tree = lab.model->layers;
    }
    data.comparison = comparison.comparison;
    for (int arm = 0; arm < static_cast<int>(comparison.comparison.arms().size()); ++arm)
        data.methods << armTitle(comparison, arm, tree);
    for (const Skipped &skipped : comparison.comparison.skipped)
        data.leftOut << text::skippedSentence(skipped, comparison.comparison);
    for (const runner::CellView &cell : comparison.cells) {
        if (cell.finishedDraws > 0)
            data.cells.push_back(cell.summary);
        if (cell.failure)
            data.leftOut << QStringLiteral("%1, %2: %3")
                                .arg(data.methods.value(cell.summary.arm), text::shotsShort(cell.summary.shots),
                                     text::failedDrawsSentence(cell.failedDraws, cell.plannedDraws, *cell.failure));
    }
    data.findings = comparison.findings;
    data.isFinished = comparison.state == runner::ComparisonState::Finished;
    data.isOutOfDate = comparison.outOfDate;
    data.seconds = comparison.seconds;
    data.provenances = comparison.provenances;
    data.machine = QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
    data.made = QDateTime::currentDateTime();
    return data;
}

} // namespace shotlab::models
