// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/ModelFile.h"

#include <algorithm>
#include <map>
#include <memory>
#include <vector>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <nlohmann/json.hpp>
#include <zip.h>

#include "engine/CodeScan.h"
#include "engine/PickleClaims.h"

namespace shotlab::engine
{

namespace
{

struct CloseArchive {
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;

/// What a file that is no zip looks like, from its first bytes.
std::string looksLike(const QByteArray &start)
{
    if (start.isEmpty())
        return "empty";
    const QByteArray head = start.trimmed().left(64).toLower();
    if (head.startsWith("<!doctype html") || head.startsWith("<html") || head.startsWith("<head"))
        return "html";
    if (start.startsWith("\x89PNG") || start.startsWith("\xff\xd8\xff") || start.startsWith("GIF8") || start.startsWith("BM")
        || (start.startsWith("RIFF") && start.mid(8, 4) == "WEBP"))
        return "picture";
    if (start.startsWith("%PDF"))
        return "pdf";
    if (start.startsWith("\x80\x02")) // pickle: what torch.save wrote before it used zip files
        return "state-dict";
    const bool printable = std::all_of(start.begin(), start.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 32 || byte == '\n' || byte == '\r' || byte == '\t';
    });
    return printable ? "text" : "other";
}

struct Record {
    zip_uint64_t index = 0;
    std::int64_t size = 0;
};

/// The records of a model archive without the folder all of them lie in.
class Records
{
public:
    Records(const std::string &path, zip_t *archive) : m_path(path), m_archive(archive) { }

    Done list(std::int64_t largest)
    {
        const zip_int64_t count = zip_get_num_entries(m_archive, 0);
        for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
            zip_stat_t stat;
            if (zip_stat_index(m_archive, i, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0
                || (stat.valid & ZIP_STAT_SIZE) == 0)
                return fail(ErrorCode::ModelDamaged, {m_path}, "record " + std::to_string(i));
            const std::string name = stat.name;
            const auto folder = name.find('/');
            if (folder == std::string::npos)
                continue;
            const auto size = static_cast<std::int64_t>(stat.size);
            if (size < 0 || size > largest - m_unpacked)
                return fail(ErrorCode::ModelTooLarge, {m_path, std::to_string(m_unpacked + std::max<std::int64_t>(size, 0))});
            m_unpacked += size;
            if (!m_records.try_emplace(name.substr(folder + 1), Record {i, size}).second)
                return fail(ErrorCode::ModelDamaged, {m_path}, "two records " + name);
        }
        return {};
    }

    [[nodiscard]] const Record *find(const std::string &name) const
    {
        const auto found = m_records.find(name);
        return found == m_records.end() ? nullptr : &found->second;
    }

    Result<std::string> read(const Record &record) const
    {
        std::string bytes(static_cast<std::size_t>(record.size), '\0');
        zip_file_t *file = zip_fopen_index(m_archive, record.index, 0);
        const zip_int64_t got = file == nullptr ? -1 : zip_fread(file, bytes.data(), bytes.size());
        const int closed = file == nullptr ? -1 : zip_fclose(file);
        if (got != static_cast<zip_int64_t>(record.size) || closed != 0)
            return fail(ErrorCode::ModelDamaged, {m_path}, zip_strerror(m_archive));
        return bytes;
    }

