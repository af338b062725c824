// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lab/Ids.h"
#include "lab/ModelCard.h"

namespace shotlab
{

enum class Role { Pool, Test };

/// One labelled example without its bytes (those stay in the lab file until somebody asks for them).
struct Example {
    ExampleId id;
    ClassId classId;
    Role role = Role::Pool;
    std::string hash; ///< SHA-256 of the stored bytes, lower-case hex
    std::string origin; ///< file name or provenance, may be empty
    std::string group; ///< photographer, writer, source picture; may be empty
    int width = 0; ///< pixels as shown (after EXIF rotation); 0 for text
    int height = 0;
    std::int64_t bytes = 0;

    friend bool operator==(const Example &, const Example &) = default;
};

/// One class of the lab. Links tie it to outputs of the model for zero-shot.
struct LabClass {
    ClassId id;
    std::string name; ///< name used by models
    std::map<std::string, std::string> display; ///< language code -> name for people, optional
    std::vector<int> links; ///< indices into ModelCard::sourceLabels
    std::string description {}; ///< what the class means, a sentence in the model's language; may be empty

    friend bool operator==(const LabClass &, const LabClass &) = default;
};

/// Underscores as spaces: names of classes and labels are often written as one word.
[[nodiscard]] std::string asWords(std::string name);

/// What a model of text reads to know a class without examples: its name, underscores as spaces, and its
/// description where there is one.
[[nodiscard]] std::vector<std::string> textsOf(const LabClass &labClass);

/// The model a lab works with. Bundled models are known by name; own files are embedded up to 100 MB, else by path.
struct LabModel {
    ModelCard card;
    std::string hash; ///< SHA-256 of the model file, lower-case hex
    std::string path; ///< own model: where it was; empty for bundled ones
    bool bundled = true;
    bool embedded = false; ///< the lab file holds the bytes
};

/// Facts about the lab as a whole.
struct LabInfo {
    std::string title;
    std::string sample; ///< name of the bundled sample it was made from, or empty
    std::uint64_t seed = 1; ///< deals the test set; default seed of comparisons
    std::string createdAt; ///< ISO 8601, UTC
    std::string createdBy; ///< program version
    bool testLocked = false; ///< true from the first comparison on: the test set never changes again
    bool testByUser = false; ///< the user brought own test data; no lot
};

} // namespace shotlab
