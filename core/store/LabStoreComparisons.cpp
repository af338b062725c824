// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "store/LabStore.h"
#include "store/LabStorePrivate.h"
#include "store/StoredJson.h"

namespace shotlab::store
{

using nlohmann::json;

namespace
{

/// The arms have a table of their own; the rest of the plan stays JSON.
Result<std::int64_t> insertComparison(Database &database, const Comparison &comparison)
{
    json plan = toJson(comparison.plan);
    plan.erase("arms");
    std::int64_t id = 0;
    const Done done = database.run(
        QStringLiteral(
            "INSERT INTO comparison (created_at, plan, skipped, model_hash, data_hash, test_size) VALUES (?, ?, ?, ?, ?, ?)"),
        {textValue(comparison.createdAt.empty() ? now() : comparison.createdAt), textValue(dumped(plan)),
         textValue(skippedToText(comparison.skipped)), textValue(comparison.modelHash), textValue(comparison.dataHash),
         integerValue(static_cast<std::int64_t>(comparison.testExamples.size()))},
        &id);
    if (!done)
        return tl::unexpected(done.error());
    return id;
}

Done insertArmsAndClasses(Database &database, std::int64_t id, const Comparison &comparison)
{
    std::vector<Values> rows;
    for (const Arm &arm : comparison.plan.arms) {
        rows.push_back({integerValue(id), static_cast<int>(rows.size()), textValue(std::string(armName(arm.kind))),
                        textValue(dumped(toJson(arm)))});
    }
    if (Done done
        = database.runMany(QStringLiteral("INSERT INTO arm (comparison_id, position, kind, settings) VALUES (?, ?, ?, ?)"), rows);
        !done)
        return done;
    rows.clear();
    for (const LabClass &labClass : comparison.classes) {
        rows.push_back({integerValue(id), static_cast<int>(rows.size()), integerValue(labClass.id.value),
                        textValue(labClass.name), textValue(displayToText(labClass.display)),
                        textValue(linksToText(labClass.links)), textValue(labClass.description)});
    }
    return database.runMany(
        QStringLiteral("INSERT INTO comparison_class (comparison_id, position, class_id, name, display, links, description)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?)"),
        rows);
}

Done insertTestSet(Database &database, std::int64_t id, const Comparison &comparison)
{
    std::vector<Values> rows;
    for (std::size_t i = 0; i < comparison.testExamples.size(); ++i) {
        rows.push_back(
            {integerValue(id), static_cast<int>(i), integerValue(comparison.testExamples[i].value), comparison.testLabels[i]});
    }
    return database.runMany(
        QStringLiteral("INSERT INTO comparison_test (comparison_id, position, example_id, class_position) VALUES (?, ?, ?, ?)"),
        rows);
}

Done insertPool(Database &database, std::int64_t id, const DrawPlan &draws)
{
    std::vector<Values> rows;
    const std::vector<std::vector<ExampleId>> pool = draws.support(Shots::all(), 0);
    for (std::size_t c = 0; c < pool.size(); ++c) {
        for (std::size_t i = 0; i < pool[c].size(); ++i)
            rows.push_back({integerValue(id), static_cast<int>(c), integerValue(pool[c][i].value), static_cast<int>(i)});
    }
    return database.runMany(
        QStringLiteral("INSERT INTO comparison_pool (comparison_id, class_position, example_id, position) VALUES (?, ?, ?, ?)"),
        rows);
}

/// Of each draw as much of the order as the largest k needs.
Done insertDraws(Database &database, std::int64_t id, const Comparison &comparison, const DrawPlan &draws)
{
    std::map<int, Shots> largest;
    for (const RunKey &key : schedule(comparison)) {
        if (!key.shots.isAll())
            largest[key.draw] = std::max(largest[key.draw], key.shots);
    }
    std::vector<Values> rows;
    for (const auto &[draw, shots] : largest) {
        const std::vector<std::vector<ExampleId>> order = draws.support(shots, draw);
        for (std::size_t c = 0; c < order.size(); ++c) {
            for (std::size_t rank = 0; rank < order[c].size(); ++rank)
                rows.push_back(
                    {integerValue(id), draw, static_cast<int>(c), static_cast<int>(rank), integerValue(order[c][rank].value)});
        }
    }
    return database.runMany(
        QStringLiteral("INSERT INTO draw (comparison_id, number, class_position, rank, example_id) VALUES (?, ?, ?, ?, ?)"),
        rows);
}

Done readLists(const Database &database, Comparison &comparison)
{
    const Values id {integerValue(comparison.id.value)};
    return database
        .each(QStringLiteral("SELECT class_id, name, display, links, description FROM comparison_class WHERE comparison_id = ?"
                             " ORDER BY position"),
              id,
              [&](const Row &row) {
                  comparison.classes.push_back({ClassId {row.integer(0)}, row.text(1), displayFromText(row.text(2)),
                                                linksFromText(row.text(3)), row.text(4)});
              })
        .and_then([&] {
            return database.each(
                QStringLiteral(
                    "SELECT example_id, class_position FROM comparison_test WHERE comparison_id = ? ORDER BY position"),
                id, [&](const Row &row) {
                    comparison.testExamples.push_back(ExampleId {row.integer(0)});
                    comparison.testLabels.push_back(row.number(1));
                });
        })
        .and_then([&] {
            comparison.poolSizes.resize(comparison.classes.size());
            return database.each(
                QStringLiteral(
                    "SELECT class_position, count(*) FROM comparison_pool WHERE comparison_id = ? GROUP BY class_position"),
                id, [&](const Row &row) {
                    if (const auto place = static_cast<std::size_t>(row.integer(0)); place < comparison.poolSizes.size())
                        comparison.poolSizes[place] = row.number(1);
                });
        });
}

Done writeMarks(Database &database, std::int64_t id, const CellMarks &marks)
{
    for (const auto &[cell, mark] : marks) {
        const Values place {integerValue(id), cell.first, textValue(cell.second.toString())};
        Values row = place;
        for (const QVariant &value : {QVariant(textValue(tagsToText(mark.tags))), QVariant(textValue(mark.note)), QVariant(mark.removed ? 1 : 0)})
            row.push_back(value);
        Done done = mark == CellMark {}
            ? database.run(QStringLiteral("DELETE FROM cell_mark WHERE comparison_id = ? AND arm = ? AND k = ?"), place)
            : database.run(QStringLiteral("INSERT OR REPLACE INTO cell_mark (comparison_id, arm, k, tags, note, removed)"
                                          " VALUES (?, ?, ?, ?, ?, ?)"),
                           row);
        if (!done)
            return done;
    }
    return {};
}

Done readMarks(const Database &database, Comparison &comparison)
{
    return database.each(QStringLiteral("SELECT arm, k, tags, note, removed FROM cell_mark WHERE comparison_id = ?"),
                         {integerValue(comparison.id.value)}, [&](const Row &row) {
                             if (const std::optional<Shots> shots = Shots::fromString(row.text(1)))
                                 comparison.marks[{row.number(0), *shots}]
                                     = {tagsFromText(row.text(2)), row.text(3), row.flag(4)};
                         });
}

} // namespace

Result<ComparisonId> LabStore::addComparison(const Comparison &comparison, const DrawPlan &draws)
{
    if (comparison.testLabels.size() != comparison.testExamples.size())
        return fail(ErrorCode::Internal, {"as many labels as test examples"});
    Database &database = d->database;
    return database.transact([&]() -> Result<ComparisonId> {
        const Result<std::int64_t> id = insertComparison(database, comparison);
        if (!id)
            return tl::unexpected(id.error());
        const Done done = insertArmsAndClasses(database, *id, comparison)
                              .and_then([&] { return insertTestSet(database, *id, comparison); })
                              .and_then([&] { return insertPool(database, *id, draws); })
                              .and_then([&] { return insertDraws(database, *id, comparison, draws); })
                              .and_then([&] { return writeMarks(database, *id, comparison.marks); });
        if (!done)
            return tl::unexpected(done.error());
        return ComparisonId {*id};
    });
}

Done LabStore::setMarks(ComparisonId id, const CellMarks &marks)
{
    return d->database.transact([&] { return writeMarks(d->database, id.value, marks); });
}

Result<std::vector<ComparisonId>> LabStore::comparisons() const
{
    std::vector<ComparisonId> ids;
    const Done read = d->database.each(QStringLiteral("SELECT id FROM comparison ORDER BY id"), {},
                                       [&](const Row &row) { ids.push_back(ComparisonId {row.integer(0)}); });
    if (!read)
        return tl::unexpected(read.error());
    return ids;
}

Result<Comparison> LabStore::comparison(ComparisonId id) const
{
    Comparison comparison;
    json plan;
    Done read = d->database.each(
        QStringLiteral("SELECT id, created_at, plan, skipped, model_hash, data_hash FROM comparison WHERE id = ?"),
        {integerValue(id.value)}, [&](const Row &row) {
            comparison.id = ComparisonId {row.integer(0)};
            comparison.createdAt = row.text(1);
            plan = parsed(row.text(2));
            comparison.skipped = skippedFromText(row.text(3));
            comparison.modelHash = row.text(4);
            comparison.dataHash = row.text(5);
        });
    if (!read)
        return tl::unexpected(read.error());
    if (!comparison.id.isValid())
        return fail(ErrorCode::ComparisonUnknown, {std::to_string(id.value)});
    if (!plan.is_object())
        return fail(ErrorCode::LabDamaged, {path().toStdString()}, "plan of comparison " + std::to_string(id.value));
    plan["arms"] = json::array();
    read = d->database
               .each(QStringLiteral("SELECT settings FROM arm WHERE comparison_id = ? ORDER BY position"),
                     {integerValue(id.value)}, [&](const Row &row) { plan["arms"].push_back(parsed(row.text(0))); })
               .and_then([&] { return readLists(d->database, comparison); })
               .and_then([&] { return readMarks(d->database, comparison); });
    if (!read)
        return tl::unexpected(read.error());
    Result<ComparisonPlan> parsedPlan = comparisonPlanFromJson(plan);
    if (!parsedPlan)
        return fail(ErrorCode::LabDamaged, {path().toStdString()}, parsedPlan.error().technical);
    comparison.plan = *std::move(parsedPlan);
    return comparison;
}

Result<std::vector<std::vector<ExampleId>>> LabStore::support(ComparisonId id, const RunKey &key) const
{
    std::vector<std::vector<ExampleId>> support;
    Done read = d->database.each(QStringLiteral("SELECT count(*) FROM comparison_class WHERE comparison_id = ?"),
                                 {integerValue(id.value)},
                                 [&](const Row &row) { support.resize(static_cast<std::size_t>(row.integer(0))); });
    if (read && support.empty())
        return fail(ErrorCode::ComparisonUnknown, {std::to_string(id.value)});
    const auto take = [&](const Row &row) {
        if (const auto place = static_cast<std::size_t>(row.integer(0)); place < support.size())
            support[place].push_back(ExampleId {row.integer(1)});
    };
    if (read && key.shots.isAll()) {
        read = d->database.each(QStringLiteral("SELECT class_position, example_id FROM comparison_pool WHERE comparison_id = ?"
                                               " ORDER BY class_position, position"),
                                {integerValue(id.value)}, take);
    } else if (read) {
        read = d->database.each(
            QStringLiteral("SELECT class_position, example_id FROM draw WHERE comparison_id = ? AND number = ? AND rank < ?"
                           " ORDER BY class_position, rank"),
            {integerValue(id.value), key.draw, key.shots.perClass()}, take);
    }
    if (!read)
        return tl::unexpected(read.error());
    return support;
}

} // namespace shotlab::store
