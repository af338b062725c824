// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lab/ModelCard.h"

namespace shotlab::media
{

/// A slightly changed version of a model input (channels x side x side, planar), the same in every process: what is changed
/// follows from the example's hash and the number of the view (1, 2, ...) alone.
/// CentreCrop (photographs): a square of 80 to 100 % of the side at a random place, half of them mirrored.
/// InkOnBlack (characters): turned by at most 10 degrees, scaled by 0.9 to 1.1, moved by at most 8 % of the side; never
/// mirrored, as that would make another character of it.
/// Bilinear; what lies outside repeats the border.
[[nodiscard]] std::vector<std::uint8_t> changedView(const std::vector<std::uint8_t> &values, int channels, int side,
                                                    Framing framing, const std::string &hash, int view);

} // namespace shotlab::media
