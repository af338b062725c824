// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Trainee.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <QCryptographicHash>

#include "engine/GraphLowering.h"
#include "engine/Initialisation.h"
#include "engine/SteadyNorm.h"

namespace shotlab::engine
{

namespace
{

at::Generator generatorFor(std::uint64_t seed) { return at::detail::createCPUGenerator(seed); }

/// One seed for the trunk, another for the head: a head alone is drawn the same as a head after a trunk.
constexpr std::uint64_t kHeadSalt = 0x9e3779b97f4a7c15;

} // namespace

Trainee::Trainee(std::shared_ptr<const Network> network, std::shared_ptr<const Cut> cut, int classes, Mode mode)
    : m_network(std::move(network)), m_cut(std::move(cut)), m_mode(mode)
{
    for (const std::size_t index : m_cut->suffixTensors()) {
        const BoundTensor &original = m_network->tensors[index];
        at::Tensor bound = original.value;
        if (isCopied(index)) {
            bound = original.value.clone(at::MemoryFormat::Preserve).set_requires_grad(original.parameter);
            m_copies.push_back({index, bound});
            if (original.parameter)
                m_learning.push_back(bound);
        }
        m_bound.push_back(bound);
    }
    m_weight = at::zeros({classes, m_network->features}, m_network->precision()).set_requires_grad(true);
    m_bias = at::zeros({classes}, m_network->precision()).set_requires_grad(true);

    if (!m_cut->suffix())
        return;
    const auto steady = m_cut->suffix()->copy();
    joinSteadyNorms(steady);
    m_steady = std::make_unique<GraphRunner>(steady);
    if (m_mode == Mode::Steady)
        return;
    const auto graph = m_cut->suffix()->copy();
    const std::size_t first = graph->inputs().size() - m_cut->suffixTensors().size();
    setTrainingMode(
        *graph,
        [&](const torch::jit::Value *runningMean) {
            for (std::size_t i = first; i < graph->inputs().size(); ++i) {
                if (graph->inputs()[i] == runningMean)
                    return isCopied(m_cut->suffixTensors()[i - first]);
            }
            return false;
        },
        m_mode == Mode::Training);
    joinSteadyNorms(graph);
    m_training = std::make_unique<GraphRunner>(graph);
}

/// Parameters of learning modules, and their buffers where those may move.
bool Trainee::isCopied(std::size_t index) const
{
    return m_cut->learning()[index] && (m_network->tensors[index].parameter || m_mode != Mode::Steady);
}

void Trainee::initialiseTrunk(std::uint64_t seed)
{
    at::Generator generator = generatorFor(seed);
    std::vector<FreshTensor> fresh;
    for (const Copy &copy : m_copies)
        fresh.push_back({&m_network->tensors[copy.index], copy.tensor});
    initialiseLikePyTorch(fresh, generator);
}

void Trainee::initialiseHead(std::uint64_t seed)
{
    at::Generator generator = generatorFor(seed ^ kHeadSalt);
    initialiseLinear(m_weight, m_bias, generator);
}

void Trainee::setHead(const at::Tensor &weight, const at::Tensor &bias)
{
    const at::NoGradGuard noGradients;
    m_weight.copy_(weight);
    m_bias.copy_(bias);
}

at::Tensor Trainee::features(const std::vector<FrontierPart> &frontier, bool training) const
{
    const GraphRunner *runner = training && m_training ? m_training.get() : m_steady.get();
    std::vector<at::Tensor> parts;
    std::vector<int> positions;
    for (const FrontierPart &part : frontier) {
        const c10::IValue output = runner != nullptr ? runner->run(part.values, m_bound).at(0) : part.values.at(0);
        parts.push_back(toFeatures(output.toTensor()));
        positions.insert(positions.end(), part.positions.begin(), part.positions.end());
    }
    return inOrder(parts.size() == 1 ? parts.front() : at::cat(parts), positions);
}

at::Tensor Trainee::scores(const at::Tensor &features) const { return at::linear(features, m_weight, m_bias); }

at::Tensor Trainee::scores(const std::vector<FrontierPart> &frontier, bool training) const
{
    return scores(features(frontier, training));
}

std::int64_t Trainee::trainedParameters() const
{
    std::int64_t count = m_weight.numel() + m_bias.numel();
    for (const at::Tensor &tensor : m_learning)
        count += tensor.numel();
    return count;
}

std::int64_t Trainee::totalParameters() const { return m_network->trunkParameters() + m_weight.numel() + m_bias.numel(); }

std::int64_t Trainee::copiedBytes() const
{
    auto bytes = static_cast<std::int64_t>(m_weight.nbytes() + m_bias.nbytes());
    for (const Copy &copy : m_copies)
        bytes += static_cast<std::int64_t>(copy.tensor.nbytes());
    return bytes;
}

std::string Trainee::frozenHash() const
{
    std::vector<at::Tensor> frozen;
    for (std::size_t i = 0; i < m_network->tensors.size(); ++i) {
        if (!isCopied(i) && !m_network->isHeadTensor(m_network->tensors[i]))
            frozen.push_back(m_network->tensors[i].value);
    }
    return hashOf(frozen);
}

std::string hashOf(const std::vector<at::Tensor> &tensors)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const at::Tensor &tensor : tensors)
        hash.addData(QByteArrayView(static_cast<const char *>(tensor.data_ptr()), static_cast<qsizetype>(tensor.nbytes())));
    return hash.result().toHex().toStdString();
}

} // namespace shotlab::engine
