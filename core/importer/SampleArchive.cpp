// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importer/SampleArchive.h"

#include <algorithm>
#include <set>

#include <QFile>

#include <nlohmann/json.hpp>
#include <zip.h>

namespace shotlab::importer
{

namespace
{

constexpr int kFormat = 1;
constexpr zip_uint64_t kMaximumMemberBytes = 20'000'000; // a sample is a few megabytes; more is no sample of ours

/// Relative, with plain slashes, and without a way up.
bool isPlainPath(const std::string &path)
{
    if (path.empty() || path.front() == '/' || path.find_first_of(std::string("\\:\0", 3)) != std::string::npos)
        return false;
    const std::string framed = '/' + path + '/';
    return framed.find("/../") == std::string::npos && framed.find("/./") == std::string::npos
        && framed.find("//") == std::string::npos;
}

std::pair<std::string, int> linkFrom(const nlohmann::json &json)
{
    if (json.is_string())
        return {json.get<std::string>(), -1};
    return {json.at("label").get<std::string>(), json.at("index").get<int>()};
}

SampleClass classFrom(const nlohmann::json &json)
{
    SampleClass result;
    json.at("id").get_to(result.id);
    json.at("name").get_to(result.name);
    result.display = json.value("display", result.display);
    result.description = json.value("description", result.description);
    for (const nlohmann::json &link : json.at("links"))
        result.links.push_back(linkFrom(link));
    return result;
}

/// Throws what nlohmann::json throws. An example of a class that is not listed gets an index beyond the classes.
SampleContents contentsFrom(const nlohmann::json &json)
{
    SampleContents result;
    result.format = json.at("format").get<int>();
    const bool isText = json.at("modality") == "text";
    if (!isText && json.at("modality") != "picture")
        result.format = 0; // a kind of examples that nobody here knows
    result.modality = isText ? Modality::Text : Modality::Picture;
    json.at("title").get_to(result.title);
    json.at("model").get_to(result.model);
    std::map<std::string, std::size_t> indexById;
    for (const nlohmann::json &one : json.at("classes")) {
        result.classes.push_back(classFrom(one));
        indexById.emplace(result.classes.back().id, result.classes.size() - 1);
    }
    for (const nlohmann::json &one : json.at("examples")) {
        const auto found = indexById.find(one.at("class").get<std::string>());
        const std::size_t classIndex = found == indexById.end() ? result.classes.size() : found->second;
        const auto content = one.at(isText ? "text" : "file").get<std::string>();
        result.examples.push_back({isText ? std::string() : content, isText ? content : std::string(), classIndex,
                                   one.value("source", std::string()), one.value("group", std::string())});
    }
    json.at("mosaic").get_to(result.mosaic);
    return result;
}

/// What makes the contents unusable; empty when they are sound.
std::string faultOf(const SampleContents &contents)
{
    if (contents.format != kFormat)
        return "unknown format";
    std::set<std::string> names;
    for (const SampleClass &one : contents.classes) {
        if (one.name.empty() || !names.insert(one.name).second)
            return "class without a name of its own: " + one.id;
    }
    for (const SampleExample &one : contents.examples) {
        if (one.classIndex >= contents.classes.size())
            return "unknown class: " + one.file + one.text;
        if (contents.modality == Modality::Picture && !isPlainPath(one.file))
            return "path: " + one.file;
    }
    if (contents.modality == Modality::Text)
        return {};
    const auto odd = std::find_if_not(contents.mosaic.begin(), contents.mosaic.end(), isPlainPath);
    return odd == contents.mosaic.end() ? std::string() : "path: " + *odd;
}

} // namespace

SampleArchive::SampleArchive(std::string name, const QString &path) : m_name(std::move(name))
{
    m_zip = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr);
}

SampleArchive::~SampleArchive()
{
    if (m_zip != nullptr)
        zip_discard(m_zip);
}

tl::unexpected<Error> SampleArchive::damaged(const std::string &technical) const
{
    return fail(ErrorCode::SampleDamaged, {m_name}, technical);
}

Result<QByteArray> SampleArchive::read(const std::string &member)
{
    const std::lock_guard lock(m_mutex);
    if (m_zip == nullptr)
        return damaged("no zip archive");
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(m_zip, member.c_str(), 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0)
        return damaged("missing: " + member);
    if (stat.size > kMaximumMemberBytes)
        return damaged("too large: " + member);
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(m_zip, stat.index, 0), &zip_fclose);
    if (!file)
        return damaged(member + ": " + zip_strerror(m_zip));
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const bool complete = zip_fread(file.get(), bytes.data(), stat.size) == static_cast<zip_int64_t>(stat.size);
    char beyond = 0; // the checksum is compared when the end is reached
    if (!complete || zip_fread(file.get(), &beyond, 1) != 0)
        return damaged(member + ": " + zip_file_strerror(file.get()));
    return bytes;
}

Result<SampleContents> SampleArchive::contents()
{
    const Result<QByteArray> text = read("sample.json");
    if (!text)
        return tl::unexpected(text.error());
    try {
        auto contents = contentsFrom(nlohmann::json::parse(text->constData(), text->constData() + text->size()));
        if (const std::string fault = faultOf(contents); !fault.empty())
            return damaged(fault);
        return contents;
    } catch (const nlohmann::json::exception &exception) {
        return damaged(exception.what());
    }
}

} // namespace shotlab::importer
