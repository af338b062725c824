// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <zip.h>

#include "engine/CodeScan.h"
#include "engine/ModelFile.h"
#include "engine/PickleClaims.h"

using namespace shotlab;
using namespace shotlab::engine;

namespace
{

std::string dataFile(const char *name) { return std::string(ENGINE_DATA) + "/" + name; }

QByteArray contents(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A copy of a model archive in which one record is replaced, uncompressed size and all.
std::string withRecord(const QTemporaryDir &folder, const char *model, const std::string &ending, const QByteArray &bytes)
{
    const std::string path = folder.filePath("changed.pt").toStdString();
    QFile::remove(QString::fromStdString(path));
    QFile::copy(QString::fromStdString(dataFile(model)), QString::fromStdString(path));
    zip_t *archive = zip_open(path.c_str(), 0, nullptr);
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0)); ++i) {
        if (std::string(zip_get_name(archive, i, 0)).ends_with(ending))
            zip_file_replace(archive, i,
                             zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0), 0);
    }
    zip_close(archive);
    return path;
}

} // namespace

class tst_ModelFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string written(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath("file"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }

private Q_SLOTS:
    void acceptsAModelWithItsCard()
    {
        const auto file = checkModelFile(dataFile("tiny.pt"));
        QVERIFY(file.has_value());
        QCOMPARE(file->hash.size(), std::size_t {64});
        QVERIFY(file->card.has_value());
        QCOMPARE(file->card->name, std::string("tiny"));
        QCOMPARE(file->card->channels, 1);
        QVERIFY(file->unpackedBytes > 1000);
    }

    void acceptsAModelWithoutACard()
    {
        const auto file = checkModelFile(dataFile("residual-traced.pt"));
        QVERIFY(file.has_value());
        QVERIFY(!file->card.has_value());
    }

    void tellsWhatIsNoModel_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QByteArray() << "empty";
        QTest::newRow("html") << QByteArray("\n <!DOCTYPE html><html><body>404</body>") << "html";
        QTest::newRow("text") << QByteArray("version https://git-lfs\noid 12\n") << "text";
        QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n0000", 12) << "picture";
        QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0....", 8) << "picture";
        QTest::newRow("pdf") << QByteArray("%PDF-1.7") << "pdf";
        QTest::newRow("random") << QByteArray("\x01\x02\x03\x04\xfe\xff", 6) << "other";
        QTest::newRow("state dictionary") << contents(dataFile("state-dict.pth")) << "state-dict";
        QTest::newRow("old state dictionary") << contents(dataFile("state-dict-legacy.pth")) << "state-dict";
    }

    void tellsWhatIsNoModel()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, word);
        const std::string path = written(bytes);
        const auto file = checkModelFile(path);
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::ModelNotAModel);
        QCOMPARE(file.error().arguments, (std::vector<std::string> {path, word.toStdString()}));
    }

    void missingFilesAndFoldersAreNotFound()
    {
        QCOMPARE(checkModelFile("/no/such/file").error().code, ErrorCode::ModelNotFound);
        QCOMPARE(checkModelFile(m_folder.path().toStdString()).error().code, ErrorCode::ModelNotFound);
    }

    void truncatedFilesAreDamaged()
    {
        const QByteArray whole = contents(dataFile("tiny.pt"));
        for (const qsizetype size : {qsizetype {10}, whole.size() / 2, whole.size() - 1}) {
            const auto file = checkModelFile(written(whole.left(size)));
            QVERIFY(!file.has_value());
            QCOMPARE(file.error().code, ErrorCode::ModelDamaged);
        }
    }

    void recordsShorterThanTheirTensorsAreDamaged()
    {
        const auto file = checkModelFile(withRecord(m_folder, "tiny.pt", "/data/0", QByteArray(3, 'x')));
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::ModelDamaged);
    }

    void malformedPicklesAreDamaged()
    {
        for (const QByteArray &pickle :
             {QByteArray("\x80\x02", 2), QByteArray("\x80\x02}q", 4), QByteArray("\x80\x02\xff.", 4), QByteArray("R.")}) {
            const auto file = checkModelFile(withRecord(m_folder, "tiny.pt", "/data.pkl", pickle));
            QVERIFY(!file.has_value());
            QCOMPARE(file.error().code, ErrorCode::ModelDamaged);
        }
    }

    void malformedCardsAreReported()
    {
        const auto file = checkModelFile(withRecord(m_folder, "tiny.pt", "/extra/model_card.json", "{\"name\": 3"));
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::ModelCardMissing);
    }

    void largeArchivesAreRefusedByTheirUnpackedSize()
    {
        const auto file = checkModelFile(dataFile("tiny.pt"), 10'000'000);
        QVERIFY(file.has_value());
        const std::string bomb = withRecord(m_folder, "tiny.pt", "/data/0", QByteArray(20'000'000, '\0'));
        const auto refused = checkModelFile(bomb, 10'000'000);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::ModelTooLarge);
    }

    void codeThatTouchesFilesIsUnsafe()
    {
        const auto writes = checkModelFile(dataFile("writing-scripted.pt"));
        QVERIFY(!writes.has_value());
        QCOMPARE(writes.error().code, ErrorCode::ModelUnsafe);
        QCOMPARE(writes.error().arguments.at(1), std::string("writes-file"));
    }

    void codeIsReadByWholeWords()
    {
        QCOMPARE(unsafeAct("x = torch.save (y, 'f')"), std::optional<std::string>("writes-file"));
        QCOMPARE(unsafeAct("x = torch.save # here\n (y, 'f')"), std::optional<std::string>("writes-file"));
        QCOMPARE(unsafeAct("torch.from_file('/etc/passwd')"), std::optional<std::string>("reads-file"));
        QCOMPARE(unsafeAct("def __setstate__(self, x: int):"), std::optional<std::string>("runs-on-load"));
        QVERIFY(!unsafeAct("saved = self.unsaved(x); from_files = 1"));
        QCOMPARE(unsafeAct(std::string(1000, '(')), std::optional<std::string>("nested"));
    }

    void claimsFollowStrides()
    {
        // A 2 x 3 float view with strides (4, 1) from offset 1 of 10 floats: reaches element 1 + 4 + 2.
        const QByteArray pickle("\x80\x02"
                                "ctorch._utils\n_rebuild_tensor_v2\n"
                                "((X\x07\x00\x00\x00storagectorch\nFloatStorage\nX\x01\x00\x00\x00"
                                "5X\x03\x00\x00\x00"
                                "cpuK\ntQK\x01K\x02K\x03\x86K\x04K\x01\x86\x89NtR.",
                                114);
        const auto claims = tensorClaims(std::string_view(pickle.constData(), static_cast<std::size_t>(pickle.size())));
        QVERIFY2(claims.has_value(), claims ? "" : claims.error().technical.c_str());
        QCOMPARE(claims->size(), std::size_t {2});
        QCOMPARE((*claims)[0].bytes, std::int64_t {40});
        QCOMPARE((*claims)[1].record, std::string("5"));
        QCOMPARE((*claims)[1].bytes, std::int64_t {32});
    }

    void impossibleClaimsAreRefused()
    {
        const QByteArray pickle("\x80\x02"
                                "(X\x07\x00\x00\x00storagectorch\nFloatStorage\nX\x01\x00\x00\x00"
                                "5X\x03\x00\x00\x00"
                                "cpu"
                                "\x8a\x08\xff\xff\xff\xff\xff\xff\xff\x7ftQ.",
                                70);
        QVERIFY(!tensorClaims(std::string_view(pickle.constData(), static_cast<std::size_t>(pickle.size()))).has_value());
    }
};

QTEST_GUILESS_MAIN(tst_ModelFile)
#include "tst_ModelFile.moc"
