// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <QByteArray>

#include "lab/ModelCard.h"
#include "lab/Result.h"

namespace shotlab::engine
{

/// A model file that passed the checks and may be handed to LibTorch.
struct ModelFile {
    std::string path;
    std::string hash; ///< SHA-256 of the file, lower-case hex
    std::optional<ModelCard> card; ///< "extra/model_card.json" inside the file
    std::int64_t unpackedBytes = 0; ///< sum of the uncompressed records
    QByteArray vocabulary; ///< "extra/vocab.txt" inside the file, or NAME.vocab.txt or vocab.txt beside it; else empty
};

constexpr std::int64_t kLargestModel = 8LL * 1024 * 1024 * 1024; ///< unpacked
constexpr const char *kCardRecord = "model_card.json";
constexpr const char *kVocabularyRecord = "vocab.txt";

/// Looks at a file before LibTorch does. LibTorch believes what a file claims: a record shorter than its tensor is read
/// beyond its end, embedded code may write and read files (even while it loads), and a small file can unpack to any size.
///
/// Errors: ModelNotFound; ModelNotAModel with a machine word (empty, html, text, picture, pdf, zip, state-dict, other);
/// ModelDamaged; ModelUnsafe (writes-file, reads-file, runs-on-load); ModelTooLarge; ModelCardMissing when a card inside
/// is malformed.
[[nodiscard]] Result<ModelFile> checkModelFile(const std::string &path, std::int64_t largest = kLargestModel);

} // namespace shotlab::engine
