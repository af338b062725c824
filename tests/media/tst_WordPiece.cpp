// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>
#include <zip.h>

#include "media/WordPiece.h"

using namespace shotlab;
using media::WordPiece;
using Ids = std::vector<std::int32_t>;

namespace
{

constexpr int kPlenty = 1000;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The bundled encoder's, from inside its file.
QByteArray bundledVocabulary()
{
    zip_t *archive = zip_open(MODELS "/minilm-l6.pt", ZIP_RDONLY, nullptr);
    zip_file_t *file = archive == nullptr ? nullptr : zip_fopen(archive, "minilm-l6/extra/vocab.txt", 0);
    QByteArray text;
    QByteArray piece(1 << 16, Qt::Uninitialized);
    while (file != nullptr) {
        const auto read = zip_fread(file, piece.data(), static_cast<zip_uint64_t>(piece.size()));
        if (read <= 0)
            break;
        text.append(piece.constData(), read);
    }
    if (file != nullptr)
        zip_fclose(file);
    if (archive != nullptr)
        zip_discard(archive);
    return text;
}

Result<WordPiece> small() { return WordPiece::fromVocabulary("[PAD]\n[UNK]\n[CLS]\n[SEP]\nun\n##able\n##a\n,\nca\n##fe\n"); }

} // namespace

class TestWordPiece : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheReference()
    {
        const auto pieces = WordPiece::fromVocabulary(bundledVocabulary());
        QVERIFY(pieces);
        QCOMPARE(pieces->size(), 30522);
        const auto reference = nlohmann::json::parse(qUncompress(bytesOf(QStringLiteral(TEST_DATA "/wordpiece.json.z"))).toStdString());
        const auto &strings = reference.at("strings");
        QCOMPARE(strings.size(), std::size_t(2000));
        for (std::size_t i = 0; i < strings.size(); ++i) {
            const auto text = strings[i].get<std::string>();
            QVERIFY2(pieces->ids(text, kPlenty) == reference.at("ids")[i].get<Ids>(), strings[i].dump(-1, ' ', true).c_str());
        }
    }

    void takesTheLongestPieces()
    {
        const auto pieces = small();
        QVERIFY(pieces);
        QCOMPARE(pieces->size(), 10);
        QCOMPARE(pieces->padding(), 0);
        QVERIFY((pieces->ids("Unable,  CAF\xc3\x89 una unab", kPlenty) == Ids {2, 4, 5, 7, 8, 9, 4, 6, 1, 3}));
    }

    void cutsTheEndOff()
    {
        const auto pieces = small();
        QVERIFY(pieces);
        QVERIFY((pieces->ids("una una una", 5) == Ids {2, 4, 6, 4, 3}));
        QVERIFY((pieces->ids("", 5) == Ids {2, 3}));
        QVERIFY((pieces->ids("una", 2) == Ids {2, 3}));
    }

    void damagedTextIsPassedOver()
    {
        const auto pieces = small();
        QVERIFY(pieces);
        QVERIFY((pieces->ids("un\xff\xfe", kPlenty) == Ids {2, 4, 3}));
        QVERIFY((pieces->ids(std::string_view("\0un\0", 4), kPlenty) == Ids {2, 4, 3}));
    }

    void refusesWhatIsNoVocabulary()
    {
        QCOMPARE(WordPiece::fromVocabulary("hello\nworld\n").error().code, ErrorCode::ModelNoVocabulary);
        QVERIFY(!WordPiece::fromVocabulary({}));
    }

    void readsWindowsLines()
    {
        const auto pieces = WordPiece::fromVocabulary("[PAD]\r\n[UNK]\r\n[CLS]\r\n[SEP]\r\nun\r\n");
        QVERIFY(pieces);
        QCOMPARE(pieces->size(), 5);
        QVERIFY((pieces->ids("un", kPlenty) == Ids {2, 4, 3}));
    }
};

QTEST_GUILESS_MAIN(TestWordPiece)
#include "tst_WordPiece.moc"
