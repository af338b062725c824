// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QImageReader>
#include <QTemporaryDir>

#include "../support/Unzip.h"
#include "ImporterTest.h"
#include "media/Picture.h"

using namespace shotlab;
using namespace shotlab::importer;
using namespace shotlab::importer::test;

/// A set as people have them on their disks: wrapped once more, mixed sizes, some pictures straight from a camera.
class TestSignLanguageDigits : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// Mean difference of two pictures at 64 px, in grey levels.
    static double difference(const QImage &a, const QImage &b)
    {
        const auto small = [](const QImage &image) {
            return image.scaled(64, 64, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .convertToFormat(QImage::Format_Grayscale8);
        };
        const QImage x = small(a);
        const QImage y = small(b);
        double sum = 0;
        for (int i = 0; i < 64 * 64; ++i)
            sum += std::abs(int(x.constScanLine(i / 64)[i % 64]) - int(y.constScanLine(i / 64)[i % 64]));
        return sum / (64 * 64);
    }

    /// Square pictures keep their size when turned, so the pixels have to tell.
    void verifyUpright(const ImportedExample &example)
    {
        QImageReader reader(m_folder.filePath(QString::fromStdString(example.origin).section('/', 1)));
        QVERIFY(reader.transformation() != QImageIOHandler::TransformationNone);
        const QImage lying = reader.read();
        reader.setFileName(reader.fileName());
        reader.setAutoTransform(true);
        const QImage upright = reader.read();
        const QImage stored = QImage::fromData(example.bytes.read().value());
        QVERIFY(difference(stored, upright) < 2);
        QVERIFY(difference(stored, lying) > 10);
    }

private Q_SLOTS:
    void isImportedWhole()
    {
        const QString data = qEnvironmentVariable("SHOTLAB_DATA");
        if (data.isEmpty())
            QSKIP("SHOTLAB_DATA is not set: the sign-language digits are not there to be imported.");
        QVERIFY(support::unpack(data + "/sign-language-digits.zip", m_folder.path()));
        const auto imported = importFolder(m_folder.path());
        VERIFY_RESULT(imported);
        QVERIFY(imported->rejected.empty());
        QCOMPARE(summary(*imported), QString("0:205 1:206 2:206 3:206 4:207 5:207 6:207 7:206 8:208 9:204"));

        int turned = 0;
        for (const ImportedClass &one : imported->classes) {
            for (const ImportedExample &example : one.examples) {
                const QString file = QString::fromStdString(example.origin).section('/', -1);
                if (example.originalHash.empty()) {
                    QCOMPARE(QSize(example.width, example.height), QSize(100, 100));
                    continue;
                }
                ++turned;
                QCOMPARE(one.name, std::string("7"));
                QVERIFY((QStringList {"IMG_5874.JPG", "IMG_5935.JPG", "IMG_5978.JPG"}).contains(file));
                QCOMPARE(QSize(example.width, example.height), QSize(1024, 1024));
                verifyUpright(example);
            }
        }
        QCOMPARE(turned, 3);
    }
};

QTEST_GUILESS_MAIN(TestSignLanguageDigits)
#include "tst_SignLanguageDigits.moc"
