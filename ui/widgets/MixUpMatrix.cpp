// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/MixUpMatrix.h"

#include <cmath>
#include <numbers>
#include <numeric>

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "text/Numbers.h"
#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

constexpr double kLargestCellWidth = 52;
constexpr double kLargestCellHeight = 40;
constexpr double kSmallestScale = 0.66; // of the smallest type; below that numbers are left out and names thinned out
constexpr double kSmallestSlanted = 13; // px between two slanted names that do not touch
constexpr double kMostForNames = 0.3; // of the height and of the width
constexpr double kWhiteFrom = 0.55; // opacity above which numbers turn light
constexpr int kLabelGap = 8;
constexpr double kSlant = 0.87; // radians: 50 degrees
constexpr double kLongestSlanted = 110; // px of a slanted name

/// The smallest size, or less where it would not fit into so much height.
QFont fontFor(double height, QFont::Weight weight)
{
    QFont font = widgets::font(TextSize::Smallest, weight);
    const double line = QFontMetricsF(font).height();
    if (height < line)
        font.setPointSizeF(font.pointSizeF() * std::max(kSmallestScale, height / line));
    return font;
}

/// One in how many things of that size has room for a name.
int stepFor(double needed, double size) { return std::max(1, static_cast<int>(std::ceil(needed / size - 1e-6))); }

/// The one that is marked always; of the others those at the step that leave it room.
bool isNamed(int place, int marked, int step)
{
    return place == marked || (place % step == 0 && (marked < 0 || std::abs(place - marked) >= step));
}

} // namespace

struct MixUpMatrix::Geometry {
    QRectF grid;
    double cellWidth = 0;
    double cellHeight = 0;
    double gap = 0;
    [[nodiscard]] double radius() const { return gap >= 2 ? 4 : 2; }
    double rowNames = 0; ///< width
    double slanted = 0; ///< length of the column names; 0 where they fit upright
    double top = 0; ///< height of the column names
    int rowStep = 1;
    int columnStep = 1;
    QFont numbers;
    bool showsNumbers = false;
};

MixUpMatrix::MixUpMatrix(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ownFocus", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_emptyText = tr("Shown as soon as a run is done.");
    setData({}, {});
}

void MixUpMatrix::setData(const QStringList &classes, const std::vector<std::vector<int>> &counts)
{
    const auto size = static_cast<std::size_t>(classes.size());
    bool square = counts.size() == size;
    for (const std::vector<int> &row : counts)
        square = square && row.size() == size;
    m_classes = square ? classes : QStringList();
    m_counts = square ? counts : std::vector<std::vector<int>>();
    m_rowTotals.clear();
    for (const std::vector<int> &row : m_counts)
        m_rowTotals.push_back(std::accumulate(row.begin(), row.end(), 0));
    if (m_cursor.x() >= classCount() || m_cursor.y() >= classCount())
        m_cursor = {-1, -1};
    m_hover = {-1, -1};
    setAccessibleName(m_classes.isEmpty() ? tr("Mix-ups. %1").arg(m_emptyText)
                                          : tr("Mix-ups of %1; arrow keys move").arg(text::classesText(m_classes.size())));
    update();
}

void MixUpMatrix::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

double MixUpMatrix::share(int trueClass, int answered) const
{
    const int total = m_rowTotals.at(static_cast<std::size_t>(trueClass));
    const int count = m_counts[static_cast<std::size_t>(trueClass)].at(static_cast<std::size_t>(answered));
    return total > 0 ? static_cast<double>(count) / total : 0;
}

QString MixUpMatrix::describe(int trueClass, int answered) const
{
    const int count = m_counts.at(static_cast<std::size_t>(trueClass)).at(static_cast<std::size_t>(answered));
    const QString of = tr("%1, %2 of %3 answers")
                           .arg(text::percentText(share(trueClass, answered), 0), text::numberText(count),
                                text::numberText(m_rowTotals[static_cast<std::size_t>(trueClass)]));
    return trueClass == answered ? tr("%1 recognised: %2").arg(m_classes.at(trueClass), of)
                                 : tr("%1 taken for %2: %3").arg(m_classes.at(trueClass), m_classes.at(answered), of);
}

