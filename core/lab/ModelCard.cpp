// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/ModelCard.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace shotlab
{

namespace
{

constexpr int kFormat = 1;

Error cardError(const std::string &what) { return Error {ErrorCode::ModelCardMissing, {}, what}; }

/// What would make examples unusable or the numbers meaningless; empty when the card is sound.
std::string faultOf(const ModelCard &card)
{
    if (card.modality == Modality::Text) {
        constexpr int kFewest = 3; // one word between the two tokens at the ends
        constexpr int kMost = 512;
        return card.maxTokens < kFewest || card.maxTokens > kMost ? "max_tokens out of range" : "";
    }
    if (card.channels != 1 && card.channels != 3)
        return "channels must be 1 or 3";
    constexpr int kLargestSide = 2048;
    if (card.inputSize < 1 || card.inputSize > kLargestSide || card.workingSize < 1 || card.workingSize > kLargestSide)
        return "input size out of range";
    if (!(card.cropFraction > 0.0 && card.cropFraction <= 1.0))
        return "crop_fraction must be above 0 and at most 1";
    const auto channels = static_cast<std::size_t>(card.channels);
    if (card.mean.size() != channels || card.std.size() != channels)
        return "mean and std need one number per channel";
    if (std::any_of(card.std.begin(), card.std.end(), [](float s) { return !(s > 0.0F); }))
        return "std must be above 0";
    return {};
}

void readPictureKeys(const nlohmann::json &json, ModelCard &card)
{
    json.at("channels").get_to(card.channels);
    json.at("input_size").get_to(card.inputSize);
    card.workingSize = json.value("working_size", card.inputSize);
    card.cropFraction = json.value("crop_fraction", card.cropFraction);
    card.framing = json.value("framing", "centre-crop") == "ink-on-black" ? Framing::InkOnBlack : Framing::CentreCrop;
    json.at("mean").get_to(card.mean);
    json.at("std").get_to(card.std);
}

} // namespace

std::string modalityWord(Modality modality) { return modality == Modality::Picture ? "picture" : "text"; }

bool isWord(const std::string &label)
{
    constexpr auto kShortest = 3;
    const auto isLetter = [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        const bool beginsOther = value >= 0xC0; // a character beyond ASCII
        return beginsOther || (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
    };
    return std::count_if(label.begin(), label.end(), isLetter) >= kShortest;
}

nlohmann::json toJson(const ModelCard &card)
{
    nlohmann::json json = {
        {"format", kFormat},
        {"name", card.name},
        {"title", card.title},
        {"modality", modalityWord(card.modality)},
        {"source_labels", card.sourceLabels},
        {"feature_mean", card.featureMean},
        {"licence", card.licence},
        {"origin", card.origin},
        {"recipe", card.recipe},
        {"parameters", card.parameters},
        {"measured", card.measured},
        {"confirmed", card.confirmed},
    };
    if (card.modality == Modality::Text) {
        json["max_tokens"] = card.maxTokens;
        return json;
    }
    json["channels"] = card.channels;
    json["input_size"] = card.inputSize;
    json["working_size"] = card.workingSize;
    json["crop_fraction"] = card.cropFraction;
    json["framing"] = card.framing == Framing::CentreCrop ? "centre-crop" : "ink-on-black";
    json["mean"] = card.mean;
    json["std"] = card.std;
    return json;
}

Result<ModelCard> modelCardFromJson(const nlohmann::json &json)
{
    try {
        if (json.at("format").get<int>() != kFormat)
            return tl::unexpected(cardError("unknown card format"));
        ModelCard card;
        json.at("name").get_to(card.name);
        card.title = json.value("title", card.name);
        card.modality = json.value("modality", "picture") == "text" ? Modality::Text : Modality::Picture;
        if (card.modality == Modality::Text)
            card.maxTokens = json.value("max_tokens", card.maxTokens);
        else
            readPictureKeys(json, card);
        card.sourceLabels = json.value("source_labels", card.sourceLabels);
        card.featureMean = json.value("feature_mean", card.featureMean);
        card.licence = json.value("licence", "");
        card.origin = json.value("origin", "");
        card.recipe = json.value("recipe", card.recipe);
        card.parameters = json.value("parameters", card.parameters);
        card.measured = json.value("measured", card.measured);
        card.confirmed = json.value("confirmed", true);
        if (const std::string fault = faultOf(card); !fault.empty())
            return tl::unexpected(cardError(fault));
        return card;
    } catch (const nlohmann::json::exception &e) {
        return tl::unexpected(cardError(e.what()));
    }
}

ModelCard guessedModelCard(const std::string &name, int channels, int inputSize, int outputs)
{
    ModelCard card;
    card.name = name;
    card.title = name;
    card.channels = channels;
    card.inputSize = inputSize;
    card.workingSize = inputSize;
    // ImageNet statistics are what nearly every published colour network was trained with.
    card.mean = channels == 3 ? std::vector<float> {0.485F, 0.456F, 0.406F} : std::vector<float> {0.5F};
    card.std = channels == 3 ? std::vector<float> {0.229F, 0.224F, 0.225F} : std::vector<float> {0.5F};
    card.cropFraction = inputSize >= 128 ? 0.875 : 1.0;
    card.framing = Framing::CentreCrop;
    card.confirmed = false;
    for (int i = 0; i < outputs; ++i)
        card.sourceLabels.push_back(std::string("#").append(std::to_string(i))); // "#" + x: false -Wrestrict alarm of GCC 12
    return card;
}

} // namespace shotlab
