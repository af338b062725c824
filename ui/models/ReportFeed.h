// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runner/Views.h"
#include "text/Report.h"

namespace shotlab::models
{

/// What a report tells of a comparison of this lab; charts are left to the caller.
[[nodiscard]] text::ReportData reportData(const runner::LabView &lab, const runner::ComparisonView &comparison);
/// Adds what each of these methods takes for what most often.
void addMixUps(text::ReportData &data, const std::vector<runner::MixUpsView> &mixUps);

} // namespace shotlab::models
