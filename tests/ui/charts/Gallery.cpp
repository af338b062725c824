// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the charts in many states into a folder, to be looked at. Digits and clothes follow measured means; the intervals and the
// learning curves are made up.

#include <cmath>
#include <cstdio>
#include <functional>
#include <random>

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTest>
#include <QVBoxLayout>

#include "charts/AccuracyChart.h"
#include "charts/LearningCurvesChart.h"
#include "widgets/Controls.h"
#include "widgets/Theme.h"

using namespace shotlab;
using namespace shotlab::charts;
using widgets::Scheme;

namespace
{

const Shots kAll = Shots::all();

AccuracyPoint point(Shots shots, double percent, double halfWidth, bool hollow = false)
{
    return {shots, {percent / 100, (percent - halfWidth) / 100, (percent + halfWidth) / 100}, hollow ? 1 : 10, hollow};
}

AccuracyChartData digits()
{
    AccuracyChartData data;
    data.headline = QStringLiteral("From 2 examples on, knowing the names is worth less than seeing");
    data.subline = QStringLiteral("Test accuracy on 1,000 locked pictures · mean of draws · bands: 95 % range");
    data.emptyText = QStringLiteral("Here the answer will stand. Press Run comparison.");
    data.shotsTitle = QStringLiteral("Examples per class (k)");
    data.shots = {Shots(0), Shots(1), Shots(2), Shots(5), Shots(10), kAll};
    const auto add = [&](ArmKind kind, const char *title, std::vector<AccuracyPoint> points) {
        data.series.push_back({static_cast<int>(data.series.size()), kind, 0, QLatin1String(title), std::move(points), false});
    };
    add(ArmKind::ZeroShot, "Zero-shot", {point(Shots(0), 88.3, 2.0)});
    add(ArmKind::Prototypes, "Prototypes",
        {point(Shots(1), 84.2, 2.2), point(Shots(2), 93.0, 1.1), point(Shots(5), 95.0, .9), point(Shots(10), 95.6, .8),
         point(kAll, 96.1, .7)});
    add(ArmKind::NearestNeighbour, "Nearest example",
        {point(Shots(1), 83.1, 2.4), point(Shots(2), 89.7, 1.6), point(Shots(5), 93.2, 1.1), point(Shots(10), 94.4, 1.0),
         point(kAll, 97.0, .7)});
    add(ArmKind::LinearProbe, "New last layer",
        {point(Shots(1), 83.4, 2.5), point(Shots(2), 92.3, 1.2), point(Shots(5), 94.9, 1.0), point(Shots(10), 95.7, .9),
         point(kAll, 97.4, .7)});
    add(ArmKind::ChosenLayers, "Chosen layers",
        {point(Shots(1), 82.6, 3.6), point(Shots(2), 91.8, 2.0), point(Shots(5), 95.2, 1.5), point(Shots(10), 95.9, 1.0),
         point(kAll, 97.6, .6)});
    add(ArmKind::FullFineTuning, "Full fine-tuning",
        {point(Shots(1), 82.0, 4.1), point(Shots(2), 91.5, 2.6), point(Shots(5), 95.1, 2.5), point(Shots(10), 95.7, 1.1),
         point(kAll, 97.7, .6)});
    add(ArmKind::FromScratch, "From scratch",
        {point(Shots(1), 55.2, 9), point(Shots(2), 65.2, 9), point(Shots(5), 88.3, 4), point(Shots(10), 92.4, 2),
         point(kAll, 97.7, .6)});
    data.floors = {{QStringLiteral("Guessing"), 0.10}, {QStringLiteral("Commonest class"), 0.10}};
    return data;
}

AccuracyChartData digitsRunning()
{
    AccuracyChartData data = digits();
    data.headline = QStringLiteral("How many examples are needed?");
    data.subline
        = QStringLiteral("Test accuracy on 1,000 locked pictures · bands: 95 % range · hollow: one draw or still running");
    for (AccuracySeries &series : data.series) {
        if (series.kind == ArmKind::ZeroShot)
            continue;
        const std::size_t keep = trainsTrunk(series.kind) ? 3 : 4;
        series.points.resize(series.kind == ArmKind::FromScratch ? 2 : keep);
        for (AccuracyPoint &p : series.points)
            p.hollow = trainsTrunk(series.kind) || p.shots == Shots(10);
    }
    return data;
}

AccuracyChartData clothes()
{
    AccuracyChartData data = digits();
    data.headline = QStringLiteral("From 20 examples on, letting layers learn pays off");
    data.shots = {Shots(0), Shots(1), Shots(5), Shots(20), Shots(50)};
    const auto set = [&](std::size_t arm, std::vector<double> percents) {
        std::vector<AccuracyPoint> points;
        for (std::size_t i = 0; i < percents.size(); ++i)
            points.push_back(point(data.shots[i + 1], percents[i], 4.0 - 0.8 * static_cast<double>(i)));
        data.series[arm].points = points;
    };
    data.series[0].points = {point(Shots(0), 9.5, 1.8)};
    data.series[0].title = QStringLiteral("Zero-shot: a guess");
    set(1, {47.8, 60.4, 64.8, 65.4});
    set(2, {44.0, 55.0, 61.0, 66.0});
    set(3, {48.6, 62.6, 73.1, 76.6});
    set(4, {47.5, 63.0, 73.8, 79.0});
    set(5, {46.9, 63.6, 73.6, 80.5});
    set(6, {41.8, 65.3, 73.5, 81.8});
    return data;
}

/// Rising curve with noise, from chance to the given end.
std::vector<CurvePoint> curve(int steps, int points, double end, double speed, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> noise(0, 0.012);
    std::vector<CurvePoint> result;
    for (int i = 0; i < points; ++i) {
        const double way = static_cast<double>(i) / (points - 1);
        result.push_back(
            {static_cast<int>(std::lround(way * steps)), end - (end - 0.2) * std::exp(-speed * way) + noise(random)});
    }
    return result;
}

LearningChartData learning()
{
    LearningChartData data;
    data.headline = QStringLiteral("Learning curves");
    data.subline = QStringLiteral("k = 5, test accuracy");
    data.emptyText = QStringLiteral("Curves appear when the first method with training runs.");
    const auto add = [&](int arm, ArmKind kind, const char *title, double end, double speed, int steps) {
        LearningSeries series {arm, kind, 0, QLatin1String(title), {}, false, 0};
        for (unsigned draw = 0; draw < 3; ++draw)
            series.draws.push_back(curve(steps, 11, end + 0.02 * (draw - 1.0), speed, 10 * static_cast<unsigned>(arm) + draw));
        data.series.push_back(series);
    };
    add(4, ArmKind::ChosenLayers, "Chosen layers", 0.95, 7, 60);
    add(5, ArmKind::FullFineTuning, "Full fine-tuning", 0.94, 5, 60);
    add(6, ArmKind::FromScratch, "From scratch", 0.87, 3, 120);
    return data;
}

LearningChartData learningRunning(bool alone)
{
    LearningChartData data = learning();
    LearningSeries &scratch = data.series.back();
    scratch.running = true;
    scratch.totalSteps = 120;
    if (alone)
        scratch.draws.erase(scratch.draws.begin(), scratch.draws.begin() + 2);
    scratch.draws.back().resize(5);
    return data;
}

class Gallery
{
public:
    explicit Gallery(const QString &folder) : m_folder(folder) { QDir().mkpath(folder); }