void MixUpMatrix::setCursorCell(int trueClass, int answered)
{
    const QPoint cell(answered, trueClass);
    if (cell == m_cursor || !QRect(0, 0, classCount(), classCount()).contains(cell))
        return;
    m_cursor = cell;
    setAccessibleDescription(describe(trueClass, answered));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
    Q_EMIT cursorChanged(trueClass, answered);
}

QSize MixUpMatrix::sizeHint() const { return {380, 300}; }

QSize MixUpMatrix::minimumSizeHint() const { return {180, 140}; }

MixUpMatrix::Geometry MixUpMatrix::geometryNow() const
{
    Geometry g;
    const int n = std::max(1, classCount());
    const QFontMetricsF metrics(widgets::font(TextSize::Smallest, QFont::DemiBold));
    double widest = 0;
    for (const QString &name : m_classes)
        widest = std::max(widest, std::ceil(metrics.horizontalAdvance(name)) + 2);
    g.rowNames = std::min(widest, kMostForNames * width());
    const double left = g.rowNames + kLabelGap;
    g.top = metrics.height() + kLabelGap - 2;
    g.cellWidth = std::min((width() - left - 1) / n, kLargestCellWidth);
    if (widest > g.cellWidth) {
        const double line = metrics.height() * std::cos(kSlant) + 4;
        const double room = std::max(0.0, kMostForNames * height() - line) / std::sin(kSlant);
        g.slanted = std::min({widest, kLongestSlanted, room});
        g.top = g.slanted * std::sin(kSlant) + line;
        const double overhang = std::max(0.0, g.slanted * std::cos(kSlant) - g.cellWidth / 2);
        g.cellWidth = std::min((width() - left - overhang) / n, kLargestCellWidth);
        g.columnStep = stepFor(kSmallestSlanted, g.cellWidth);
    }
    g.cellHeight = std::min((height() - g.top - 1) / n, kLargestCellHeight);
    g.rowStep = stepFor(metrics.height() * kSmallestScale, g.cellHeight);
    const double smaller = std::min(g.cellWidth, g.cellHeight);
    g.gap = smaller >= 14 ? 2 : (smaller >= 8 ? 1 : 0);
    g.grid = QRectF(left, g.top, n * g.cellWidth, n * g.cellHeight);
    g.numbers = fontFor(g.cellHeight, QFont::DemiBold);
    const double narrower = std::min(1.0, (g.cellWidth - g.gap) / QFontMetricsF(g.numbers).horizontalAdvance(QStringLiteral("100")));
    g.numbers.setPointSizeF(g.numbers.pointSizeF() * narrower);
    g.showsNumbers
        = g.rowStep == 1 && g.numbers.pointSizeF() >= kSmallestScale * widgets::font(TextSize::Smallest).pointSizeF();
    return g;
}

int MixUpMatrix::rowNameStep() const { return geometryNow().rowStep; }

int MixUpMatrix::columnNameStep() const { return geometryNow().columnStep; }

bool MixUpMatrix::showsNumbers() const { return geometryNow().showsNumbers; }

QString MixUpMatrix::nameAt(const QPoint &position) const
{
    const Geometry g = geometryNow();
    const bool isRow = position.x() < g.grid.left() && position.y() >= g.top;
    if (m_classes.isEmpty() || (!isRow && position.y() >= g.top))
        return {};
    double along = (position.y() - g.top) / g.cellHeight;
    if (!isRow) {
        const double shift = g.slanted > 0 ? (g.top - position.y()) / std::tan(kSlant) : 0;
        along = (position.x() - shift - g.grid.left()) / g.cellWidth;
    }
    const int place = static_cast<int>(std::floor(along));
    return place >= 0 && place < classCount() ? m_classes.at(place) : QString();
}

