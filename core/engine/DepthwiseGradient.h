// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace shotlab::engine
{

/// Gives LibTorch another backward pass for depthwise convolutions (one filter per channel) of floats in channels-last
/// format, for as long as the process lives. LibTorch's takes a quarter of the time to train a MobileNet; results differ
/// from its in rounding alone. All other convolutions stay as they are. Adds up in a fixed order, so results do not depend on
/// the number of threads. Calling it again does nothing.
void useOwnDepthwiseGradient();

} // namespace shotlab::engine
