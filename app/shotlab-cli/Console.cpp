// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Console.h"

#include <cstdio>

#include <QByteArray>

#include "text/Sentences.h"

namespace shotlab::cli
{

namespace
{

void print(std::FILE *stream, const QString &line)
{
    const QByteArray text = line.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stream);
    std::fflush(stream);
}

bool isUsage(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnknownSample:
    case ErrorCode::UnknownArm:
    case ErrorCode::ArmUnsuitable:
    case ErrorCode::UnknownSetting:
    case ErrorCode::BadSettingValue:
    case ErrorCode::UnknownLayerPattern:
    case ErrorCode::TableColumnsMissing:
        return true;
    default:
        return false;
    }
}

} // namespace

void say(const QString &line) { print(stdout, line); }

void complain(const QString &line) { print(stderr, line); }

int failWith(const Error &error)
{
    complain(text::errorSentence(error));
    return isUsage(error.code) ? kUsage : kFailed;
}

} // namespace shotlab::cli