QRect MixUpMatrix::cellRect(int trueClass, int answered) const
{
    const Geometry g = geometryNow();
    return QRectF(g.grid.left() + answered * g.cellWidth, g.grid.top() + trueClass * g.cellHeight, g.cellWidth, g.cellHeight)
        .toRect();
}

QPoint MixUpMatrix::cellAt(const QPoint &position) const
{
    const Geometry g = geometryNow();
    if (m_classes.isEmpty() || !g.grid.contains(position))
        return {-1, -1};
    const int n = classCount() - 1;
    return {std::min(n, static_cast<int>((position.x() - g.grid.left()) / g.cellWidth)),
            std::min(n, static_cast<int>((position.y() - g.grid.top()) / g.cellHeight))};
}

void MixUpMatrix::paintRowNames(QPainter &painter, const Geometry &g) const
{
    const Tokens &t = currentTokens();
    const int marked = m_hover.x() >= 0 ? m_hover.y() : m_cursor.y();
    const double line = g.cellHeight * g.rowStep;
    for (int i = 0; i < classCount(); ++i) {
        if (!isNamed(i, marked, g.rowStep))
            continue;
        painter.setFont(fontFor(line, i == marked ? QFont::DemiBold : QFont::Normal));
        painter.setPen(i == marked ? t.text : t.secondary);
        const double centre = g.grid.top() + (i + 0.5) * g.cellHeight;
        painter.drawText(QRectF(0, centre - line / 2, g.rowNames, line), Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_classes.at(i), Qt::ElideRight, static_cast<int>(g.rowNames)));
    }
}

void MixUpMatrix::paintColumnNames(QPainter &painter, const Geometry &g) const
{
    const Tokens &t = currentTokens();
    const int marked = m_hover.x() >= 0 ? m_hover.x() : m_cursor.x();
    for (int i = 0; i < classCount(); ++i) {
        if (!isNamed(i, marked, g.columnStep))
            continue;
        painter.setFont(widgets::font(TextSize::Smallest, i == marked ? QFont::DemiBold : QFont::Normal));
        painter.setPen(i == marked ? t.text : t.secondary);
        const double column = g.grid.left() + i * g.cellWidth;
        if (g.slanted <= 0) {
            painter.drawText(QRectF(column, 0, g.cellWidth, g.top - kLabelGap + 2), Qt::AlignHCenter | Qt::AlignBottom,
                             m_classes.at(i));
            continue;
        }
        painter.save();
        painter.translate(column + g.cellWidth / 2, g.top - 3);
        painter.rotate(-kSlant * 180 / std::numbers::pi);
        const double height = painter.fontMetrics().height();
        painter.drawText(QRectF(0, -height / 2, g.slanted, height), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_classes.at(i), Qt::ElideRight, static_cast<int>(g.slanted)));
        painter.restore();
    }
}

void MixUpMatrix::paintCells(QPainter &painter, const Geometry &g) const
{
    const Tokens &t = currentTokens();
    for (int row = 0; row < classCount(); ++row) {
        for (int column = 0; column < classCount(); ++column) {
            const QRectF cell
                = QRectF(g.grid.left() + column * g.cellWidth, g.grid.top() + row * g.cellHeight, g.cellWidth, g.cellHeight)
                      .adjusted(g.gap / 2, g.gap / 2, -g.gap / 2, -g.gap / 2);
            const double part = share(row, column);
            if (part <= 0) {
                if (g.gap > 0) {
                    painter.setPen(t.line);
                    painter.setBrush(Qt::NoBrush);
                    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), g.radius(), g.radius());
                }
                continue;
            }
            const double opacity = 0.10 + 0.80 * std::sqrt(part);
            QColor fill = t.accent;
            fill.setAlphaF(static_cast<float>(opacity));
            if (g.gap > 0) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(fill);
                painter.drawRoundedRect(cell, g.radius(), g.radius());
            } else {
                painter.fillRect(cell, fill);
            }
            if (g.showsNumbers) {
                QFont font = g.numbers;
                font.setWeight(row == column ? QFont::DemiBold : QFont::Medium);
                painter.setFont(font);
                painter.setPen(opacity > kWhiteFrom ? t.onAccent : t.text);
                painter.drawText(cell, Qt::AlignCenter, text::decimalText(100 * part, part < 0.005 ? 1 : 0));
            }
        }
    }
}

