// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/LabStore.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include "store/LabStorePrivate.h"
#include "store/StoredJson.h"

namespace shotlab::store
{

std::string now() { return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString(); }

LabStore::LabStore(std::unique_ptr<Private> file) : d(std::move(file)) { }

LabStore::~LabStore()
{
    // Nobody is left to tell; a log that could not be folded in is read again when the lab is opened.
    static_cast<void>(close());
}

Result<std::unique_ptr<LabStore>> LabStore::create(const QString &path, const LabInfo &info)
{
    auto file = std::make_unique<Private>();
    if (Done created = file->file.create(path); !created)
        return tl::unexpected(created.error());
    Database &database = file->database;
    const Done filled = database.transact([&] {
        return database.run(
            QStringLiteral(
                "INSERT INTO lab (id, title, sample, seed, created_at, created_by, written_by, test_locked, test_by_user)"
                " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {textValue(info.title), textValue(info.sample), seedValue(info.seed),
             textValue(info.createdAt.empty() ? now() : info.createdAt),
             textValue(info.createdBy.empty() ? SHOTLAB_VERSION : info.createdBy), QStringLiteral(SHOTLAB_VERSION),
             info.testLocked, info.testByUser});
    });
    if (!filled) {
        const QString made = file->file.path();
        static_cast<void>(file->file.close());
        QFile::remove(made);
        return tl::unexpected(filled.error());
    }
    return std::unique_ptr<LabStore>(new LabStore(std::move(file)));
}

Result<std::unique_ptr<LabStore>> LabStore::open(const QString &path, Access access)
{
    auto file = std::make_unique<Private>();
    if (Done opened = file->file.open(path, access); !opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<LabStore>(new LabStore(std::move(file)));
}

QString LabStore::path() const { return d->file.path(); }

Access LabStore::access() const { return d->file.access(); }

Done LabStore::close() { return d->file.close(); }

Done LabStore::saveCopy(const QString &path)
{
    if (QFileInfo::exists(path))
        return fail(ErrorCode::LabExists, {path.toStdString()});
    Done done = d->database.run(QStringLiteral("VACUUM INTO ?"), {path});
    if (!done) {
        QFile::remove(path); // what a full disk left of it
        done.error().arguments[0] = path.toStdString();
    }
    return done;
}

Result<LabInfo> LabStore::info() const
{
    LabInfo info;
    bool found = false;
    const Done read = d->database.each(
        QStringLiteral("SELECT title, sample, seed, created_at, created_by, test_locked, test_by_user FROM lab"), {},
        [&](const Row &row) {
            found = true;
            info = {row.text(0), row.text(1), row.seed(2), row.text(3), row.text(4), row.flag(5), row.flag(6)};
        });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return fail(ErrorCode::LabDamaged, {path().toStdString()}, "no lab row");
    return info;
}

Done LabStore::setInfo(const LabInfo &info)
{
    return d->database.transact([&] {
        return d->database.run(QStringLiteral("UPDATE lab SET title = ?, sample = ?, seed = ?, created_at = ?, created_by = ?, "
                                              "test_locked = ?, test_by_user = ?"),
                               {textValue(info.title), textValue(info.sample), seedValue(info.seed), textValue(info.createdAt),
                                textValue(info.createdBy), info.testLocked, info.testByUser});
    });
}

Result<std::optional<LabModel>> LabStore::model() const
{
    std::optional<LabModel> model;
    std::string card;
    const Done read
        = d->database.each(QStringLiteral("SELECT card, hash, path, bundled, EXISTS (SELECT 1 FROM model_data) FROM model"), {},
                           [&](const Row &row) {
                               card = row.text(0);
                               model = LabModel {{}, row.text(1), row.text(2), row.flag(3), row.flag(4)};
                           });
    if (!read)
        return tl::unexpected(read.error());
    if (!model)
        return model;
    Result<ModelCard> parsedCard = modelCardFromJson(parsed(card));
    if (!parsedCard)
        return fail(ErrorCode::LabDamaged, {path().toStdString()}, parsedCard.error().technical);
    model->card = *std::move(parsedCard);
    return model;
}

Done LabStore::setModel(const LabModel &model, const QByteArray &bytes)
{
    Database &database = d->database;
    return database.transact([&]() -> Done {
        Done done
            = database.run(QStringLiteral("INSERT OR REPLACE INTO model (id, card, hash, path, bundled) VALUES (1, ?, ?, ?, ?)"),
                           {textValue(dumped(toJson(model.card))), textValue(model.hash), textValue(model.path), model.bundled});
        // The bytes of the same model stay: a corrected card does not bring them again.
        if (done)
            done = database.run(QStringLiteral("DELETE FROM model_data WHERE hash <> ?"), {textValue(model.hash)});
        if (done && !bytes.isEmpty())
            done = database.run(QStringLiteral("INSERT OR REPLACE INTO model_data (id, hash, bytes) VALUES (1, ?, ?)"),
                                {textValue(model.hash), blobValue(bytes)});
        return done;
    });
}

Result<QByteArray> LabStore::modelBytes() const
{
    QByteArray bytes;
    const Done read
        = d->database.each(QStringLiteral("SELECT bytes FROM model_data"), {}, [&](const Row &row) { bytes = row.blob(0); });
    if (!read)
        return tl::unexpected(read.error());
    return bytes;
}

} // namespace shotlab::store
