// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <QByteArray>
#include <QString>

#include "lab/ModelCard.h"
#include "lab/Result.h"

struct zip;

namespace shotlab::importer
{

/// A class as sample.json has it.
struct SampleClass {
    std::string id;
    std::string name;
    std::map<std::string, std::string> display;
    std::vector<std::pair<std::string, int>> links; ///< as ImportedClass::links
    std::string description; ///< as ImportedClass::description
};

struct SampleExample {
    std::string file; ///< member of the zip; empty for text
    std::string text; ///< the example itself where the sample is of text
    std::size_t classIndex = 0;
    std::string source;
    std::string group;
};

/// sample.json (resources/samples/README.md).
struct SampleContents {
    int format = 0;
    Modality modality = Modality::Picture;
    std::string title;
    std::string model;
    std::vector<SampleClass> classes;
    std::vector<SampleExample> examples;
    std::vector<std::string> mosaic; ///< members of the zip; of text the sentences for the start page
};

/// The zip of a bundled sample. Members are read into memory; nothing is ever unpacked to disk. All errors are
/// SampleDamaged {name} with technical detail.
class SampleArchive
{
public:
    SampleArchive(std::string name, const QString &path);
    ~SampleArchive();
    SampleArchive(const SampleArchive &) = delete;
    SampleArchive &operator=(const SampleArchive &) = delete;

    [[nodiscard]] Result<SampleContents> contents();
    /// May be called from several threads at once.
    [[nodiscard]] Result<QByteArray> read(const std::string &member);

private:
    [[nodiscard]] tl::unexpected<Error> damaged(const std::string &technical) const;

    std::string m_name;
    std::mutex m_mutex; ///< libzip allows one thread at a time
    zip *m_zip = nullptr;
};

} // namespace shotlab::importer
