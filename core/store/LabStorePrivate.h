// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/LabFile.h"
#include "store/LabStore.h"

namespace shotlab::store
{

class LabStore::Private
{
public:
    LabFile file;
    Database &database = file.database();
};

/// ISO 8601 with milliseconds, UTC.
[[nodiscard]] std::string now();

} // namespace shotlab::store
