// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "lab/ModelCard.h"

namespace shotlab::engine
{

struct Network;

struct CardGuess {
    int channels = 3;
    std::vector<int> sides; ///< input sizes to try, the likeliest first
    bool small = false; ///< few enough weights for the settings of small networks
};

/// How to feed a model that brings no card, from its first layer and its size. Throws Failure(ModelUnsuitable) when the
/// first layer takes word numbers or anything but grey or colour pictures.
[[nodiscard]] CardGuess guessCard(const Network &network, const std::string &name);

/// The card for the input size that worked; confirmed = false.
[[nodiscard]] ModelCard cardFromGuess(const CardGuess &guess, const std::string &name, int side, int outputs);

} // namespace shotlab::engine
