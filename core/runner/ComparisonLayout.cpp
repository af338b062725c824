// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/ComparisonLayout.h"

#include <algorithm>

#include <QCryptographicHash>
#include <QDateTime>

#include <nlohmann/json.hpp>

namespace shotlab::runner
{

namespace
{

using Json = nlohmann::json;

std::string digest(const Json &json)
{
    const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    return QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

std::string cardDigest(ModelCard card)
{
    card.confirmed = true; // a nod of the user changes no number
    return digest(toJson(card));
}

/// The class with the fewest examples; the first of equals.
std::size_t smallest(const std::vector<std::vector<Example>> &classes)
{
    const auto found
        = std::min_element(classes.begin(), classes.end(), [](const auto &a, const auto &b) { return a.size() < b.size(); });
    return static_cast<std::size_t>(found - classes.begin());
}

std::optional<Error> whyNothingCanBeRun(const LabData &data, const Split &parts)
{
    if (!data.model)
        return Error {ErrorCode::LabHasNoModel, {}, {}};
    if (data.examples.empty())
        return Error {ErrorCode::LabHasNoData, {}, {}};
    if (data.classes.size() < 2)
        return Error {ErrorCode::NotEnoughClasses, {std::to_string(data.classes.size())}, {}};
    for (std::size_t i = 0; i < data.classes.size(); ++i) {
        const std::size_t examples = parts.pool[i].size() + parts.test[i].size();
        if (examples < 2)
            return Error {ErrorCode::ClassTooSmall, {data.classes[i].name, std::to_string(examples), "0", "nothing-to-test"}, {}};
        if (parts.test[i].empty())
            return Error {ErrorCode::ClassWithoutTest, {data.classes[i].name}, {}};
    }
    return std::nullopt;
}

std::string classesWithoutLink(const std::vector<LabClass> &classes)
{
    std::string names;
    for (const LabClass &labClass : classes) {
        if (labClass.links.empty())
            names += (names.empty() ? "" : ", ") + labClass.name;
    }
    return names;
}

std::vector<Skipped> skippedParts(const ComparisonPlan &plan, const LabData &data, const Split &parts)
{
    std::vector<Skipped> skipped;
    const std::size_t scarce = smallest(parts.pool);
    const int most = static_cast<int>(parts.pool[scarce].size());
    const std::size_t tested = parts.test[scarce].size();
    const Error tooSmall {
        ErrorCode::ClassTooSmall,
        {data.classes[scarce].name, std::to_string(parts.pool[scarce].size() + tested), std::to_string(tested)},
        {}};
    for (const Shots shots : plan.shots) {
        if (shots.isAll() ? most == 0 : shots.perClass() > most)
            skipped.push_back({std::nullopt, shots, tooSmall});
    }
    // A model of text compares with the names themselves and needs no link.
    const bool isText = data.model && data.model->card.modality == Modality::Text;
    const std::string unlinked = isText ? std::string() : classesWithoutLink(data.classes);
    for (std::size_t arm = 0; arm < plan.arms.size(); ++arm) {
        if (plan.arms[arm].kind == ArmKind::ZeroShot && !unlinked.empty())
            skipped.push_back({static_cast<int>(arm), std::nullopt, Error {ErrorCode::NoZeroShotLink, {unlinked}, {}}});
        else if (data.model && !suits(plan.arms[arm].kind, data.model->card))
            skipped.push_back({static_cast<int>(arm), std::nullopt,
                               Error {ErrorCode::ArmUnsuitable, {std::string(armName(plan.arms[arm].kind))}, {}}});
    }
    return skipped;
}

} // namespace

Result<LaidOut> layOut(ComparisonPlan plan, const LabData &data)
{
    std::sort(plan.shots.begin(), plan.shots.end());
    plan.shots.erase(std::unique(plan.shots.begin(), plan.shots.end()), plan.shots.end());
    const Split parts = split(data);
    if (auto error = whyNothingCanBeRun(data, parts))
        return tl::unexpected(std::move(*error));

    Comparison comparison;
    comparison.skipped = skippedParts(plan, data, parts);
    comparison.plan = std::move(plan);
    comparison.createdAt = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    comparison.modelHash = data.model->hash;
    comparison.classes = data.classes;
    comparison.dataHash = dataHash(data);
    for (const auto &ofClass : parts.pool)
        comparison.poolSizes.push_back(static_cast<int>(ofClass.size()));
    for (std::size_t i = 0; i < parts.test.size(); ++i) {
        // By content, so that two labs with the same data list their test sets alike.
        std::vector<Example> ofClass = parts.test[i];
        std::sort(ofClass.begin(), ofClass.end(), [](const Example &a, const Example &b) { return a.hash < b.hash; });
        for (const Example &example : ofClass) {
            comparison.testExamples.push_back(example.id);
            comparison.testLabels.push_back(static_cast<int>(i));
        }
    }
    if (schedule(comparison).empty()) {
        if (!comparison.skipped.empty())
            return tl::unexpected(comparison.skipped.front().reason);
        return fail(ErrorCode::NothingToRun);
    }
    DrawPlan draws(parts.pool, comparison.plan.seed);
    return LaidOut {std::move(comparison), std::move(draws)};
}

std::string dataHash(const LabData &data)
{
    std::map<ClassId, std::size_t> position;
    for (std::size_t i = 0; i < data.classes.size(); ++i)
        position[data.classes[i].id] = i;
    std::vector<std::string> lines;
    lines.reserve(data.examples.size());
    for (const Example &example : data.examples)
        lines.push_back(std::to_string(position[example.classId]) + (example.role == Role::Test ? "t" : "p") + example.hash);
    std::sort(lines.begin(), lines.end());
    return digest({{"examples", lines}, {"card", data.model ? cardDigest(data.model->card) : std::string()}});
}

bool sameQuestion(const Comparison &a, const Comparison &b)
{
    return a.plan == b.plan && a.modelHash == b.modelHash && a.dataHash == b.dataHash && a.classes == b.classes;
}

std::uint64_t runSeed(const ComparisonPlan &plan, const RunKey &key)
{
    const ArmKind kind = plan.arms[static_cast<std::size_t>(key.arm)].kind;
    return mixedSeed({plan.seed, static_cast<std::uint64_t>(kind), static_cast<std::uint64_t>(key.shots.perClass()),
                      static_cast<std::uint64_t>(key.draw)});
}

Fingerprints::Fingerprints(const Comparison &comparison, const HashById &hashes, const ModelCard &card,
                           const Provenance &provenance)
    : m_hashes(hashes), m_views(comparison.plan.views), m_readsText(card.modality == Modality::Text)
{
    std::vector<std::string> test;
    for (const ExampleId id : comparison.testExamples)
        test.push_back(m_hashes.at(id));
    m_common = digest({{"model", comparison.modelHash},
                       {"card", cardDigest(card)},
                       {"size", comparison.plan.workingSize},
                       {"threads", provenance.threads},
                       {"program", provenance.program},
                       {"library", provenance.library},
                       {"test", test},
                       {"labels", comparison.testLabels},
                       {"classes", comparison.classes.size()}});
    Json links = Json::array();
    Json texts = Json::array();
    for (const LabClass &labClass : comparison.classes) {
        links.push_back({"mean", labClass.links}); // results of the time when links were summed up are not these
        texts.push_back(textsOf(labClass));
    }
    m_links = digest(links);
    m_texts = digest(texts);
}

/// What the run reads of the classes beside their examples.
std::string Fingerprints::knownOfClasses(const Arm &arm) const
{
    if (arm.kind == ArmKind::ZeroShot)
        return m_readsText ? m_texts : m_links;
    return arm.kind == ArmKind::ByMeaning || number(arm.settings, "name-weight") > 0 ? m_texts : std::string();
}

std::string Fingerprints::of(const RunSpec &spec) const
{
    Json support = Json::array();
    for (const auto &ofClass : spec.support) {
        Json hashes = Json::array();
        for (const ExampleId id : ofClass)
            hashes.push_back(m_hashes.at(id));
        support.push_back(std::move(hashes));
    }
    Json identity {{"common", m_common},
                   {"arm", toJson(spec.arm)},
                   {"links", knownOfClasses(spec.arm)},
                   {"shots", spec.key.shots.toString()},
                   {"seed", spec.seed},
                   {"support", std::move(support)}};
    if (m_views > 1 && usesExamples(spec.arm.kind)) // without them as it was before there were any
        identity["views"] = m_views;
    return digest(identity);
}

} // namespace shotlab::runner
