// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include <QStringList>

#include "engine/Cut.h"
#include "engine/Network.h"

namespace shotlab::engine::test
{

/// What cutting a network at several places and training the rest came to, against the whole network in one go.
struct SplitCheck {
    QStringList wholeAt; ///< modules in front of which it could not be cut, and why; such runs train all of it
    QStringList wrong; ///< what was not equal
    int cuts = 0; ///< different places
    std::size_t modules = 0; ///< that hold weights
    double scores = 0; ///< largest difference, relative to the largest value
    double gradients = 0;
};

/// Cuts in front of up to mostCuts modules, evenly spread. Learning modules are all behind the first one.
[[nodiscard]] SplitCheck checkSplits(const std::shared_ptr<const Network> &network, std::size_t mostCuts = 6);

/// Features with the frozen part folded against those without: largest difference relative to the largest value; and the
/// same for the gradients of a head on them.
struct FoldCheck {
    bool folded = false; ///< there was something to fold
    double features = 0;
    double gradients = 0;
};
[[nodiscard]] FoldCheck checkFolding(const std::shared_ptr<const Network> &network);

/// Norms joined with what follows them, as the engine trains, against LibTorch's own operations.
struct JoinCheck {
    bool sameScores = false; ///< to the bit
    double joined = 0; ///< length of the error of all gradients, against all in double, relative to their length
    double apart = 0;
};
[[nodiscard]] JoinCheck checkJoining(const std::shared_ptr<const Network> &network);

/// Relative to the largest value of a tensor. GEMM blocks differ where the suffix sees the same rows in another memory
/// order; else the outcome is equal to the bit.
constexpr double kUnfolded = 2e-6;
constexpr double kFolded = 2e-5;

} // namespace shotlab::engine::test
