// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/Markers.h"

#include <cmath>
#include <numbers>

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace shotlab::widgets
{

namespace
{

constexpr double kRimWidth = 1.6;
constexpr double kIconRadius = 0.36; // of the icon's side

double linear(double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }

double luminance(const QColor &c) { return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF()); }

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto f = [share](float x, float y) { return static_cast<float>(x * (1 - share) + y * share); };
    return QColor::fromRgbF(f(a.redF(), b.redF()), f(a.greenF(), b.greenF()), f(a.blueF(), b.blueF()));
}

/// The colour itself, moved towards the text colour until words in it can be read.
QColor readable(const QColor &colour, const Tokens &t, double least)
{
    QColor result = colour;
    for (int step = 1; step <= 10 && contrast(result, t.card) < least; ++step)
        result = mixed(colour, t.text, 0.08 * step);
    return result;
}

struct Base {
    QRgb light;
    QRgb dark;
    Marker marker;
    Qt::PenStyle line;
};

// Okabe-Ito hues, tuned for both backgrounds; tst_Markers holds distances under colour-blindness and contrasts.
Base baseOf(ArmKind kind)
{
    switch (kind) {
    case ArmKind::ZeroShot:
        return {0x3A4048, 0xF1F3F5, Marker::Diamond, Qt::DotLine};
    case ArmKind::ByMeaning: // it too knows only the names
        return {0x3A4048, 0xF1F3F5, Marker::Hexagon, Qt::DotLine};
    case ArmKind::NearestNeighbour:
        return {0xC766A6, 0xCF7DBD, Marker::TriangleUp, Qt::DashLine};
    case ArmKind::Prototypes:
        return {0xC98700, 0xF4CF6A, Marker::Square, Qt::DashLine};
    case ArmKind::LinearProbe:
        return {0x008A64, 0x2FAE8A, Marker::Circle, Qt::SolidLine};
    case ArmKind::ChosenLayers:
        return {0x0068A8, 0x4A9FE0, Marker::TriangleDown, Qt::SolidLine};
    case ArmKind::FullFineTuning:
        return {0xB23A00, 0xF2702F, Marker::Star, Qt::SolidLine};
    case ArmKind::FromScratch:
        return {0x8A35DE, 0x9A70FF, Marker::Cross, Qt::SolidLine};
    case ArmKind::PixelNeighbour:
    case ArmKind::TfidfCentroid: // never in one comparison with pixels
        return {0x7A828E, 0x7E8794, Marker::TriangleLeft, Qt::DashDotLine};
    case ArmKind::TfidfLogistic:
        return {0x7A828E, 0x7E8794, Marker::TriangleRight, Qt::DashDotDotLine};
    case ArmKind::Chance:
    case ArmKind::Majority:
        break;
    }
    return {0x7A828E, 0x7E8794, Marker::None, Qt::SolidLine};
}

QPolygonF polygon(std::initializer_list<QPointF> unit, const QPointF &centre, double radius)
{
    QPolygonF points;
    for (const QPointF &p : unit)
        points << centre + radius * p;
    return points;
}

QPolygonF star(const QPointF &centre, double radius)
{
    QPolygonF points;
    for (int corner = 0; corner < 10; ++corner) {
        const double angle = -std::numbers::pi / 2 + corner * std::numbers::pi / 5;
        const double r = corner % 2 == 0 ? radius : radius * 0.46;
        points << centre + QPointF(r * std::cos(angle), r * std::sin(angle));
    }
    return points;
}