    void accuracy(const QString &name, const AccuracyChartData &data, const QSize &size,
                  const std::function<void(AccuracyChart &)> &prepare = {}) const
    {
        AccuracyChart chart;
        chart.setData(data);
        chart.setSelectedShots(Shots(5));
        save(name, chart, size, [&] {
            if (prepare)
                prepare(chart);
        });
    }

    void learning(const QString &name, const LearningChartData &data, const QSize &size,
                  const std::function<void(LearningCurvesChart &)> &prepare = {}) const
    {
        LearningCurvesChart chart;
        chart.setData(data);
        save(name, chart, size, [&] {
            if (prepare)
                prepare(chart);
        });
    }

private:
    void save(const QString &name, QWidget &chart, const QSize &size, const std::function<void()> &prepare) const
    {
        QWidget card;
        QPalette palette = card.palette();
        palette.setColor(QPalette::Window, widgets::currentTokens().card);
        card.setPalette(palette);
        auto *layout = new QVBoxLayout(&card);
        layout->setContentsMargins(16, 14, 16, 14);
        layout->addWidget(&chart);
        card.resize(size + QSize(32, 28));
        card.show();
        chart.setFocus();
        prepare();
        const QString scheme = widgets::currentScheme() == Scheme::Dark ? QStringLiteral("-dark") : QString();
        card.grab().save(QStringLiteral("%1/%2%3.png").arg(m_folder, name, scheme));
        layout->removeWidget(&chart);
        chart.setParent(nullptr);
    }

