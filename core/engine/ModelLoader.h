// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "protocol/Messages.h"

namespace shotlab::engine
{

struct Network;

struct OpenedModel {
    std::shared_ptr<const Network> network;
    protocol::ModelReport report;
};

/// Checks, loads, lowers and tries a model file. card overrides the one inside the file; without either it is guessed from
/// the first layer and from which input sizes work (report.warnings: "no-card", "card-guessed"). workingSize: pixels, 0 = the
/// card's.
/// Throws Failure: what checkModelFile reports; ModelDamaged; ModelNoHead; ModelUnsuitable for models of something else
/// than pictures; ModelRunFailed when no picture goes through.
[[nodiscard]] OpenedModel openModel(const std::string &path, const std::optional<ModelCard> &card, int workingSize);

} // namespace shotlab::engine
