// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ReportFeed.h"

#include <algorithm>
#include <numeric>

#include <QFileInfo>
#include <QSysInfo>

#include "models/ChartFeed.h"
#include "text/Sentences.h"

namespace shotlab::models
{

namespace
{

constexpr std::size_t kCommonest = 3;

std::vector<text::ReportData::MixUp> commonest(const runner::MixUpsView &view, const QStringList &classes)
{
    std::vector<text::ReportData::MixUp> all;
    for (std::size_t is = 0; is < view.counts.size(); ++is) {
        const int total = std::accumulate(view.counts[is].begin(), view.counts[is].end(), 0);
        for (std::size_t said = 0; said < view.counts[is].size(); ++said) {
            const int count = view.counts[is][said];
            if (said != is && count > 0)
                all.push_back({classes.value(static_cast<qsizetype>(is)), classes.value(static_cast<qsizetype>(said)),
                               static_cast<double>(count) / total});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.share > b.share; });
    all.resize(std::min(all.size(), kCommonest));
    return all;
}

} // namespace

text::ReportData reportData(const runner::LabView &lab, const runner::ComparisonView &comparison)
{
    text::ReportData data;
    data.lab = text::labTitle(lab.info);
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

void addMixUps(text::ReportData &data, const std::vector<runner::MixUpsView> &mixUps)
{
    for (const runner::MixUpsView &view : mixUps)
        data.mixUps.push_back({data.methods.value(view.arm), commonest(view, classTitles(data.comparison.classes))});
}

} // namespace shotlab::models
