// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include "runner/LabEditor.h"
#include "runner/Views.h"

namespace shotlab::runner
{

/// The snapshot of a lab that the window shows. rejected: files that the last import could not use.
[[nodiscard]] LabViewPtr labView(const LabEditor &lab, const std::optional<ModelView> &model,
                                 const std::vector<importer::Rejected> &rejected);

} // namespace shotlab::runner
