// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/Run.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace shotlab
{

namespace
{

constexpr std::size_t kBytesPerAnswer = 4;
constexpr std::size_t kBytesPerExample = kBytesPerAnswer * kTopAnswers;

/// IEEE 754 binary16, round to nearest even. Only meant for probabilities: 0..1, never infinite.
std::uint16_t halfFromFloat(float value)
{
    const float clamped = value > 0.0F ? (value < 1.0F ? value : 1.0F) : 0.0F; // NaN becomes 0
    constexpr float kSmallestNormal = 6.103515625e-05F; // 2^-14
    if (clamped < kSmallestNormal)
        return static_cast<std::uint16_t>(std::lrintf(clamped * 16777216.0F)); // subnormal steps of 2^-24
    const auto bits = std::bit_cast<std::uint32_t>(clamped);
    const std::uint32_t rounded = bits + 0x0FFFU + ((bits >> 13U) & 1U);
    return static_cast<std::uint16_t>((rounded >> 13U) - (112U << 10U));
}

float floatFromHalf(std::uint16_t half)
{
    const int exponent = (half >> 10) & 0x1F;
    const auto fraction = static_cast<float>(half & 0x3FF);
    if (exponent == 0)
        return std::ldexp(fraction, -24);
    return std::ldexp(1.0F + fraction / 1024.0F, exponent - 15);
}

} // namespace

std::vector<std::uint8_t> packPredictions(const std::vector<Prediction> &predictions)
{
    std::vector<std::uint8_t> bytes;
    bytes.reserve(predictions.size() * kBytesPerExample);
    const auto put = [&bytes](std::uint16_t value) {
        bytes.push_back(static_cast<std::uint8_t>(value & 0xFFU));
        bytes.push_back(static_cast<std::uint8_t>(value >> 8U));
    };
    for (const Prediction &prediction : predictions) {
        for (std::size_t i = 0; i < kTopAnswers; ++i) {
            put(static_cast<std::uint16_t>(prediction.classes[i]));
            put(halfFromFloat(prediction.probabilities[i]));
        }
    }
    return bytes;
}

Result<std::vector<Prediction>> unpackPredictions(const std::uint8_t *bytes, std::size_t size)
{
    if (size % kBytesPerExample != 0)
        return fail(ErrorCode::ProtocolBroken, {"predictions"}, "size " + std::to_string(size));
    std::vector<Prediction> predictions(size / kBytesPerExample);
    const auto take = [&bytes] {
        const auto value = static_cast<std::uint16_t>(bytes[0] | (bytes[1] << 8));
        bytes += 2;
        return value;
    };
    for (Prediction &prediction : predictions) {
        for (std::size_t i = 0; i < kTopAnswers; ++i) {
            prediction.classes[i] = static_cast<std::int16_t>(take());
            prediction.probabilities[i] = floatFromHalf(take());
        }
    }
    return predictions;
}

} // namespace shotlab
