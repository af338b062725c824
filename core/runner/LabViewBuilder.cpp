// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/LabViewBuilder.h"

#include <algorithm>
#include <map>

#include <QFileInfo>

#include "runner/DataChecks.h"

namespace shotlab::runner
{

namespace
{

std::vector<ClassView> classViews(const LabData &data, const Split &parts)
{
    std::vector<ClassView> views;
    std::map<ClassId, std::size_t> position;
    for (const LabClass &labClass : data.classes) {
        const std::size_t at = position[labClass.id] = views.size();
        views.push_back({labClass, static_cast<int>(parts.pool[at].size()), static_cast<int>(parts.test[at].size()), {}});
    }
    for (const Example &example : data.examples) {
        const auto found = position.find(example.classId);
        if (found == position.end())
            continue;
        views[found->second].examples.push_back(example.id);
    }
    for (ClassView &view : views) {
        std::sort(view.examples.begin(), view.examples.end(), std::greater<>()); // ids grow with time
        view.leftOut = static_cast<int>(view.examples.size()) - view.poolCount - view.testCount;
    }
    return views;
}

} // namespace

LabViewPtr labView(const LabEditor &lab, const std::optional<ModelView> &model, const std::vector<importer::Rejected> &rejected)
{
    const LabData &data = lab.data();
    auto view = std::make_shared<LabView>();
    view->path = lab.store().path();
    view->readOnly = lab.store().access() == store::Access::ReadOnly;
    view->info = data.info;
    view->model = model;
    const Split parts = split(data);
    view->classes = classViews(data, parts);
    for (const Example &example : data.examples)
        view->examples.emplace(example.id, example);
    view->checks = checkData(data);
    for (const importer::Rejected &file : rejected)
        view->checks.push_back({CheckKind::Unreadable, {}, {}, 1, QFileInfo(file.path).fileName(), file.reason});
    for (const ClassView &classView : view->classes) {
        view->poolCount += classView.poolCount;
        view->testCount += classView.testCount;
        view->leftOut += classView.leftOut;
    }
    const auto scarce = std::min_element(parts.pool.begin(), parts.pool.end(),
                                         [](const auto &a, const auto &b) { return a.size() < b.size(); });
    view->largestShots = scarce == parts.pool.end() ? 0 : static_cast<int>(scarce->size());
    view->canUndo = lab.canUndo();
    view->canRedo = lab.canRedo();
    view->comparisons = lab.store().comparisons().value_or(std::vector<ComparisonId>());
    return view;
}

} // namespace shotlab::runner
