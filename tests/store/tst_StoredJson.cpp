// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <set>

#include <QTest>

#include <nlohmann/json.hpp>

#include "store/StoredJson.h"

using namespace shotlab;

class TestStoredJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorCodeHasANameOfItsOwn()
    {
        std::set<std::string> names;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const Error error {static_cast<ErrorCode>(code), {"a", "b"}, "technical"};
            const std::string text = store::errorToText(error);
            QCOMPARE(store::errorFromText(text).code, error.code);
            names.insert(store::parsed(text)["code"].get<std::string>());
        }
        QCOMPARE(names.size(), static_cast<std::size_t>(ErrorCode::Internal) + 1);
        QVERIFY(names.contains("engine-died") && names.contains("lab-not-a-lab"));
    }

    void namesOfANewerProgramAreKept()
    {
        const Error error = store::errorFromText(R"({"code":"from-the-future","arguments":["x"],"technical":"t"})");
        QCOMPARE(error.code, ErrorCode::Internal);
        QCOMPARE(error.arguments, std::vector<std::string> {"from-the-future"});
    }

    void nonsenseReadsAsEmpty()
    {
        for (const char *text : {"", "{", "3", "[1,{}]", R"({"code":5,"arguments":"x"})", "\xff\xfe"}) {
            QCOMPARE(store::errorFromText(text).code, ErrorCode::Internal);
            QVERIFY(store::displayFromText(text).empty() || std::string(text).front() == '{');
            QVERIFY(store::linksFromText(text).empty());
            static_cast<void>(store::skippedFromText(text));
        }
    }

    void invalidUtf8IsReplaced()
    {
        const std::string text = store::displayToText({{"en", "caf\xe9"}});
        QVERIFY(store::displayFromText(text).at("en").starts_with("caf"));
    }
};

QTEST_APPLESS_MAIN(TestStoredJson)
#include "tst_StoredJson.moc"
