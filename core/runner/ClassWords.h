// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>

namespace shotlab::runner
{

/// What a class is called: what the model reads, and what people see.
struct ClassWords {
    std::string name; ///< for the model
    std::string description; ///< for the model, a sentence; may be empty
    std::map<std::string, std::string> display; ///< language -> name for people
};

} // namespace shotlab::runner
