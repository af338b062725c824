// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "lab/Result.h"

namespace shotlab
{

enum class Modality { Picture, Text };
/// Stable identifier: "picture", "text".
[[nodiscard]] std::string modalityWord(Modality modality);

/// How a picture of any size is brought into the network's square input.
enum class Framing {
    CentreCrop, ///< shorter side to size / cropFraction, then the central square (photographs)
    InkOnBlack, ///< grey, light ink on black, drawn shape centred (characters, drawings)
};

/// Everything needed to feed a model and to name what it knows. Stored as JSON beside and inside a model file.
/// For text everything about pictures keeps its default and is not stored, and the other way round.
struct ModelCard {
    std::string name; ///< identifier, e.g. "efficientnet-lite0"
    std::string title; ///< proper name, e.g. "EfficientNet-Lite0"
    Modality modality = Modality::Picture;
    int channels = 3; ///< 1 grey or 3 RGB
    int inputSize = 224; ///< side of the square it was trained on, pixels
    int workingSize = 224; ///< side Shotlab feeds by default, pixels
    double cropFraction = 0.875; ///< 0 < f <= 1, see Framing::CentreCrop
    Framing framing = Framing::CentreCrop;
    std::vector<float> mean; ///< per channel, of pixel values in 0..1
    std::vector<float> std; ///< per channel, > 0
    int maxTokens = 64; ///< text: longer sentences are cut to this many tokens, the two at the ends included
    std::vector<std::string> sourceLabels; ///< what its outputs mean, in output order; may be empty
    std::vector<float> featureMean; ///< mean penultimate feature over the pretraining data; may be empty
    std::string licence; ///< SPDX id or empty when unknown
    std::string origin; ///< where the weights come from, free text
    std::string recipe = "photographs"; ///< which column of defaults: "small-grey", "photographs" or "sentences"
    std::int64_t parameters = 0; ///< 0 when unknown
    std::map<std::string, double> measured; ///< figures of the maker's own check, by key
    bool confirmed = true; ///< false: guessed for an own model and not yet confirmed by the user

    friend bool operator==(const ModelCard &, const ModelCard &) = default;
};

/// A source label that has a meaning of its own: at least three letters ("cup", but no "A" of a model that knows characters).
[[nodiscard]] bool isWord(const std::string &label);

/// Card as JSON text keys (format 1, see resources/models/*.card.json).
[[nodiscard]] nlohmann::json toJson(const ModelCard &card);
/// ModelCardMissing with technical detail when a key is absent or out of range.
[[nodiscard]] Result<ModelCard> modelCardFromJson(const nlohmann::json &json);

/// A guess for a model without a card: channels and size as given, ImageNet normalisation for colour; confirmed = false.
[[nodiscard]] ModelCard guessedModelCard(const std::string &name, int channels, int inputSize, int outputs);

} // namespace shotlab
