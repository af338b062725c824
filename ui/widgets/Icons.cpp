// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/Icons.h"

#include <array>

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

struct Entry {
    Symbol symbol;
    const char *file;
};

constexpr std::array kEntries {Entry {Symbol::Shotlab, "flask-conical"},
                               Entry {Symbol::Run, "play"},
                               Entry {Symbol::Pause, "pause"},
                               Entry {Symbol::Stop, "square"},
                               Entry {Symbol::Retry, "rotate-ccw"},
                               Entry {Symbol::Next, "arrow-right"},
                               Entry {Symbol::Back, "arrow-left"},
                               Entry {Symbol::Check, "check"},
                               Entry {Symbol::CheckCircle, "circle-check"},
                               Entry {Symbol::Cross, "x"},
                               Entry {Symbol::Plus, "plus"},
                               Entry {Symbol::More, "ellipsis"},
                               Entry {Symbol::ChevronDown, "chevron-down"},
                               Entry {Symbol::ChevronRight, "chevron-right"},
                               Entry {Symbol::ChevronUp, "chevron-up"},
                               Entry {Symbol::Frozen, "snowflake"},
                               Entry {Symbol::Learning, "flame"},
                               Entry {Symbol::Layers, "layers"},
                               Entry {Symbol::Grip, "grip-horizontal"},
                               Entry {Symbol::Upload, "upload"},
                               Entry {Symbol::Folder, "folder"},
                               Entry {Symbol::FolderOpen, "folder-open"},
                               Entry {Symbol::OpenFile, "file-search"},
                               Entry {Symbol::FileRefused, "file-x"},
                               Entry {Symbol::Table, "table"},
                               Entry {Symbol::Chart, "chart-line"},
                               Entry {Symbol::Copy, "copy"},
                               Entry {Symbol::Download, "download"},
                               Entry {Symbol::Undo, "undo-2"},
                               Entry {Symbol::Redo, "redo-2"},
                               Entry {Symbol::Lock, "lock"},
                               Entry {Symbol::Info, "info"},
                               Entry {Symbol::Warning, "triangle-alert"},
                               Entry {Symbol::Alert, "circle-alert"},
                               Entry {Symbol::Leak, "shield-alert"},
                               Entry {Symbol::Refused, "ban"},
                               Entry {Symbol::PictureBroken, "image-off"},
                               Entry {Symbol::PictureAdd, "image-plus"},
                               Entry {Symbol::Findings, "sparkles"},
                               Entry {Symbol::Scales, "scale"},
                               Entry {Symbol::Outdated, "history"},
                               Entry {Symbol::Timer, "timer"},
                               Entry {Symbol::Archive, "archive"},
                               Entry {Symbol::Processor, "cpu"},
                               Entry {Symbol::Sun, "sun"},
                               Entry {Symbol::Moon, "moon"},
                               Entry {Symbol::Trash, "trash-2"},
                               Entry {Symbol::Eye, "eye"},
                               Entry {Symbol::EyeOff, "eye-off"},
                               Entry {Symbol::Swap, "arrow-left-right"},
                               Entry {Symbol::Pencil, "pencil"},
                               Entry {Symbol::Model, "file-box"},
                               Entry {Symbol::Language, "languages"},
                               Entry {Symbol::Settings, "settings"},
                               Entry {Symbol::Contrast, "contrast"},
                               Entry {Symbol::Sentences, "message-square-text"},
                               Entry {Symbol::Search, "search"}};

QColor colourOf(Ink ink)
{
    const Tokens &t = currentTokens();
    switch (ink) {
    case Ink::Text:
        return t.text;
    case Ink::Secondary:
        return t.secondary;
    case Ink::Faint:
        return t.faint;
    case Ink::Accent:
        return t.accent;
    case Ink::OnAccent:
        return t.onAccent;
    case Ink::Warning:
        return t.warning;
    case Ink::Error:
        return t.error;
    case Ink::Ok:
        return t.ok;
    case Ink::Frozen:
        return t.frozen;
    case Ink::Learning:
        return t.learning;
    case Ink::OnBar:
        return t.onBar;
    }
    return t.text;
}

/// size in device pixels.
QPixmap rendered(Symbol symbol, const QColor &colour, const QSize &size)
{
    const QString key = QStringLiteral("symbol %1 %2 %3").arg(symbolFile(symbol), colour.name()).arg(size.width());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(symbolFile(symbol));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class SymbolEngine : public QIconEngine
{
public:
    SymbolEngine(Symbol symbol, Ink ink) : m_symbol(symbol), m_ink(ink) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        return rendered(m_symbol, colourOf(mode == QIcon::Disabled ? Ink::Faint : m_ink), {side, side});
    }
    [[nodiscard]] QIconEngine *clone() const override { return new SymbolEngine(m_symbol, m_ink); }

private:
    Symbol m_symbol;
    Ink m_ink;
};

} // namespace

const std::vector<Symbol> &allSymbols()
{
    static const std::vector<Symbol> symbols = [] {
        std::vector<Symbol> all;
        for (const Entry &entry : kEntries)
            all.push_back(entry.symbol);
        return all;
    }();
    return symbols;
}

QString symbolFile(Symbol symbol)
{
    const auto entry = std::find_if(kEntries.begin(), kEntries.end(), [symbol](const Entry &e) { return e.symbol == symbol; });
    return entry == kEntries.end() ? QString() : QStringLiteral(":/icons/%1.svg").arg(QLatin1String(entry->file));
}

QIcon icon(Symbol symbol, Ink ink) { return QIcon(new SymbolEngine(symbol, ink)); }

QPixmap symbolPixmap(Symbol symbol, Ink ink, int side, double devicePixelRatio)
{
    const int pixels = qRound(side * devicePixelRatio);
    QPixmap pixmap = rendered(symbol, colourOf(ink), {pixels, pixels});
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace shotlab::widgets
