// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace shotlab::widgets
{

/// Every icon of the window, by what it stands for.
enum class Symbol {
    Shotlab,
    Run,
    Pause,
    Stop,
    Retry,
    Next,
    Back,
    Check,
    CheckCircle,
    Cross,
    Plus,
    More,
    ChevronDown,
    ChevronRight,
    ChevronUp,
    Frozen,
    Learning,
    Layers,
    Grip,
    Upload,
    Folder,
    FolderOpen,
    OpenFile,
    FileRefused,
    Table,
    Chart,
    Copy,
    Download,
    Undo,
    Redo,
    Lock,
    Info,
    Warning,
    Alert,
    Leak,
    Refused,
    PictureBroken,
    PictureAdd,
    Findings,
    Scales,
    Outdated,
    Timer,
    Archive,
    Processor,
    Sun,
    Moon,
    Trash,
    Eye,
    EyeOff,
    Swap,
    Pencil,
    Model,
    Language,
    Settings,
    Contrast,
    Sentences,
    Search,
};
[[nodiscard]] const std::vector<Symbol> &allSymbols();
[[nodiscard]] QString symbolFile(Symbol symbol); ///< resource path of the SVG

/// Which token an icon is drawn in; looked up when it is painted, so a change of scheme needs no new icons.
enum class Ink { Text, Secondary, Faint, Accent, OnAccent, Warning, Error, Ok, Frozen, Learning, OnBar };

[[nodiscard]] QIcon icon(Symbol symbol, Ink ink = Ink::Text);
/// For own painting: side in logical pixels.
[[nodiscard]] QPixmap symbolPixmap(Symbol symbol, Ink ink, int side, double devicePixelRatio);

} // namespace shotlab::widgets
