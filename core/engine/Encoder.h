// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <string>
#include <unordered_map>
#include <vector>

#include <ATen/core/Tensor.h>

#include "engine/RowDisk.h"

namespace shotlab::engine
{

/// What words mean: the bundled sentence encoder beside the open model. It is in memory only while it reads something new; what
/// it made of a text is kept.
class Encoder
{
public:
    /// path of a model file that reads text; empty: there is none.
    explicit Encoder(std::string path = {}, RowDisk disk = {{}, 0}) : m_path(std::move(path)), m_disk(std::move(disk)) { }

    /// [texts, F] float, unit length. Throws Cancelled when stop is set, between two batches; Failure(ModelNotFound) where there
    /// is no encoder, and what opening its file throws.
    [[nodiscard]] at::Tensor embeddings(const std::vector<std::string> &texts, const std::atomic<bool> &stop);

private:
    void read(const std::vector<std::string> &texts, const std::atomic<bool> &stop);

    std::string m_path;
    RowDisk m_disk;
    std::unordered_map<std::string, at::Tensor> m_known;
};

/// What labels and classes mean; of unit length.
struct Meanings {
    at::Tensor labels; ///< [labels, F]
    at::Tensor classes; ///< [classes, F]: the mean of what each is called and how it is described
};
/// texts: per class. Throws as embeddings() and classNames() do.
[[nodiscard]] Meanings meaningsOf(Encoder &encoder, const std::vector<std::string> &labels,
                                  const std::vector<std::vector<std::string>> &texts, const std::atomic<bool> &stop);

} // namespace shotlab::engine