    [[nodiscard]] const std::map<std::string, Record> &all() const { return m_records; }
    [[nodiscard]] std::int64_t unpacked() const { return m_unpacked; }

private:
    const std::string &m_path;
    zip_t *m_archive;
    std::map<std::string, Record> m_records;
    std::int64_t m_unpacked = 0;
};

Done checkCode(const Records &records, const std::string &path)
{
    for (const auto &[name, record] : records.all()) {
        if (!name.starts_with("code/") || !name.ends_with(".py"))
            continue;
        const auto source = records.read(record);
        if (!source)
            return tl::unexpected(source.error());
        const auto act = unsafeAct(*source);
        if (act == "nested")
            return fail(ErrorCode::ModelDamaged, {path}, name + ": nested too deeply");
        if (act)
            return fail(ErrorCode::ModelUnsafe, {path, *act}, name);
    }
    return {};
}

/// No record may be shorter than what its tensors reach over.
Done checkClaims(const Records &records, const std::string &path, const std::string &folder)
{
    const Record *pickle = records.find(folder + ".pkl");
    if (pickle == nullptr)
        return {};
    const auto bytes = records.read(*pickle);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto claims = tensorClaims(*bytes);
    if (!claims)
        return fail(ErrorCode::ModelDamaged, {path}, claims.error().technical);
    for (const TensorClaim &claim : *claims) {
        const Record *record = records.find(folder + "/" + claim.record);
        if (record == nullptr || record->size < claim.bytes)
            return fail(ErrorCode::ModelDamaged, {path}, folder + "/" + claim.record + " is shorter than its tensor");
    }
    return {};
}

Result<std::optional<ModelCard>> cardInside(const Records &records)
{
    const Record *record = records.find(std::string("extra/") + kCardRecord);
    if (record == nullptr)
        return std::optional<ModelCard>();
    const auto text = records.read(*record);
    if (!text)
        return tl::unexpected(text.error());
    const auto json = nlohmann::json::parse(*text, nullptr, /*allow_exceptions=*/false);
    const auto card = modelCardFromJson(json);
    if (!card)
        return tl::unexpected(card.error());
    return std::optional<ModelCard>(*card);
}

Result<QByteArray> vocabularyOf(const Records &records, const std::string &path)
{
    if (const Record *record = records.find(std::string("extra/") + kVocabularyRecord)) {
        const auto text = records.read(*record);
        if (!text)
            return tl::unexpected(text.error());
        return QByteArray::fromStdString(*text);
    }
    constexpr qint64 kLargest = 64 * 1024 * 1024;
    const QFileInfo model(QString::fromStdString(path));
    for (const QString &name : {QString(model.completeBaseName() + QStringLiteral(".vocab.txt")), QString::fromLatin1(kVocabularyRecord)}) {
        QFile file(model.dir().filePath(name));
        if (file.size() <= kLargest && file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    return QByteArray();
}

} // namespace

Result<ModelFile> checkModelFile(const std::string &path, std::int64_t largest)
{
    QFile file(QString::fromStdString(path));
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::ModelNotFound, {path});
    if (file.size() > largest)
        return fail(ErrorCode::ModelTooLarge, {path, std::to_string(file.size())});
    constexpr qint64 kStart = 512;
    const QByteArray start = file.peek(kStart);
    if (!start.startsWith("PK\x03\x04"))
        return fail(ErrorCode::ModelNotAModel, {path, looksLike(start)});

    int zipError = 0;
    const Archive archive(zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &zipError));
    if (!archive)
        return fail(ErrorCode::ModelDamaged, {path}, "zip error " + std::to_string(zipError));
    Records records(path, archive.get());
    if (auto listed = records.list(largest); !listed)
        return tl::unexpected(listed.error());
    if (records.find("data.pkl") == nullptr)
        return fail(ErrorCode::ModelNotAModel, {path, "zip"});
    if (records.find("constants.pkl") == nullptr)
        return fail(ErrorCode::ModelNotAModel, {path, "state-dict"});
    for (const Done &checked :
         {checkCode(records, path), checkClaims(records, path, "data"), checkClaims(records, path, "constants")}) {
        if (!checked)
            return tl::unexpected(checked.error());
    }
    auto card = cardInside(records);
    if (!card)
        return fail(ErrorCode::ModelCardMissing, {path}, card.error().technical);

    auto vocabulary = vocabularyOf(records, path);
    if (!vocabulary)
        return tl::unexpected(vocabulary.error());

    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return fail(ErrorCode::ModelDamaged, {path}, file.errorString().toStdString());
    return ModelFile {path, hash.result().toHex().toStdString(), *card, records.unpacked(), std::move(*vocabulary)};
}

} // namespace shotlab::engine
