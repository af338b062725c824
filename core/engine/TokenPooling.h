// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace shotlab::engine
{

struct Network;

/// An encoder that answers with one vector per token [B, T, F] gets the mean over each sentence's tokens as its last step
/// (Reimers and Gurevych, arXiv 1908.10084), padding not counted. Others stay as they are. Found out with trial sentences;
/// one that they do not pass is left for the caller to refuse.
void poolTokens(Network &network);

} // namespace shotlab::engine
