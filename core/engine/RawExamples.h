// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/Examples.h"

namespace shotlab::engine
{

/// Examples as they are before any model sees them: small grey pictures, and words. Made when first asked for, kept for all
/// draws.
class RawExamples
{
public:
    static constexpr int kSide = 28;

    explicit RawExamples(const Examples &examples) : m_examples(examples) { }

    /// kSide x kSide grey values of a picture, its shorter side filling the square, bilinear with antialiasing. Throws
    /// Failure(PictureUnreadable, ...).
    [[nodiscard]] const std::vector<std::uint8_t> &pixels(int number);
    /// A sentence's words of two letters and more, in lower case, and its pairs of neighbouring ones; in order, repeated ones too.
    [[nodiscard]] const std::vector<std::string> &terms(int number);

    /// What that number stands for has changed.
    void forget(int number);

private:
    const Examples &m_examples;
    std::unordered_map<int, std::vector<std::uint8_t>> m_pixels;
    std::unordered_map<int, std::vector<std::string>> m_terms;
};

} // namespace shotlab::engine
