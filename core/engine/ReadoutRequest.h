// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "engine/RunContext.h"
#include "protocol/Messages.h"

namespace shotlab::engine
{

/// Accuracy of every arm on every draw, equal to that of a run on the same support set. pool: the request's, as numbers in
/// Examples; views: versions in which each is shown. Features that are not there yet are computed first. Draws are shared
/// out among LibTorch's threads.
/// Throws Failure(Internal) for arms that train and for indices outside the pool; Cancelled.
[[nodiscard]] protocol::ReadoutsAnswered answerReadouts(const protocol::AskReadouts &request, int views,
                                                        const std::vector<std::vector<int>> &pool, const TestSet &test,
                                                        const Network &network, RowCache &rows, const Cut &featureCut,
                                                        const std::atomic<bool> &stop);

} // namespace shotlab::engine
