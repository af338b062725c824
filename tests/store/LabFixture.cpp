// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "LabFixture.h"

#include <map>

#include <QCryptographicHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace shotlab::test
{

namespace
{

template<typename Work> auto withDatabase(const QString &path, Work &&work)
{
    static int count = 0;
    const QString name = QStringLiteral("fixture-%1").arg(++count);
    auto result = [&] {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        database.open();
        return work(database);
    }();
    QSqlDatabase::removeDatabase(name);
    return result;
}

} // namespace

store::NewExample newExample(ClassId classId, int number, int bytes)
{
    store::NewExample example;
    example.classId = classId;
    example.bytes = QByteArray::number(classId.value * 1'000'000 + number).leftJustified(bytes, '.');
    example.hash = QCryptographicHash::hash(example.bytes, QCryptographicHash::Sha256).toHex().toStdString();
    example.origin = "picture " + std::to_string(number);
    example.width = 28;
    example.height = 30;
    example.thumbnail = QByteArray("thumbnail ") + QByteArray::number(number);
    return example;
}

Result<std::vector<ExampleId>> addExamples(store::LabStore &store, const std::vector<store::NewExample> &examples)
{
    return store.addExamples(examples.size(), [&](std::size_t i) -> Result<store::NewExample> { return examples[i]; });
}

StorePtr makeLab(const QString &path, int classes, int perClass, int exampleBytes)
{
    LabInfo info;
    info.title = "Test lab";
    auto store = store::LabStore::create(path, info);
    if (!store)
        return nullptr;
    for (int c = 0; c < classes; ++c) {
        LabClass labClass;
        labClass.name = "class " + std::to_string(c);
        const ClassId id = (*store)->addClass(labClass).value();
        std::vector<store::NewExample> examples;
        for (int i = 0; i < perClass; ++i) {
            examples.push_back(newExample(id, i, exampleBytes));
            examples.back().role = i < perClass / 3 ? Role::Test : Role::Pool;
        }
        if (!addExamples(**store, examples))
            return nullptr;
    }
    return *std::move(store);
}

Comparison comparisonOver(const store::LabStore &store)
{
    Comparison comparison;
    ModelCard card;
    for (const ArmKind kind : {ArmKind::ZeroShot, ArmKind::Prototypes, ArmKind::LinearProbe, ArmKind::FullFineTuning})
        comparison.plan.arms.push_back(defaultArm(kind, card));
    comparison.plan.shots = {Shots(0), Shots(1), Shots(2), Shots::all()};
    comparison.plan.draws = {2, 2, 1};
    comparison.modelHash = "model";
    comparison.dataHash = "data";
    comparison.classes = store.classes().value();
    std::map<ClassId, int> positions;
    for (const LabClass &labClass : comparison.classes)
        positions.emplace(labClass.id, static_cast<int>(positions.size()));
    const std::vector<Example> examples = store.examples().value();
    for (const Example &example : examples) {
        if (example.role != Role::Test)
            continue;
        comparison.testExamples.push_back(example.id);
        comparison.testLabels.push_back(positions.at(example.classId));
    }
    return comparison;
}

DrawPlan drawsOver(const store::LabStore &store)
{
    std::vector<std::vector<Example>> pool;
    const std::vector<LabClass> classes = store.classes().value();
    const std::vector<Example> examples = store.examples().value();
    for (const LabClass &labClass : classes) {
        pool.emplace_back();
        for (const Example &example : examples) {
            if (example.classId == labClass.id && example.role == Role::Pool)
                pool.back().push_back(example);
        }
    }
    return {pool, 1};
}

Comparison addedComparison(store::LabStore &store)
{
    Comparison comparison = comparisonOver(store);
    comparison.id = store.addComparison(comparison, drawsOver(store)).value();
    return comparison;
}

RunSpec specFor(const Comparison &comparison, const DrawPlan &draws, const RunKey &key)
{
    RunSpec spec;
    spec.key = key;
    spec.arm = comparison.arms()[static_cast<std::size_t>(key.arm)];
    spec.seed = 0xFFFF'0000'1234'5678ULL;
    if (usesExamples(spec.arm.kind))
        spec.support = draws.support(key.shots, key.draw);
    return spec;
}

RunResult someResult(const Comparison &comparison, int shift)
{
    RunResult result;
    for (std::size_t i = 0; i < comparison.testExamples.size(); ++i) {
        Prediction prediction;
        const auto classes = static_cast<int>(comparison.classes.size());
        prediction.classes[0] = static_cast<std::int16_t>((comparison.testLabels[i] + shift) % classes);
        prediction.probabilities[0] = 0.75F;
        result.predictions.push_back(prediction);
    }
    result.trainedParameters = 5'000'000'000;
    result.totalParameters = 6'000'000'000;
    result.seconds = 1.5;
    result.featureSeconds = 0.25;
    result.peakBytes = 123'456'789'012;
    result.frozenHashBefore = "before";
    result.frozenHashAfter = "after";
    result.steps = 60;
    result.finalLoss = 0.125;
    result.trainAccuracy = 1.0;
    result.wholeModel = true;
    result.retention = Retention {RetentionKind::SourceTask, 0.875, 0.5, 0.4, 800};
    return result;
}

Provenance someProvenance() { return {"0.1.0", "LibTorch 1.13.1", "model", 2, "2026-01-02T03:04:05.678Z"}; }

qint64 asked(const QString &path, const QString &sql)
{
    return withDatabase(path, [&](const QSqlDatabase &database) -> qint64 {
        QSqlQuery query(database);
        return query.exec(sql) && query.next() ? query.value(0).toLongLong() : -1;
    });
}

bool poked(const QString &path, const QString &sql)
{
    return withDatabase(path, [&](const QSqlDatabase &database) { return QSqlQuery(database).exec(sql); });
}

bool backToVersionFour(const QString &path)
{
    bool done = poked(path, QStringLiteral("PRAGMA user_version = 4"));
    for (const char *trigger :
         {"test_set_is_kept", "pool_is_kept", "draw_is_kept", "test_set_is_complete", "pool_is_complete", "draw_is_complete"})
        done = done && poked(path, QStringLiteral("DROP TRIGGER ") + QLatin1String(trigger));
    return done;
}

} // namespace shotlab::test
