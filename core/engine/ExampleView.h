// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace shotlab::engine
{

/// What passes a network is a version of an example (see ComparisonPlan::views): the number of the example (Examples) with
/// the view in the high bits. View 0 is the example as it is, and its number the example's own.
constexpr int kViewShift = 24; // 16 million examples, 128 views

constexpr int withView(int number, int view) { return number | view << kViewShift; }
constexpr int numberOf(int viewed) { return viewed & ((1 << kViewShift) - 1); }
constexpr int viewOf(int viewed) { return viewed >> kViewShift; }

/// Example hashes are hexadecimal, so that no view is taken for an example.
inline std::string hashOfView(const std::string &exampleHash, int view)
{
    return view == 0 ? exampleHash : exampleHash + "#" + std::to_string(view);
}

} // namespace shotlab::engine
