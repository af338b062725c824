// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "importer/KeptBytes.h"
#include "lab/Lab.h"
#include "lab/Result.h"

namespace shotlab::importer
{

/// A file that was found and could not be used; the rest goes on without it.
struct Rejected {
    QString path;
    Error reason;
};

/// One example that was read and checked, not stored yet.
struct ImportedExample {
    KeptBytes bytes; ///< of a text its UTF-8, exactly as it was found
    std::string hash;
    std::string originalHash; ///< where the picture was scaled down
    /// Path from the folder that was chosen (beginning with its name), path as the table has it, file and line of a sentence
    /// ("train.csv:17"), or source of the sample.
    std::string origin;
    std::string group;
    int width = 0; ///< 0 for text
    int height = 0;
    KeptBytes thumbnail; ///< empty for text
    bool test = false; ///< from data the user brought as test data
};

struct ImportedClass {
    std::string name; ///< for the model
    std::map<std::string, std::string> display; ///< language -> name for people
    std::vector<std::pair<std::string, int>> links; ///< source label name and, where names are ambiguous, its index (else -1)
    std::vector<ImportedExample> examples;
    std::string description {}; ///< what the class means, in the model's language; may be empty
};

/// What came out of a folder, a table, some files or a sample.
struct ImportedData {
    std::vector<ImportedClass> classes; ///< by name, natural order; of a sample in its own order
    std::vector<Rejected> rejected;
    std::string title; ///< name of the folder or sample
    Modality modality = Modality::Picture; ///< of all examples
};

/// A bundled sample, as its sample.json describes it.
struct SampleInfo {
    std::string name; ///< "digits"
    std::string title; ///< proper name in English
    std::string model; ///< bundled model it is made for
    int classes = 0;
    int examples = 0;
    Modality modality = Modality::Picture;
    std::vector<QByteArray> mosaic; ///< nine small pictures for the start page
    std::vector<std::string> sentences; ///< three of a sample of text instead
};

/// Called from the thread that imports, at the beginning, about 30 times a second and at the end; done and total in files.
using Progress = std::function<void(int done, int total)>;

// All imports may run on any thread. Stopping is no error: what was read by then is returned, and whoever stopped knows that
// it is not all. Rejected pictures have PictureUnreadable, PictureTooLarge or PathNotFound as their reason; beside media's
// machine words for PictureUnreadable there are not-a-file, no-permission, too-many-bytes (200 MB) and read-failed. Rejected
// texts have PathNotFound or TextUnreadable with the same words, not-text, blank or too-long (100,000 bytes).

/// Folder with one sub-folder per class, those below it included; a single folder that only holds folders is descended into.
/// Hidden files, and files that are no pictures by name, are skipped silently; unreadable pictures are listed as rejected, and
/// so are (FolderEmpty) class folders of which nothing is left. Pictures beside the class folders belong to no class.
/// Where no class folder holds a picture, its .txt files are taken, each as one text. A folder without folders but with .txt
/// files has one class per file, named after it, with a sentence on each line.
/// PathNotFound, FolderEmpty, NotEnoughClasses (when one class is left only), NoReadablePictures, NoReadableTexts.
[[nodiscard]] Result<ImportedData> importFolder(const QString &folder, const Progress &progress = {},
                                                const std::stop_token &stop = {});

/// A table with a column of picture paths (relative to the table) or of sentences, and a column of labels: CSV (RFC 4180; commas,
/// semicolons or tabs) or, when it is called .jsonl or .ndjson, JSON Lines; UTF-8 with or without byte order mark, or UTF-16 with
/// one. Columns by name: `image`, else `text`, `sentence` or `utterance`; `label`, `class`, `category` or `intent`; unless named
/// here. A column named here holds pictures when it is called so or its first value is called like a picture, else sentences.
/// Labels and paths are trimmed, sentences are taken as they are. Rows without content or label are rejected with TableMalformed.
/// PathNotFound, TableColumnsMissing, TableMalformed, NotEnoughClasses, NoReadablePictures, NoReadableTexts.
[[nodiscard]] Result<ImportedData> importTable(const QString &table, const QString &contentColumn = {},
                                               const QString &labelColumn = {}, const Progress &progress = {},
                                               const std::stop_token &stop = {});
/// Whether a path is called like a table: .csv, .tsv, .tab, .jsonl or .ndjson.
[[nodiscard]] bool isTable(const QString &path);

/// Some files and folders dropped on one class: every picture in them, as a single class without a name. Files named here
/// are tried whatever they are called. Of texts, files named here have a sentence on each line; those in folders are one text
/// each.
[[nodiscard]] ImportedData importFiles(const QStringList &paths, Modality modality, const Progress &progress = {},
                                       const std::stop_token &stop = {});
/// Sentences typed or pasted, one per line, as a single class without a name.
[[nodiscard]] ImportedData importLines(const QString &text);
/// Text when there are .txt files among these paths or in these folders and no pictures.
[[nodiscard]] Modality modalityOf(const QStringList &paths);

/// Folder or table, decided by what the path is.
[[nodiscard]] Result<ImportedData> importPath(const QString &path, const Progress &progress = {},
                                              const std::stop_token &stop = {});

[[nodiscard]] std::vector<std::string> sampleNames(); ///< in the order of the start page; only those on board
/// Quick: reads the description and the mosaic only. UnknownSample, SampleDamaged.
[[nodiscard]] Result<SampleInfo> sampleInfo(const std::string &name);
/// UnknownSample, SampleDamaged; a sample is complete or not used at all.
[[nodiscard]] Result<ImportedData> importSample(const std::string &name, const Progress &progress = {},
                                                const std::stop_token &stop = {});

/// Folder of models, samples and so on: beside the installed program, else in the source tree. SHOTLAB_RESOURCES overrides.
[[nodiscard]] QString resourceFolder();

/// A picture of something that a model had learnt before it came to Shotlab.
struct SourceExample {
    QByteArray bytes; ///< PNG
    std::string hash; ///< SHA-256 of bytes
    std::string label; ///< one of the model's source labels
};

/// The source examples bundled with a model (resources/models/NAME-retention.zip), at most that many, spread evenly over
/// their labels. SampleDamaged {file name} with technical detail.
[[nodiscard]] Result<std::vector<SourceExample>> readSourceExamples(const QString &path, std::size_t most);

} // namespace shotlab::importer
