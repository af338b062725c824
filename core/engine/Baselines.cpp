// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <ATen/ATen.h>

#include "engine/Arms.h"
#include "engine/ExampleView.h"
#include "engine/Failure.h"
#include "engine/Readouts.h"
#include "engine/WordCounts.h"

namespace shotlab::engine
{

namespace
{

/// The support set as it is: without the changed versions of its pictures.
struct PlainSupport {
    std::vector<int> examples;
    std::vector<int> labels;

    explicit PlainSupport(const RunContext &context)
    {
        for (std::size_t i = 0; i < context.support.size(); ++i) {
            if (viewOf(context.support[i]) != 0)
                continue;
            examples.push_back(numberOf(context.support[i]));
            labels.push_back(context.supportLabels[i]);
        }
    }
};

/// By the nearest example, pixel by pixel.
class PixelNeighbours : public Learnt
{
public:
    PixelNeighbours(RawExamples &raw, const PlainSupport &support, int classes, const std::function<void()> &check)
        : m_support(table(raw, support.examples, check)), m_labels(at::tensor(support.labels, at::kInt).to(at::kLong)),
          m_classes(classes)
    {
    }

    [[nodiscard]] at::Tensor probabilities(const LookedAt &lookedAt) const override
    {
        constexpr std::size_t kAtOnce = 256;
        std::vector<at::Tensor> parts;
        for (std::size_t from = 0; from < lookedAt.examples.size(); from += kAtOnce) {
            const auto begin = lookedAt.examples.begin() + static_cast<std::ptrdiff_t>(from);
            const auto count = static_cast<std::ptrdiff_t>(std::min(kAtOnce, lookedAt.examples.size() - from));
            parts.push_back(nearestOfEachClass(table(lookedAt.raw, {begin, begin + count}, lookedAt.check)));
        }
        return at::softmax(-at::cat(parts), 1);
    }

    [[nodiscard]] std::int64_t bytes() const override { return static_cast<std::int64_t>(m_support.nbytes()); }

private:
    /// [n, pixels], from -128 to 127: so small that sums of their products are whole numbers, without rounding.
    static at::Tensor table(RawExamples &raw, const std::vector<int> &examples, const std::function<void()> &check)
    {
        constexpr std::int64_t kPixels = std::int64_t {RawExamples::kSide} * RawExamples::kSide;
        at::Tensor table = at::empty({static_cast<std::int64_t>(examples.size()), kPixels}, at::kByte);
        std::uint8_t *row = table.data_ptr<std::uint8_t>();
        for (const int example : examples) {
            check();
            row = std::copy_n(raw.pixels(example).data(), kPixels, row);
        }
        return table.to(at::kFloat) - 128;
    }

    /// Distances of pixels from 0 to 1, [n, classes].
    [[nodiscard]] at::Tensor nearestOfEachClass(const at::Tensor &pixels) const
    {
        const auto squares = [](const at::Tensor &rows) { return rows.square().sum(1, true).to(at::kDouble); };
        const at::Tensor products = at::mm(pixels, m_support.t()).to(at::kDouble);
        const at::Tensor distances = (squares(pixels) + squares(m_support).t() - 2 * products).sqrt() / 255;
        const at::Tensor index = m_labels.unsqueeze(0).expand_as(distances);
        constexpr double kFarther = 1e6; // than any: a class without support never wins
        return at::full({distances.size(0), m_classes}, kFarther, distances.options())
            .scatter_reduce(1, index, distances, "amin");
    }

    at::Tensor m_support;
    at::Tensor m_labels;
    int m_classes;
};

std::vector<const WordCounts::Terms *> termsOf(RawExamples &raw, const std::vector<int> &examples,
                                               const std::function<void()> &check)
{
    std::vector<const WordCounts::Terms *> terms;
    for (const int example : examples) {
        check();
        terms.push_back(&raw.terms(example));
    }
    return terms;
}

/// By which words stand in a sentence, and how often.
class CountedWords : public Learnt
{
public:
    CountedWords(const Arm &arm, RawExamples &raw, const PlainSupport &support, int classes, const std::function<void()> &check,
                 const std::function<bool()> &stop)
        : CountedWords(arm, termsOf(raw, support.examples, check), support.labels, classes, stop)
    {
    }

