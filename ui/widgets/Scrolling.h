// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QScrollArea;
class QWidget;

/// Scroll areas without a frame that scroll up and down only.
namespace shotlab::widgets
{

[[nodiscard]] QScrollArea *scrolling(QWidget *content);
/// For content in rows: at rest it ends with a whole one, and a notch of the wheel scrolls by a whole one. What is left of its
/// height stays empty. What is higher than the area is cut all the same.
[[nodiscard]] QScrollArea *rowScroll(QWidget *content);
/// The same, asking for no more height than the content needs.
[[nodiscard]] QScrollArea *fittingScroll(QWidget *content);

} // namespace shotlab::widgets
