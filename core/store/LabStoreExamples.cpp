// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <unordered_map>

#include "store/LabStore.h"
#include "store/LabStorePrivate.h"
#include "store/StoredJson.h"

namespace shotlab::store
{

namespace
{

constexpr const char *kExampleColumns = "id, class_id, role, hash, origin, source_group, width, height, size";

Example exampleFrom(const Row &row)
{
    Example example;
    example.id = ExampleId {row.integer(0)};
    example.classId = ClassId {row.integer(1)};
    example.role = row.text(2) == "test" ? Role::Test : Role::Pool;
    example.hash = row.text(3);
    example.origin = row.text(4);
    example.group = row.text(5);
    example.width = row.number(6);
    example.height = row.number(7);
    example.bytes = row.integer(8);
    return example;
}

QString roleName(Role role) { return role == Role::Test ? QStringLiteral("test") : QStringLiteral("pool"); }

tl::unexpected<Error> unknownExample(ExampleId id)
{
    return fail(ErrorCode::Internal, {"no example " + std::to_string(id.value)});
}

Done writeLinks(Database &database, ClassId id, const std::vector<int> &links)
{
    Done done = database.run(QStringLiteral("DELETE FROM link WHERE class_id = ?"), {integerValue(id.value)});
    if (!done)
        return done;
    std::vector<Values> rows;
    for (std::size_t i = 0; i < links.size(); ++i)
        rows.push_back({integerValue(id.value), static_cast<int>(i), links[i]});
    return database.runMany(QStringLiteral("INSERT INTO link (class_id, position, label) VALUES (?, ?, ?)"), rows);
}

Result<QByteArray> blobOf(const Database &database, const char *column, ExampleId id)
{
    QByteArray bytes;
    bool found = false;
    const Done read = database.each(QStringLiteral("SELECT %1 FROM example_data WHERE example_id = ?").arg(QLatin1String(column)),
                                    {integerValue(id.value)}, [&](const Row &row) {
                                        found = true;
                                        bytes = row.blob(0);
                                    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return unknownExample(id);
    return bytes;
}

} // namespace

Result<std::vector<LabClass>> LabStore::classes() const
{
    std::vector<LabClass> classes;
    std::unordered_map<std::int64_t, std::size_t> places;
    Done read = d->database.each(QStringLiteral("SELECT id, name, display, description FROM class WHERE removed = 0 ORDER BY id"), {},
                                 [&](const Row &row) {
                                     places[row.integer(0)] = classes.size();
                                     classes.push_back({ClassId {row.integer(0)}, row.text(1), displayFromText(row.text(2)), {}, row.text(3)});
                                 });
    if (read)
        read = d->database.each(QStringLiteral("SELECT class_id, label FROM link ORDER BY class_id, position"), {},
                                [&](const Row &row) {
                                    if (const auto place = places.find(row.integer(0)); place != places.end())
                                        classes[place->second].links.push_back(row.number(1));
                                });
    if (!read)
        return tl::unexpected(read.error());
    return classes;
}

Result<ClassId> LabStore::addClass(const LabClass &newClass)
{
    return d->database.transact([&]() -> Result<ClassId> {
        ClassId id;
        Done done = d->database.run(
            QStringLiteral("INSERT INTO class (name, display, description) VALUES (?, ?, ?)"),
            {textValue(newClass.name), textValue(displayToText(newClass.display)), textValue(newClass.description)}, &id.value);
        if (done)
            done = writeLinks(d->database, id, newClass.links);
        if (!done)
            return tl::unexpected(done.error());
        return id;
    });
}

Done LabStore::updateClass(const LabClass &changed)
{
    return d->database.transact([&]() -> Done {
        const Done done = d->database.run(
            QStringLiteral("UPDATE class SET name = ?, display = ?, description = ? WHERE id = ?"),
            {textValue(changed.name), textValue(displayToText(changed.display)), textValue(changed.description),
             integerValue(changed.id.value)});
        return done ? writeLinks(d->database, changed.id, changed.links) : done;
    });
}

Done LabStore::removeClass(ClassId id)
{
    return d->database.transact([&] {
        return d->database.run(QStringLiteral("UPDATE class SET removed = 1 WHERE id = ?"), {integerValue(id.value)})
            .and_then([&] {
                return d->database.run(QStringLiteral("UPDATE example SET removed = 2 WHERE class_id = ? AND removed = 0"),
                                       {integerValue(id.value)});
            });
    });
}

Done LabStore::restoreClass(ClassId id)
{
    return d->database.transact([&] {
        return d->database.run(QStringLiteral("UPDATE class SET removed = 0 WHERE id = ?"), {integerValue(id.value)})
            .and_then([&] {
                return d->database.run(QStringLiteral("UPDATE example SET removed = 0 WHERE class_id = ? AND removed = 2"),
                                       {integerValue(id.value)});
            });
    });
}

Result<std::vector<Example>> LabStore::examples() const
{
    std::vector<Example> examples;
    const Done read = d->database.each(
        QStringLiteral("SELECT %1 FROM example WHERE removed = 0 ORDER BY id").arg(QLatin1String(kExampleColumns)), {},
        [&](const Row &row) { examples.push_back(exampleFrom(row)); });
    if (!read)
        return tl::unexpected(read.error());
    return examples;
}

Result<std::vector<ExampleId>> LabStore::addExamples(std::size_t count,
                                                     const std::function<Result<NewExample>(std::size_t)> &example)
{
    constexpr qsizetype kBytesAtOnce = 4'000'000; // a few statements for many small examples, few large ones in memory
    Database &database = d->database;
    return database.transact([&]() -> Result<std::vector<ExampleId>> {
        std::vector<ExampleId> ids;
        while (ids.size() < count) {
            std::vector<Values> rows;
            std::vector<Values> data;
            for (qsizetype bytes = 0; bytes < kBytesAtOnce && ids.size() + rows.size() < count;) {
                const Result<NewExample> next = example(ids.size() + rows.size());
                if (!next)
                    return tl::unexpected(next.error());
                rows.push_back({integerValue(next->classId.value), roleName(next->role), textValue(next->hash),
                                textValue(next->originalHash), textValue(next->origin), textValue(next->group), next->width,
                                next->height, integerValue(next->bytes.size())});
                data.push_back({QVariant(), blobValue(next->thumbnail), blobValue(next->bytes)});
                bytes += next->bytes.size() + next->thumbnail.size();
            }
            std::vector<std::int64_t> numbers;
            Done done = database.runMany(
                QStringLiteral("INSERT INTO example (class_id, role, hash, original_hash, origin, source_group, width,"
                               " height, size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                rows, &numbers);
            if (!done)
                return tl::unexpected(done.error());
            for (std::size_t i = 0; i < numbers.size(); ++i) {
                ids.push_back(ExampleId {numbers[i]});
                data[i].front() = integerValue(numbers[i]);
            }
            done = database.runMany(QStringLiteral("INSERT INTO example_data (example_id, thumbnail, bytes) VALUES (?, ?, ?)"), data);
            if (!done)
                return tl::unexpected(done.error());
        }
        return ids;
    });
}

Done LabStore::moveExamples(const std::vector<ExampleId> &ids, ClassId to)
{
    return d->database.transact([&] {
        return d->database.run(QStringLiteral("UPDATE example SET class_id = ? WHERE id IN (SELECT value FROM json_each(?))"),
                               {integerValue(to.value), idListValue(ids)});
    });
}

Done LabStore::removeExamples(const std::vector<ExampleId> &ids)
{
    return d->database.transact([&] {
        return d->database.run(
            QStringLiteral("UPDATE example SET removed = 1 WHERE removed = 0 AND id IN (SELECT value FROM json_each(?))"),
            {idListValue(ids)});
    });
}

Done LabStore::restoreExamples(const std::vector<ExampleId> &ids)
{
    return d->database.transact([&] {
        return d->database.run(QStringLiteral("UPDATE example SET removed = 0 WHERE id IN (SELECT value FROM json_each(?))"),
                               {idListValue(ids)});
    });
}

Done LabStore::setTestSet(const std::vector<ExampleId> &test)
{
    // Only rows that change are written. Removed examples keep their role, so that bringing one back is exact.
    const QVariant list = idListValue(test);
    return d->database.transact([&] {
        return d->database
            .run(QStringLiteral("UPDATE example SET role = 'pool' WHERE role = 'test' AND removed = 0"
                                " AND id NOT IN (SELECT value FROM json_each(?))"),
                 {list})
            .and_then([&] {
                return d->database.run(
                    QStringLiteral(
                        "UPDATE example SET role = 'test' WHERE role = 'pool' AND id IN (SELECT value FROM json_each(?))"),
                    {list});
            });
    });
}

Result<QByteArray> LabStore::exampleBytes(ExampleId id) const { return blobOf(d->database, "bytes", id); }

Result<QByteArray> LabStore::thumbnail(ExampleId id) const { return blobOf(d->database, "thumbnail", id); }

Result<Example> LabStore::example(ExampleId id) const
{
    std::optional<Example> example;
    const Done read = d->database.each(QStringLiteral("SELECT %1 FROM example WHERE id = ?").arg(QLatin1String(kExampleColumns)),
                                       {integerValue(id.value)}, [&](const Row &row) { example = exampleFrom(row); });
    if (!read)
        return tl::unexpected(read.error());
    if (!example)
        return unknownExample(id);
    return *example;
}

} // namespace shotlab::store