    [[nodiscard]] at::Tensor probabilities(const LookedAt &lookedAt) const override
    {
        const at::Tensor scores = m_weights.scores(m_counts.counted(termsOf(lookedAt.raw, lookedAt.examples, lookedAt.check)));
        return at::softmax(m_scale * scores, 1);
    }

    [[nodiscard]] std::int64_t bytes() const override
    {
        return static_cast<std::int64_t>(parameters() * sizeof(double) + m_counts.bytes());
    }

    [[nodiscard]] std::size_t parameters() const { return m_weights.weight.size() + m_weights.bias.size(); }
    [[nodiscard]] const TermWeights &weights() const { return m_weights; }
    [[nodiscard]] double trainAccuracy() const { return m_trainAccuracy; }

private:
    CountedWords(const Arm &arm, const std::vector<const WordCounts::Terms *> &sentences, const std::vector<int> &labels,
                 int classes, const std::function<bool()> &stop)
        : m_counts(sentences)
    {
        const CountedSentences counted = m_counts.counted(sentences);
        if (arm.kind == ArmKind::TfidfCentroid) {
            m_weights = averagedTerms(counted, labels, classes, m_counts.terms());
            m_scale = kCosineTemperature;
            return;
        }
        m_weights = weighedTerms(counted, labels, classes, m_counts.terms(), number(arm.settings, "C"), stop);
        const at::Tensor target = at::tensor(labels, at::kInt).to(at::kLong);
        m_trainAccuracy = m_weights.scores(counted).argmax(1).eq(target).to(at::kDouble).mean().item<double>();
    }

    WordCounts m_counts;
    TermWeights m_weights;
    double m_scale = 1;
    double m_trainAccuracy = 0;
};

void refuseUnsuitable(const RunContext &context)
{
    const ArmKind kind = context.start.arm.kind;
    if (!suits(kind, context.network->card))
        throw Failure(ErrorCode::ArmUnsuitable, {std::string(armName(kind))});
}

std::shared_ptr<const PixelNeighbours> learnPixels(RunContext &context)
{
    return std::make_shared<PixelNeighbours>(context.raw, PlainSupport(context), context.test.classes,
                                             [&context] { context.check(); });
}

std::shared_ptr<const CountedWords> learnWords(RunContext &context)
{
    return std::make_shared<CountedWords>(
        context.start.arm, context.raw, PlainSupport(context), context.test.classes, [&context] { context.check(); },
        [&context] { return context.isCancelled(); });
}

} // namespace

std::shared_ptr<const Learnt> learnBaseline(RunContext &context)
{
    const at::NoGradGuard noGradients;
    refuseUnsuitable(context);
    if (context.start.arm.kind == ArmKind::PixelNeighbour)
        return learnPixels(context);
    return learnWords(context);
}

RunResult baseline(RunContext &context)
{
    const at::NoGradGuard noGradients;
    refuseUnsuitable(context);
    RunResult result;
    std::shared_ptr<const Learnt> learnt;
    if (context.start.arm.kind == ArmKind::PixelNeighbour) {
        learnt = learnPixels(context);
    } else {
        const auto words = learnWords(context);
        if (context.start.arm.kind == ArmKind::TfidfLogistic) {
            result.trainedParameters = result.totalParameters = static_cast<std::int64_t>(words->parameters());
            result.steps = words->weights().iterations;
            result.finalLoss = words->weights().meanLoss;
            result.trainAccuracy = words->trainAccuracy();
        }
        learnt = words;
    }
    result.predictions = predictionsFrom(learnt->probabilities(testSetOf(context)));
    if (context.keeps())
        context.learnt = learnt;
    return result;
}

} // namespace shotlab::engine