void MixUpMatrix::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_classes.isEmpty()) {
        painter.setFont(widgets::font(TextSize::Secondary));
        painter.setPen(t.secondary);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    const Geometry g = geometryNow();
    paintRowNames(painter, g);
    paintColumnNames(painter, g);
    painter.setRenderHint(QPainter::Antialiasing, g.gap > 0); // adjoining cells would show seams
    paintCells(painter, g);
    painter.setRenderHint(QPainter::Antialiasing);
    if (g.gap <= 0) {
        painter.setPen(t.line);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(g.grid);
    }
    const auto frame = [&](const QPoint &cell, double width, const QColor &colour) {
        const QRectF around
            = QRectF(g.grid.left() + cell.x() * g.cellWidth, g.grid.top() + cell.y() * g.cellHeight, g.cellWidth, g.cellHeight);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.card, width + 2));
        painter.drawRoundedRect(around, 5, 5);
        painter.setPen(QPen(colour, width));
        painter.drawRoundedRect(around, 5, 5);
    };
    if (m_hover.x() >= 0 && m_hover != m_cursor)
        frame(m_hover, 1.5, t.secondary);
    if (m_cursor.x() >= 0)
        frame(m_cursor, 2.5, t.accent);
    else if (hasFocus())
        frame({0, 0}, 2.5, t.accent);
}

void MixUpMatrix::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint cell = cellAt(event->pos());
    if (cell != m_hover) {
        m_hover = cell;
        setCursor(cell.x() >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
    }
}

void MixUpMatrix::mousePressEvent(QMouseEvent *event)
{
    const QPoint cell = cellAt(event->pos());
    if (event->button() != Qt::LeftButton || cell.x() < 0)
        return;
    setCursorCell(cell.y(), cell.x());
    Q_EMIT cellActivated(cell.y(), cell.x());
}

void MixUpMatrix::leaveEvent(QEvent *event)
{
    m_hover = {-1, -1};
    update();
    QWidget::leaveEvent(event);
}

void MixUpMatrix::keyPressEvent(QKeyEvent *event)
{
    const QPoint at = m_cursor.x() >= 0 ? m_cursor : QPoint(0, 0);
    const int last = classCount() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return setCursorCell(at.y(), std::max(0, at.x() - 1));
    case Qt::Key_Right:
        return setCursorCell(at.y(), std::min(last, at.x() + 1));
    case Qt::Key_Up:
        return setCursorCell(std::max(0, at.y() - 1), at.x());
    case Qt::Key_Down:
        return setCursorCell(std::min(last, at.y() + 1), at.x());
    case Qt::Key_Home:
        return setCursorCell(at.y(), 0);
    case Qt::Key_End:
        return setCursorCell(at.y(), last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (last >= 0) {
            setCursorCell(at.y(), at.x());
            Q_EMIT cellActivated(at.y(), at.x());
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool MixUpMatrix::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QPoint cell = cellAt(help->pos());
        if (cell.x() >= 0)
            QToolTip::showText(help->globalPos(), describe(cell.y(), cell.x()), this, cellRect(cell.y(), cell.x()));
        else if (const QString name = nameAt(help->pos()); !name.isEmpty())
            QToolTip::showText(help->globalPos(), name, this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace shotlab::widgets
