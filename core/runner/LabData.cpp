// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/LabData.h"

#include <algorithm>
#include <map>

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QString>

#include "lab/DrawPlan.h"
#include "store/LabStore.h"

namespace shotlab::runner
{

namespace
{

QString plainName(const std::string &name)
{
    return QString::fromStdString(name).replace(QLatin1Char('_'), QLatin1Char(' ')).simplified().toCaseFolded();
}

/// Words of a name in lower case, without a plural s.
std::set<QString> wordsOf(const std::string &name)
{
    static const QRegularExpression kBetween(QStringLiteral("[^\\p{L}\\p{N}]+"), QRegularExpression::UseUnicodePropertiesOption);
    std::set<QString> words;
    for (QString word : QString::fromStdString(name).toCaseFolded().split(kBetween, Qt::SkipEmptyParts)) {
        if (word.size() > 3 && word.endsWith(u's'))
            word.chop(1);
        if (word.size() > 2)
            words.insert(word);
    }
    return words;
}

std::map<ClassId, std::vector<Example>> byClass(const LabData &data)
{
    std::map<ClassId, std::vector<Example>> sorted;
    for (const Example &example : data.examples)
        sorted[example.classId].push_back(example);
    return sorted;
}

} // namespace

Result<LabData> readLab(const store::LabStore &store)
{
    LabData data;
    auto info = store.info();
    auto model = store.model();
    auto classes = store.classes();
    auto examples = store.examples();
    if (!info)
        return tl::unexpected(info.error());
    if (!model)
        return tl::unexpected(model.error());
    if (!classes)
        return tl::unexpected(classes.error());
    if (!examples)
        return tl::unexpected(examples.error());
    return LabData {std::move(*info), std::move(*model), std::move(*classes), std::move(*examples)};
}

Result<Comparison> readComparison(const store::LabStore &store, ComparisonId id)
{
    auto comparison = store.comparison(id);
    if (!comparison)
        return comparison;
    const auto pool = store.support(id, RunKey {0, Shots::all(), 0});
    if (!pool)
        return tl::unexpected(pool.error());
    comparison->poolSizes.clear();
    for (const auto &ofClass : *pool)
        comparison->poolSizes.push_back(static_cast<int>(ofClass.size()));
    return comparison;
}

Result<std::set<ExampleId>> learntExamples(const store::LabStore &store)
{
    const auto comparisons = store.comparisons();
    if (!comparisons)
        return tl::unexpected(comparisons.error());
    std::set<ExampleId> learnt;
    for (const ComparisonId id : *comparisons) {
        const auto pool = store.support(id, RunKey {0, Shots::all(), 0});
        if (!pool)
            return tl::unexpected(pool.error());
        for (const auto &ofClass : *pool)
            learnt.insert(ofClass.begin(), ofClass.end());
    }
    return learnt;
}

std::vector<int> linksByName(const std::string &className, const std::vector<std::string> &sourceLabels)
{
    const QString wanted = plainName(className);
    std::vector<int> links;
    for (std::size_t i = 0; i < sourceLabels.size(); ++i) {
        if (plainName(sourceLabels[i]) == wanted)
            links.push_back(static_cast<int>(i));
    }
    return links;
}

std::vector<int> linksByWords(const std::string &className, const std::vector<std::string> &sourceLabels, std::size_t most)
{
    const std::set<QString> wanted = wordsOf(className);
    std::vector<std::pair<std::size_t, int>> shared; // words that only one of the two has, label
    for (std::size_t i = 0; i < sourceLabels.size(); ++i) {
        const std::set<QString> words = wordsOf(sourceLabels[i]);
        const auto common = static_cast<std::size_t>(
            std::count_if(words.begin(), words.end(), [&wanted](const QString &word) { return wanted.contains(word); }));
        if (common > 0)
            shared.emplace_back(wanted.size() + words.size() - 2 * common, static_cast<int>(i));
    }
    std::sort(shared.begin(), shared.end());
    shared.resize(std::min(most, shared.size()));
    std::vector<int> links;
    for (const auto &[missing, label] : shared)
        links.push_back(label);
    return links;
}

bool sameName(const std::string &a, const std::string &b) { return plainName(a) == plainName(b); }

std::string comparedForm(const QByteArray &utf8)
{
    const QString text = QString::fromUtf8(utf8).trimmed().normalized(QString::NormalizationForm_C);
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().toStdString();
}

std::vector<ExampleId> dealtTestSet(const LabData &data, const std::set<ExampleId> &learnt)
{
    std::vector<ExampleId> test;
    for (const auto &[classId, examples] : byClass(data)) {
        std::vector<ExampleId> held;
        std::vector<Example> unseen;
        for (const Example &example : examples) {
            if (example.role == Role::Test)
                held.push_back(example.id);
            if (!learnt.contains(example.id))
                unseen.push_back(example);
        }
        const bool keep = data.info.testByUser || (data.info.testLocked && !held.empty());
        if (!keep)
            held = dealTestSet(unseen, data.info.seed);
        test.insert(test.end(), held.begin(), held.end());
    }
    return test;
}

Split split(const LabData &data)
{
    std::set<std::string> testHashes;
    for (const Example &example : data.examples) {
        if (example.role == Role::Test)
            testHashes.insert(example.hash);
    }
    const auto sorted = byClass(data);
    Split split;
    for (const LabClass &labClass : data.classes) {
        auto &pool = split.pool.emplace_back();
        auto &test = split.test.emplace_back();
        const auto found = sorted.find(labClass.id);
        if (found == sorted.end())
            continue;
        for (const Example &example : found->second) {
            if (example.role == Role::Test)
                test.push_back(example);
            else if (!testHashes.contains(example.hash))
                pool.push_back(example);
        }
    }
    return split;
}

} // namespace shotlab::runner
