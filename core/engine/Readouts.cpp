// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Readouts.h"

#include <ATen/ATen.h>

#include "engine/Failure.h"

namespace shotlab::engine
{

namespace
{

/// own: what counts towards each class beside its examples, [classes, F].
at::Tensor prototypeCosines(const at::Tensor &support, const at::Tensor &labels, const at::Tensor &own, const at::Tensor &test)
{
    const at::Tensor sums = own.index_add(0, labels, support);
    return at::mm(test, unitRows(sums).t()); // the mean's length does not matter once it is scaled to one
}

at::Tensor nearestCosines(const at::Tensor &support, const at::Tensor &labels, int classes, const at::Tensor &test)
{
    const at::Tensor cosines = at::mm(test, support.t());
    const at::Tensor index = labels.unsqueeze(0).expand_as(cosines);
    constexpr double kBelowAny = -2.0; // a class without support never wins
    return at::full({cosines.size(0), classes}, kBelowAny, cosines.options()).scatter_reduce(1, index, cosines, "amax");
}

} // namespace

ReadoutFeatures ReadoutFeatures::of(const at::Tensor &features, const std::vector<float> &mean)
{
    ReadoutFeatures forms;
    forms.unit = unitRows(features).to(at::kDouble);
    forms.cosine = unitRows(mean.empty() ? features : features - at::tensor(mean));
    return forms;
}

ReadoutFeatures ReadoutFeatures::rows(const at::Tensor &index) const
{
    return {unit.index_select(0, index), cosine.index_select(0, index)};
}

at::Tensor probeScores(const FittedHead &head, const ReadoutFeatures &features)
{
    return at::addmm(head.bias, features.unit, head.weight.t());
}

at::Tensor classNames(const at::Tensor &features, const std::vector<std::vector<int>> &names, const std::vector<float> &mean)
{
    std::vector<std::string> unnamed;
    for (std::size_t c = 0; c < names.size(); ++c) {
        if (names[c].empty())
            unnamed.push_back(std::string("#").append(std::to_string(c))); // "#" + x: false -Wrestrict alarm of GCC 12
    }
    if (!unnamed.empty())
        throw Failure(ErrorCode::NoZeroShotLink, unnamed);
    const at::Tensor unit = ReadoutFeatures::of(features, mean).cosine;
    std::vector<at::Tensor> sums;
    std::int64_t from = 0;
    for (const std::vector<int> &texts : names) {
        const auto count = static_cast<std::int64_t>(texts.size());
        sums.push_back(unit.slice(0, from, from + count).sum(0));
        from += count;
    }
    return unitRows(at::stack(sums));
}

bool readsNames(const Arm &arm) { return arm.kind == ArmKind::Prototypes && number(arm.settings, "name-weight") > 0; }

bool isReadout(ArmKind kind)
{
    return kind == ArmKind::Prototypes || kind == ArmKind::NearestNeighbour || kind == ArmKind::LinearProbe;
}

Readout readOut(const Arm &arm, const ReadoutFeatures &support, const std::vector<int> &labels, int classes,
                const ReadoutFeatures &test, const at::Tensor &names, const std::function<bool()> &stop)
{
    const at::NoGradGuard noGradients;
    const at::Tensor target = at::tensor(labels, at::kInt).to(at::kLong);
    Readout readout;
    switch (arm.kind) {
    case ArmKind::Prototypes:
        readout.scores = number(arm.settings, "temperature")
            * prototypeCosines(support.cosine, target,
                               readsNames(arm) ? number(arm.settings, "name-weight") * names
                                               : at::zeros({classes, support.cosine.size(1)}, support.cosine.options()),
                               test.cosine);
        return readout;
    case ArmKind::NearestNeighbour:
        readout.scores = number(arm.settings, "temperature") * nearestCosines(support.cosine, target, classes, test.cosine);
        return readout;
    case ArmKind::LinearProbe:
        readout.head = fitHead(support.unit, labels, classes, number(arm.settings, "C"), stop);
        readout.scores = probeScores(readout.head, test);
        return readout;
    default:
        throw Failure(ErrorCode::Internal, {"the arm " + std::string(armName(arm.kind)) + " does more than read features"});
    }
}

} // namespace shotlab::engine
