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
    std::string contents; ///< of file and vocabulary: SHA-256 of both
};

/// Checks, loads, lowers and tries a model file. card overrides the one inside the file; without either it is guessed from
/// the first layer and from which input sizes work (report.warnings: "no-card", "card-guessed"). workingSize: pixels, 0 = the
/// card's.
/// A model whose card says text, or whose forward wants two tensors, reads sentences and needs its vocabulary.
/// Throws Failure: what checkModelFile reports; ModelDamaged; ModelNoVocabulary; ModelUnsuitable for models of something else
/// than pictures and sentences; ModelRunFailed when no example goes through.
[[nodiscard]] OpenedModel openModel(const std::string &path, const std::optional<ModelCard> &card, int workingSize);

} // namespace shotlab::engine
