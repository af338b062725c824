// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>

#include <array>

#include <QImage>
#include <QPainter>
#include <QTest>

#include "widgets/Markers.h"

using namespace shotlab;
using widgets::Scheme;

namespace
{

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

constexpr double kSmallestDistance = 10; // CIE76; 2.3 is just noticeable side by side
constexpr double kMarkerContrast = 2.9; // 3:1 of WCAG 2.1 for graphics, rounded

// Full dichromacy in linear RGB: Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision
// deficiency", IEEE TVCG 15(6), 2009, table for severity 1.0.
constexpr Matrix kNormal {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtan {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritan {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

double linear(double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); }

Vector linearRgb(const QColor &c) { return {linear(c.redF()), linear(c.greenF()), linear(c.blueF())}; }

Vector times(const Matrix &m, const Vector &v)
{
    Vector result {};
    for (std::size_t row = 0; row < 3; ++row)
        result[row] = std::clamp(m[row][0] * v[0] + m[row][1] * v[1] + m[row][2] * v[2], 0.0, 1.0);
    return result;
}

/// CIE L*a*b* under D65.
Vector lab(const Vector &rgb)
{
    const double x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047;
    const double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
    const double z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883;
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

double distance(const QColor &a, const QColor &b, const Matrix &vision)
{
    const Vector p = lab(times(vision, linearRgb(a)));
    const Vector q = lab(times(vision, linearRgb(b)));
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &c) {
        const Vector v = linearRgb(c);
        return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

/// What one chart may show.
std::vector<ArmKind> drawnArms(Modality modality)
{
    ModelCard card;
    card.modality = modality;
    card.sourceLabels = {"tench"};
    std::vector<ArmKind> arms;
    for (const ArmKind kind : allArmKinds()) {
        if (!isFloor(kind) && suits(kind, card))
            arms.push_back(kind);
    }
    return arms;
}

} // namespace

class TestMarkers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void armsDifferForEveryKindOfSight_data();
    void armsDifferForEveryKindOfSight();
    void coloursStandOutFromTheCard();
    void everyArmHasItsOwnMarker();
    void furtherArmsOfAKindDiffer();
    void everyMarkerIsDrawn();
};

void TestMarkers::armsDifferForEveryKindOfSight_data()
{
    QTest::addColumn<int>("vision");
    QTest::addColumn<Scheme>("scheme");
    for (const Scheme scheme : widgets::allSchemes()) {
        for (int vision = 0; vision < 4; ++vision)
            QTest::addRow("%s, %s", std::array {"light", "dark", "high contrast"}.at(static_cast<std::size_t>(scheme)),
                          std::array {"normal", "protan", "deutan", "tritan"}.at(static_cast<std::size_t>(vision)))
                << vision << scheme;
    }
}

void TestMarkers::armsDifferForEveryKindOfSight()
{
    QFETCH(int, vision);
    QFETCH(Scheme, scheme);
    const Matrix matrix = std::array {kNormal, kProtan, kDeutan, kTritan}.at(static_cast<std::size_t>(vision));
    std::vector<ArmKind> arms = drawnArms(Modality::Picture);
    std::erase_if(arms, isBaseline); // grey like the floors
    std::erase(arms, ArmKind::ByMeaning); // as dark as the other one that knows only names; all of these differ in marker
    for (std::size_t a = 0; a < arms.size(); ++a) {
        for (std::size_t b = a + 1; b < arms.size(); ++b) {
            const double d = distance(widgets::armLook(arms[a], scheme).colour, widgets::armLook(arms[b], scheme).colour, matrix);
            QVERIFY2(
                d >= kSmallestDistance,
                qPrintable(
                    QStringLiteral("arms %1 and %2: %3").arg(static_cast<int>(arms[a])).arg(static_cast<int>(arms[b])).arg(d)));
        }
    }
}

void TestMarkers::coloursStandOutFromTheCard()
{
    for (const Scheme scheme : widgets::allSchemes()) {
        for (const ArmKind kind : allArmKinds()) {
            const widgets::ArmLook look = widgets::armLook(kind, scheme);
            const double marker = contrast(look.colour, widgets::tokens(scheme).card);
            const double text = contrast(look.label, widgets::tokens(scheme).card);
            QVERIFY2(marker >= kMarkerContrast, qPrintable(QStringLiteral("arm %1: %2").arg(static_cast<int>(kind)).arg(marker)));
            QVERIFY2(text >= widgets::textContrast(scheme), qPrintable(QStringLiteral("arm %1: %2").arg(static_cast<int>(kind)).arg(text)));
        }
    }
}

void TestMarkers::everyArmHasItsOwnMarker()
{
    for (const Modality modality : {Modality::Picture, Modality::Text}) {
        std::vector<widgets::Marker> markers;
        for (const ArmKind kind : drawnArms(modality)) {
            const widgets::Marker marker = widgets::armLook(kind, Scheme::Light).marker;
            QVERIFY(std::find(markers.begin(), markers.end(), marker) == markers.end());
            for (const Scheme scheme : widgets::allSchemes())
                QCOMPARE(widgets::armLook(kind, scheme).marker, marker);
            markers.push_back(marker);
        }
    }
}

void TestMarkers::furtherArmsOfAKindDiffer()
{
    const widgets::ArmLook first = widgets::armLook(ArmKind::ChosenLayers, Scheme::Light, 0);
    const widgets::ArmLook second = widgets::armLook(ArmKind::ChosenLayers, Scheme::Light, 1);
    const widgets::ArmLook third = widgets::armLook(ArmKind::ChosenLayers, Scheme::Light, 2);
    QVERIFY(first.marker != second.marker && second.marker != third.marker && first.marker != third.marker);
    QVERIFY(first.colour != second.colour && second.colour != third.colour);
    QVERIFY(contrast(second.label, widgets::tokens(Scheme::Light).card) >= widgets::textContrast(Scheme::Light));
}

void TestMarkers::everyMarkerIsDrawn()
{
    for (const ArmKind kind : allArmKinds()) {
        if (isFloor(kind))
            continue;
        for (const bool hollow : {false, true}) {
            QImage image(24, 24, QImage::Format_RGB32);
            image.fill(Qt::white);
            const widgets::ArmLook look = widgets::armLook(kind, Scheme::Light);
            QPainter painter(&image);
            widgets::drawMarker(painter, look.marker, QPointF(12, 12), 6, look.colour, Qt::white, hollow);
            painter.end();
            int inked = 0;
            for (int y = 0; y < 24; ++y) {
                for (int x = 0; x < 24; ++x)
                    inked += image.pixelColor(x, y) != QColor(Qt::white);
            }
            QVERIFY2(inked > 30, qPrintable(QString::number(static_cast<int>(kind))));
            if (hollow && look.marker != widgets::Marker::Cross)
                QCOMPARE(image.pixelColor(12, 12), QColor(Qt::white));
        }
    }
}

QTEST_MAIN(TestMarkers)
#include "tst_Markers.moc"
