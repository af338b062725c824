// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/CutOff.h"

#include <cmath>

#include <QtEndian>

namespace shotlab::media
{

namespace
{

int byteAt(const QByteArray &bytes, qsizetype at) { return at < bytes.size() ? static_cast<uchar>(bytes[at]) : 0; }

/// The end marker cannot occur in scan data by accident (0xFF is escaped there), so a file without one behind its first
/// scan is incomplete.
bool jpegIsCutOff(const QByteArray &bytes)
{
    const qsizetype scan = bytes.indexOf(QByteArray::fromRawData("\xFF\xDA", 2));
    return scan < 0 || bytes.indexOf(QByteArray::fromRawData("\xFF\xD9", 2), scan) < 0;
}

/// Bytes of the colour table that a flag byte of GIF announces.
qsizetype gifTableSize(int flags) { return (flags & 0x80) != 0 ? qsizetype(3) << ((flags & 7) + 1) : 0; }

/// Position behind a chain of length-prefixed blocks; beyond the end when the chain is incomplete.
qsizetype behindGifBlocks(const QByteArray &bytes, qsizetype at)
{
    while (at < bytes.size() && byteAt(bytes, at) != 0)
        at += 1 + byteAt(bytes, at);
    return at + 1;
}

bool gifIsCutOff(const QByteArray &bytes)
{
    qsizetype at = 13 + gifTableSize(byteAt(bytes, 10));
    while (byteAt(bytes, at) == 0x21) // extensions before the first frame
        at = behindGifBlocks(bytes, at + 2);
    const qsizetype frameHeader = 10;
    at += frameHeader + gifTableSize(byteAt(bytes, at + frameHeader - 1)) + 1;
    return behindGifBlocks(bytes, at) > bytes.size();
}

bool bmpIsCutOff(const QByteArray &bytes)
{
    constexpr int kHeaders = 14 + 40;
    if (bytes.size() < kHeaders)
        return true;
    const auto at = [&](int offset) { return qFromLittleEndian<qint32>(bytes.constData() + offset); };
    const qint64 bits = qFromLittleEndian<quint16>(bytes.constData() + 28);
    if (at(14) < 40 || at(30) != 0) // an OS/2 header or compressed: the size is not known in advance
        return false;
    const qint64 rowBytes = (std::abs(qint64(at(18))) * bits + 31) / 32 * 4;
    return at(10) + rowBytes * std::abs(qint64(at(22))) > bytes.size();
}

} // namespace

bool isCutOff(const QByteArray &bytes, const QByteArray &format)
{
    if (format == "jpeg" || format == "jpg")
        return jpegIsCutOff(bytes);
    if (format == "gif")
        return gifIsCutOff(bytes);
    return format == "bmp" && bmpIsCutOff(bytes);
}

} // namespace shotlab::media
