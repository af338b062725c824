// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "lab/Result.h"

/// What the command line says, and how it ends.
namespace shotlab::cli
{

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;
constexpr int kCancelled = 130;

void say(const QString &line); ///< to standard output
void complain(const QString &line); ///< to standard error

/// One sentence to standard error; what was typed wrongly is a matter of usage.
int failWith(const Error &error);

} // namespace shotlab::cli
