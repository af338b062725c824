// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include <ATen/core/Tensor.h>

namespace shotlab::engine
{

/// Sentences as weights of terms, each of unit length; terms that were not learnt are left out.
struct CountedSentences {
    std::vector<std::size_t> begin {0}; ///< where each sentence's terms begin, and the end
    std::vector<std::size_t> term;
    std::vector<double> weight;

    [[nodiscard]] std::size_t size() const { return begin.size() - 1; }
};

/// TF-IDF as scikit-learn's TfidfVectorizer(sublinear_tf=True) computes it: (1 + ln count) x (1 + ln((1 + n) / (1 + sentences
/// that hold the term))), scaled to unit length.
class WordCounts
{
public:
    using Terms = std::vector<std::string>;

    /// Learns which terms there are, and how common each is.
    explicit WordCounts(const std::vector<const Terms *> &sentences);

    [[nodiscard]] CountedSentences counted(const std::vector<const Terms *> &sentences) const;
    [[nodiscard]] std::size_t bytes() const; ///< roughly what it takes in memory
    [[nodiscard]] std::size_t terms() const { return m_rarity.size(); }

private:
    std::unordered_map<std::string, std::size_t> m_index;
    std::vector<double> m_rarity;
};

/// A linear classifier of counted sentences.
struct TermWeights {
    std::vector<double> weight; ///< [terms, classes]
    std::vector<double> bias; ///< [classes]
    double meanLoss = 0; ///< mean cross-entropy on what was learnt from (nats); of learnt weights only
    int iterations = 0;

    /// [sentences, classes], double.
    [[nodiscard]] at::Tensor scores(const CountedSentences &sentences) const;
};

/// The mean of each class's sentences, scaled to unit length: scores are cosines.
[[nodiscard]] TermWeights averagedTerms(const CountedSentences &sentences, const std::vector<int> &labels, int classes,
                                        std::size_t terms);

/// Multinomial logistic regression, as fitHead() does it for features. Throws Cancelled when stop says so.
[[nodiscard]] TermWeights weighedTerms(const CountedSentences &sentences, const std::vector<int> &labels, int classes,
                                       std::size_t terms, double C, const std::function<bool()> &stop);

} // namespace shotlab::engine