    QString m_folder;
};

void draw(const Gallery &gallery)
{
    const auto cursor = [](int key, int times) {
        return [key, times](QWidget &chart) {
            for (int i = 0; i < times; ++i)
                QTest::keyClick(&chart, static_cast<Qt::Key>(key));
        };
    };
    const QSize usual(740, 400);
    gallery.accuracy(QStringLiteral("digits"), digits(), usual);
    gallery.accuracy(QStringLiteral("digits-hover"), digits(), usual, cursor(Qt::Key_Right, 1));
    gallery.accuracy(QStringLiteral("digits-hover-first"), digits(), usual, cursor(Qt::Key_Home, 1));
    gallery.accuracy(QStringLiteral("digits-hover-last"), digits(), {640, 340}, cursor(Qt::Key_End, 1));
    gallery.accuracy(QStringLiteral("digits-narrow"), digits(), {420, 300});
    gallery.accuracy(QStringLiteral("digits-narrow-hover"), digits(), {420, 300}, cursor(Qt::Key_Right, 1));
    gallery.accuracy(QStringLiteral("digits-small"), digits(), {420, 220});
    gallery.accuracy(QStringLiteral("digits-wide"), digits(), {1000, 460});
    gallery.accuracy(QStringLiteral("digits-running"), digitsRunning(), usual);
    gallery.accuracy(QStringLiteral("digits-highlight"), digits(), usual,
                     [](AccuracyChart &chart) { chart.setHighlightedArm(5); });
    gallery.accuracy(QStringLiteral("digits-table"), digits(), usual, [](AccuracyChart &chart) { chart.setTableShown(true); });
    gallery.accuracy(QStringLiteral("clothes"), clothes(), {640, 340});
    gallery.accuracy(QStringLiteral("clothes-hover"), clothes(), {640, 340}, cursor(Qt::Key_Left, 1));
    AccuracyChartData stale = clothes();
    for (AccuracySeries &series : stale.series)
        series.outOfDate = true;
    gallery.accuracy(QStringLiteral("out-of-date"), stale, {640, 340});
    AccuracyChartData empty = digits();
    empty.headline = QStringLiteral("How many examples are needed?");
    empty.subline.clear();
    empty.series.clear();
    gallery.accuracy(QStringLiteral("empty"), empty, usual);
    AccuracyChartData oneK = digits();
    oneK.shots = {Shots(5)};
    for (AccuracySeries &series : oneK.series)
        std::erase_if(series.points,
                      [](const AccuracyPoint &p) { return usesExamples(ArmKind::LinearProbe) && p.shots != Shots(5); });
    gallery.accuracy(QStringLiteral("one-k"), oneK, {640, 340});
    AccuracyChartData many = digits();
    many.shots.clear();
    for (AccuracySeries &series : many.series)
        series.points.clear();
    for (int k = 1; k <= 30; ++k) {
        many.shots.push_back(Shots(k));
        many.series[3].points.push_back(point(Shots(k), 98 - 30.0 / k, 4.0 / k));
        many.series[1].points.push_back(point(Shots(k), 96 - 35.0 / k, 4.0 / k));
    }
    gallery.accuracy(QStringLiteral("many-k"), many, {640, 340});

    gallery.learning(QStringLiteral("learning"), learning(), {440, 280});
    gallery.learning(QStringLiteral("learning-hover"), learning(), {440, 280}, cursor(Qt::Key_Right, 5));
    gallery.learning(QStringLiteral("learning-running"), learningRunning(false), {440, 280});
    gallery.learning(QStringLiteral("learning-running-alone"), learningRunning(true), {440, 280});
    gallery.learning(QStringLiteral("learning-small"), learning(), {420, 220});
    gallery.learning(QStringLiteral("learning-wide"), learningRunning(true), {1000, 460});
    LearningChartData none = learning();
    none.series.clear();
    gallery.learning(QStringLiteral("learning-empty"), none, {440, 280});
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: chart-gallery FOLDER\n");
        return 1;
    }
    const Gallery gallery(QString::fromLocal8Bit(argv[1]));
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        widgets::applyScheme(application, scheme);
        draw(gallery);
    }
    return 0;
}
