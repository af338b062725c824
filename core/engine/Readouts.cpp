// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Readouts.h"

#include <ATen/ATen.h>

#include "engine/Failure.h"

namespace shotlab::engine
{

namespace
{

at::Tensor prototypeCosines(const at::Tensor &support, const at::Tensor &labels, int classes, const at::Tensor &test)
{
    const at::Tensor sums = at::zeros({classes, support.size(1)}, support.options()).index_add(0, labels, support);
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

bool isReadout(ArmKind kind)
{
    return kind == ArmKind::Prototypes || kind == ArmKind::NearestNeighbour || kind == ArmKind::LinearProbe;
}

Readout readOut(const Arm &arm, const ReadoutFeatures &support, const std::vector<int> &labels, int classes,
                const ReadoutFeatures &test, const std::function<bool()> &stop)
{
    const at::NoGradGuard noGradients;
    const at::Tensor target = at::tensor(labels, at::kInt).to(at::kLong);
    Readout readout;
    switch (arm.kind) {
    case ArmKind::Prototypes:
        readout.scores = number(arm.settings, "temperature") * prototypeCosines(support.cosine, target, classes, test.cosine);
        return readout;
    case ArmKind::NearestNeighbour:
        readout.scores = number(arm.settings, "temperature") * nearestCosines(support.cosine, target, classes, test.cosine);
        return readout;
    case ArmKind::LinearProbe:
        readout.head = fitHead(support.unit, labels, classes, number(arm.settings, "C"), stop);
        readout.scores = at::addmm(readout.head.bias, test.unit, readout.head.weight.t());
        return readout;
    default:
        throw Failure(ErrorCode::Internal, {"the arm " + std::string(armName(arm.kind)) + " does more than read features"});
    }
}

} // namespace shotlab::engine
