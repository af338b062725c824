// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Cut.h"

#include <algorithm>
#include <random>

#include <ATen/ATen.h>

#include "engine/Failure.h"
#include "engine/GraphSplit.h"

namespace shotlab::engine
{

namespace
{

std::string keyOf(const std::vector<std::size_t> &frontier)
{
    std::string key;
    for (const std::size_t value : frontier)
        key += std::to_string(value) + ",";
    return key;
}

std::vector<at::Tensor> chosen(const std::vector<BoundTensor> &tensors, const std::vector<std::size_t> &indices)
{
    std::vector<at::Tensor> list;
    for (const std::size_t index : indices)
        list.push_back(tensors[index].value);
    return list;
}

} // namespace

at::Tensor trialPictures(const Network &network)
{
    constexpr std::size_t kCount = 4;
    const auto size = static_cast<std::size_t>(network.card.channels) * static_cast<std::size_t>(network.side * network.side);
    std::mt19937 random(1); // the same pictures in every process
    std::vector<std::vector<std::uint8_t>> pictures(kCount, std::vector<std::uint8_t>(size));
    std::vector<const std::vector<std::uint8_t> *> pointers;
    for (std::vector<std::uint8_t> &picture : pictures) {
        for (std::uint8_t &value : picture)
            value = static_cast<std::uint8_t>(random() >> 24);
        pointers.push_back(&picture);
    }
    return network.normalised(pointers);
}

void Cut::cutWhole(const Network &network, std::string why)
{
    m_key = "pictures";
    m_takesPictures = true;
    m_whyWhole = std::move(why);
    m_suffix = network.trunk;
    m_suffixTensors.clear();
    for (std::size_t i = 0; i < network.tensors.size(); ++i)
        m_suffixTensors.push_back(i);
}

void Cut::cutAt(const Network &network, std::vector<bool> flags)
{
    for (std::size_t i = 0; i < flags.size(); ++i)
        flags[i] = flags[i] && network.tensors[i].parameter;
    SplitGraph split = splitGraph(network.trunk, flags);
    if (!split.prefixUsesTensors) {
        cutWhole(network, {});
        return;
    }
    m_key = keyOf(split.frontier);
    m_prefix = std::make_shared<GraphRunner>(split.prefix);
    m_prefixTensors = chosen(network.tensors, split.prefixTensors);
    m_suffix = split.suffix;
    m_suffixTensors = split.suffixTensors;
    const at::NoGradGuard noGradients;
    m_layout = FrontierLayout::learn([this](const at::Tensor &pictures) { return m_prefix->run({pictures}, m_prefixTensors); },
                                     trialPictures(network));
    m_rowBytes = m_layout.rowBytes();
}

std::shared_ptr<const Cut> Cut::make(const Network &network, std::vector<bool> learning)
{
    if (std::find(learning.begin(), learning.end(), true) == learning.end())
        return atFeatures(network);
    auto cut = std::make_shared<Cut>();
    cut->m_learning = std::move(learning);
    cut->m_rowBatch = network.whyNotSplit.empty() ? network.rowBatch : 1;
    if (!network.whyNotSplit.empty()) {
        cut->cutWhole(network, network.whyNotSplit);
        return cut;
    }
    try {
        cut->cutAt(network, cut->m_learning);
    } catch (const Refusal &refusal) {
        cut->cutWhole(network, refusal.what());
    }
    return cut;
}

std::shared_ptr<const Cut> Cut::atFeatures(const Network &network)
{
    auto cut = std::make_shared<Cut>();
    cut->m_key = "features";
    cut->m_meansFeatures = true;
    cut->m_learning.assign(network.tensors.size(), false);
    cut->m_prefix = std::make_shared<GraphRunner>(network.trunk);
    for (const BoundTensor &tensor : network.tensors)
        cut->m_prefixTensors.push_back(tensor.value);
    cut->m_rowBytes = network.features * static_cast<std::int64_t>(c10::elementSize(network.precision()));
    cut->m_rowBatch = network.whyNotSplit.empty() ? network.rowBatch : 1;
    return cut;
}

std::vector<c10::IValue> Cut::frontier(const std::vector<at::Tensor> &rows, std::int64_t batch) const
{
    if (m_meansFeatures)
        return {rows.at(0)};
    return m_layout.values(rows, batch);
}

std::vector<at::Tensor> Cut::prefixRows(const at::Tensor &pictures) const
{
    const at::NoGradGuard noGradients;
    const std::vector<c10::IValue> values = m_prefix->run({pictures}, m_prefixTensors);
    if (m_meansFeatures)
        return {toFeatures(values.at(0).toTensor()).contiguous()};
    return m_layout.rows(values, pictures.size(0));
}

std::shared_ptr<const Cut> Cuts::of(const Network &network, const std::vector<bool> &learning)
{
    auto &made = m_made[learning];
    if (!made)
        made = Cut::make(network, learning);
    return made;
}

std::shared_ptr<const Cut> Cuts::atFeatures(const Network &network)
{
    return of(network, std::vector<bool>(network.tensors.size(), false));
}

} // namespace shotlab::engine
