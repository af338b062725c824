// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/StoredJson.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace shotlab::store
{

using nlohmann::json;

namespace
{

struct CodeName {
    ErrorCode code;
    std::string_view name;
};

// clang-format off
constexpr std::array kCodeNames = std::to_array<CodeName>({
    {ErrorCode::LabNotFound, "lab-not-found"},
    {ErrorCode::LabNotALab, "lab-not-a-lab"},
    {ErrorCode::LabDamaged, "lab-damaged"},
    {ErrorCode::LabNewerVersion, "lab-newer-version"},
    {ErrorCode::LabInUse, "lab-in-use"},
    {ErrorCode::LabReadOnly, "lab-read-only"},
    {ErrorCode::LabExists, "lab-exists"},
    {ErrorCode::LabUnreadable, "lab-unreadable"},
    {ErrorCode::LabNotCreated, "lab-not-created"},
    {ErrorCode::LabWriteFailed, "lab-write-failed"},
    {ErrorCode::DiskFull, "disk-full"},
    {ErrorCode::PathNotFound, "path-not-found"},
    {ErrorCode::FolderEmpty, "folder-empty"},
    {ErrorCode::NotEnoughClasses, "not-enough-classes"},
    {ErrorCode::ClassTooSmall, "class-too-small"},
    {ErrorCode::NoReadablePictures, "no-readable-pictures"},
    {ErrorCode::NoReadableTexts, "no-readable-texts"},
    {ErrorCode::PictureUnreadable, "picture-unreadable"},
    {ErrorCode::TextUnreadable, "text-unreadable"},
    {ErrorCode::PictureTooLarge, "picture-too-large"},
    {ErrorCode::TableColumnsMissing, "table-columns-missing"},
    {ErrorCode::TableMalformed, "table-malformed"},
    {ErrorCode::DataIsText, "data-is-text"},
    {ErrorCode::DataIsPictures, "data-is-pictures"},
    {ErrorCode::UnknownSample, "unknown-sample"},
    {ErrorCode::SampleDamaged, "sample-damaged"},
    {ErrorCode::ClassUnknown, "class-unknown"},
    {ErrorCode::TestDataMismatch, "test-data-mismatch"},
    {ErrorCode::ClassWithoutTest, "class-without-test"},
    {ErrorCode::ModelNotFound, "model-not-found"},
    {ErrorCode::ModelNotAModel, "model-not-a-model"},
    {ErrorCode::ModelDamaged, "model-damaged"},
    {ErrorCode::ModelUnsafe, "model-unsafe"},
    {ErrorCode::ModelNoHead, "model-no-head"},
    {ErrorCode::ModelTooLarge, "model-too-large"},
    {ErrorCode::ModelRunFailed, "model-run-failed"},
    {ErrorCode::ModelCardMissing, "model-card-missing"},
    {ErrorCode::ModelNoVocabulary, "model-no-vocabulary"},
    {ErrorCode::ModelUnsuitable, "model-unsuitable"},
    {ErrorCode::ModelChanged, "model-changed"},
    {ErrorCode::NothingToRun, "nothing-to-run"},
    {ErrorCode::NoZeroShotLink, "no-zero-shot-link"},
    {ErrorCode::LayersNotTrainable, "layers-not-trainable"},
    {ErrorCode::UnknownLayerPattern, "unknown-layer-pattern"},
    {ErrorCode::UnknownArm, "unknown-arm"},
    {ErrorCode::ArmUnsuitable, "arm-unsuitable"},
    {ErrorCode::UnknownSetting, "unknown-setting"},
    {ErrorCode::BadSettingValue, "bad-setting-value"},
    {ErrorCode::RunDiverged, "run-diverged"},
    {ErrorCode::OutOfMemory, "out-of-memory"},
    {ErrorCode::RunTooLarge, "run-too-large"},
    {ErrorCode::EngineMissing, "engine-missing"},
    {ErrorCode::EngineDied, "engine-died"},
    {ErrorCode::EngineVersion, "engine-version"},
    {ErrorCode::ProtocolBroken, "protocol-broken"},
    {ErrorCode::ComparisonUnknown, "comparison-unknown"},
    {ErrorCode::LabHasNoModel, "lab-has-no-model"},
    {ErrorCode::LabHasNoData, "lab-has-no-data"},
    {ErrorCode::Internal, "internal"},
});
// clang-format on
static_assert(kCodeNames.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1,
              "every code needs a name that never changes");

json errorToJson(const Error &error)
{
    const auto named
        = std::find_if(kCodeNames.begin(), kCodeNames.end(), [&](const CodeName &row) { return row.code == error.code; });
    return {{"code", named->name}, {"arguments", error.arguments}, {"technical", error.technical}};
}

/// A member of the wanted type, or `otherwise`.
template<typename T> T member(const json &object, const char *name, T otherwise = {})
{
    try {
        return object.is_object() ? object.value(name, otherwise) : otherwise;
    } catch (const json::exception &) {
        return otherwise;
    }
}

template<typename T> T valueOf(const std::string &text)
{
    try {
        return parsed(text).get<T>();
    } catch (const json::exception &) {
        return {};
    }
}

Error errorFromJson(const json &object)
{
    Error error;
    const auto name = member<std::string>(object, "code");
    error.arguments = member<std::vector<std::string>>(object, "arguments");
    error.technical = member<std::string>(object, "technical");
    const auto named = std::find_if(kCodeNames.begin(), kCodeNames.end(), [&](const CodeName &row) { return row.name == name; });
    if (named != kCodeNames.end()) {
        error.code = named->code;
        return error;
    }
    error.code = ErrorCode::Internal;
    error.arguments = {name};
    return error;
}

} // namespace

std::string dumped(const json &value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

json parsed(const std::string &text)
{
    json value = json::parse(text, nullptr, false);
    return value.is_discarded() ? json() : value;
}

std::string displayToText(const std::map<std::string, std::string> &display) { return dumped(display); }

std::map<std::string, std::string> displayFromText(const std::string &text)
{
    return valueOf<std::map<std::string, std::string>>(text);
}

std::string linksToText(const std::vector<int> &links) { return dumped(links); }

std::vector<int> linksFromText(const std::string &text) { return valueOf<std::vector<int>>(text); }

std::string tagsToText(const std::vector<std::string> &tags) { return dumped(tags); }

std::vector<std::string> tagsFromText(const std::string &text) { return valueOf<std::vector<std::string>>(text); }

std::string errorToText(const Error &error) { return dumped(errorToJson(error)); }

Error errorFromText(const std::string &text) { return errorFromJson(parsed(text)); }

std::string skippedToText(const std::vector<Skipped> &skipped)
{
    json list = json::array();
    for (const Skipped &part : skipped) {
        list.push_back({{"arm", part.arm ? json(*part.arm) : json()},
                        {"k", part.shots ? json(part.shots->toString()) : json()},
                        {"reason", errorToJson(part.reason)}});
    }
    return dumped(list);
}

std::vector<Skipped> skippedFromText(const std::string &text)
{
    std::vector<Skipped> result;
    for (const json &item : parsed(text)) {
        if (!item.is_object())
            continue;
        Skipped part;
        if (item.contains("arm") && item["arm"].is_number_integer())
            part.arm = item["arm"].get<int>();
        if (item.contains("k") && item["k"].is_string())
            part.shots = Shots::fromString(item["k"].get<std::string>());
        part.reason = errorFromJson(member<json>(item, "reason"));
        result.push_back(std::move(part));
    }
    return result;
}

} // namespace shotlab::store