/// Shapes of equal visual weight: their radii differ so that their areas look alike.
QPainterPath shape(Marker marker, const QPointF &c, double r)
{
    QPainterPath path;
    switch (marker) {
    case Marker::Diamond:
        path.addPolygon(polygon({{0, -1.15}, {1.15, 0}, {0, 1.15}, {-1.15, 0}}, c, r));
        break;
    case Marker::TriangleUp:
        path.addPolygon(polygon({{0, -1.05}, {1.1, 0.85}, {-1.1, 0.85}}, c, r));
        break;
    case Marker::TriangleDown:
        path.addPolygon(polygon({{0, 1.05}, {1.1, -0.85}, {-1.1, -0.85}}, c, r));
        break;
    case Marker::TriangleLeft:
        path.addPolygon(polygon({{-1.05, 0}, {0.85, 1.1}, {0.85, -1.1}}, c, r));
        break;
    case Marker::TriangleRight:
        path.addPolygon(polygon({{1.05, 0}, {-0.85, 1.1}, {-0.85, -1.1}}, c, r));
        break;
    case Marker::Hexagon:
        path.addPolygon(polygon({{0, -1.05}, {0.91, -0.52}, {0.91, 0.52}, {0, 1.05}, {-0.91, 0.52}, {-0.91, -0.52}}, c, r));
        break;
    case Marker::Square:
        path.addRect(QRectF(c.x() - 0.88 * r, c.y() - 0.88 * r, 1.76 * r, 1.76 * r));
        break;
    case Marker::Circle:
        path.addEllipse(c, r, r);
        break;
    case Marker::Star:
        path.addPolygon(star(c, 1.38 * r));
        break;
    case Marker::Cross:
    case Marker::None:
        break;
    }
    path.closeSubpath();
    return path;
}

void drawCross(QPainter &painter, const QPointF &centre, double radius, const QColor &colour, const QColor &rim)
{
    const double reach = 0.82 * radius;
    const QLineF strokes[] = {{centre - QPointF(reach, reach), centre + QPointF(reach, reach)},
                              {centre + QPointF(-reach, reach), centre + QPointF(reach, -reach)}};
    painter.setPen(QPen(rim, 0.55 * radius + 2 * kRimWidth, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(strokes, 2);
    painter.setPen(QPen(colour, 0.55 * radius, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(strokes, 2);
}

class MarkerEngine : public QIconEngine
{
public:
    MarkerEngine(ArmKind kind, int variant) : m_kind(kind), m_variant(variant) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const ArmLook look = armLook(m_kind, currentScheme(), m_variant);
        drawMarker(*painter, look.marker, QRectF(rect).center(), kIconRadius * rect.width(), look.colour, Qt::transparent);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({0, 0}, size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new MarkerEngine(m_kind, m_variant); }

private:
    ArmKind m_kind;
    int m_variant;
};

} // namespace

ArmLook armLook(ArmKind kind, Scheme scheme, int variant)
{
    const Base base = baseOf(kind);
    const Tokens &t = tokens(scheme);
    ArmLook look;
    look.colour = QColor(scheme == Scheme::Light ? base.light : base.dark);
    look.marker = base.marker;
    look.line = base.line;
    if (variant > 0) {
        const bool odd = variant % 2 == 1;
        look.colour = mixed(look.colour, odd ? t.card : t.text, odd ? 0.25 : 0.35);
        if (look.marker != Marker::None)
            look.marker = odd ? Marker::TriangleLeft : Marker::TriangleRight;
    }
    look.label = readable(look.colour, t, textContrast(scheme));
    return look;
}

void drawMarker(QPainter &painter, Marker marker, const QPointF &centre, double radius, const QColor &colour, const QColor &rim,
                bool hollow)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (marker == Marker::Cross) {
        drawCross(painter, centre, radius, colour, rim);
    } else if (marker != Marker::None) {
        const QPainterPath path = shape(marker, centre, radius);
        if (rim.alpha() > 0) {
            painter.setPen(QPen(rim, 2 * kRimWidth + (hollow ? 1.6 : 0), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
            painter.setBrush(rim);
            painter.drawPath(path);
        }
        painter.setPen(hollow ? QPen(colour, 1.6, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin) : QPen(Qt::NoPen));
        painter.setBrush(hollow ? QBrush(rim) : QBrush(colour));
        painter.drawPath(path);
    }
    painter.restore();
}

QIcon armIcon(ArmKind kind, int variant) { return QIcon(new MarkerEngine(kind, variant)); }

} // namespace shotlab::widgets
