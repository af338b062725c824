// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace shotlab
{

/// What went wrong, as a closed set. ui/text owns the sentence for each code; core never words anything.
/// The comment behind a code lists what Error::arguments hold, in order.
enum class ErrorCode {
    // Lab file
    LabNotFound, ///< path
    LabNotALab, ///< path
    LabDamaged, ///< path
    LabNewerVersion, ///< path, version that wrote it
    LabInUse, ///< path, who has it
    LabReadOnly, ///< path
    LabExists, ///< path
    LabUnreadable, ///< path
    LabNotCreated, ///< path, native message
    LabWriteFailed, ///< path, native message
    DiskFull, ///< path
    // Data
    PathNotFound, ///< path
    FolderEmpty, ///< path
    NotEnoughClasses, ///< number of classes found
    ClassTooSmall, ///< class name, number of examples
    NoReadablePictures, ///< path
    NoReadableTexts, ///< path
    PictureUnreadable, ///< path, reason
    TextUnreadable, ///< path, reason
    PictureTooLarge, ///< path, width, height
    TableColumnsMissing, ///< path, columns found (comma separated)
    TableMalformed, ///< path, line
    DataIsText, ///< path: sentences, dropped on a lab of pictures
    DataIsPictures, ///< path: pictures, dropped on a lab of sentences
    UnknownSample, ///< name
    SampleDamaged, ///< name
    ClassUnknown, ///< class name
    TestDataMismatch, ///< class name only in the test data
    ClassWithoutTest, ///< class name
    // Model
    ModelNotFound, ///< name or path
    ModelNotAModel, ///< path, what it looks like (machine word: html, zip, text, empty, picture, state-dict, not-a-file, other)
    ModelDamaged, ///< path
    ModelUnsafe, ///< path, what its code tries (machine word: writes-file, reads-file, runs-on-load)
    ModelNoHead, ///< path
    ModelTooLarge, ///< path, bytes
    ModelRunFailed, ///< model name, cut-down library message
    ModelCardMissing, ///< path: the user has to confirm input size and normalisation
    ModelNoVocabulary, ///< path: a model of text without the list of words that it was made with
    ModelUnsuitable, ///< model name, modality of the lab
    ModelChanged, ///< path: file on disk differs from the one the lab was made with
    // Runs
    NothingToRun,
    NoZeroShotLink, ///< class names without a link (comma separated)
    LayersNotTrainable, ///< pattern or layer path
    UnknownLayerPattern, ///< pattern
    UnknownArm, ///< name
    ArmUnsuitable, ///< name: compares pixels of sentences or words of pictures
    UnknownSetting, ///< arm, key
    BadSettingValue, ///< arm, key, value
    RunDiverged, ///< step
    OutOfMemory, ///< bytes wanted or 0
    RunTooLarge, ///< bytes it would need, bytes there are, largest batch that would fit or 0
    EngineMissing, ///< path looked for
    EngineDied, ///< signal or exit code, last line it wrote
    EngineVersion, ///< version found, version wanted
    ProtocolBroken, ///< what
    ComparisonUnknown, ///< id
    LabHasNoModel,
    LabHasNoData,
    Internal, ///< what; machine words with sentences of their own: frozen-weights-moved, another-comparison-runs
};

/// An error as a value. Arguments fill the sentence; technical is for the details view and logs only.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::vector<std::string> arguments;
    std::string technical;
};

template<typename T> using Result = tl::expected<T, Error>;

/// Result of something that succeeds without a value.
using Done = Result<void>;

/// Short for returning an error from a function that returns Result<T>.
inline tl::unexpected<Error> fail(ErrorCode code, std::vector<std::string> arguments = {}, std::string technical = {})
{
    return tl::unexpected<Error>(Error {code, std::move(arguments), std::move(technical)});
}

} // namespace shotlab
