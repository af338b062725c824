// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Encoder.h"

#include <algorithm>
#include <iterator>

#include <ATen/ATen.h>

#include "engine/Cut.h"
#include "engine/Examples.h"
#include "engine/Failure.h"
#include "engine/HeadFit.h"
#include "engine/ModelLoader.h"
#include "engine/Network.h"
#include "engine/Readouts.h"
#include "engine/RowCache.h"
#include "engine/Runtime.h"

namespace shotlab::engine
{

at::Tensor Encoder::embeddings(const std::vector<std::string> &texts, const std::atomic<bool> &stop)
{
    std::vector<std::string> unknown;
    std::copy_if(texts.begin(), texts.end(), std::back_inserter(unknown),
                 [this](const std::string &text) { return !m_known.contains(text); });
    if (!unknown.empty())
        read(unknown, stop);
    std::vector<at::Tensor> rows;
    for (const std::string &text : texts)
        rows.push_back(m_known.at(text));
    return at::stack(rows);
}

void Encoder::read(const std::vector<std::string> &texts, const std::atomic<bool> &stop)
{
    if (m_path.empty())
        throw Failure(ErrorCode::ModelNotFound, {"minilm-l6"});
    const at::NoGradGuard noGradients;
    const OpenedModel opened = openModel(m_path, std::nullopt, 0);
    if (!opened.network->readsText())
        throw Failure(ErrorCode::ModelUnsuitable, {opened.network->card.title, "text"});
    Examples examples(1, [](const std::string &, const Done &) {});
    examples.setForm({opened.network->card, opened.network->side, opened.network->vocabulary});
    std::vector<int> numbers;
    for (const std::string &text : texts)
        numbers.push_back(examples.add(text));
    RowCache rows(opened.network, examples, rowCacheLimit(), {m_disk, originOfRows(*opened.network, opened.contents)});
    const auto cut = Cut::atFeatures(*opened.network);
    rows.prepare(
        *cut, numbers, [](int, int) {}, stop);
    const at::Tensor embeddings = unitRows(rows.gather(*cut, numbers).at(0));
    for (std::size_t i = 0; i < texts.size(); ++i)
        m_known[texts[i]] = embeddings[static_cast<std::int64_t>(i)];
    giveBackMemory();
}

Meanings meaningsOf(Encoder &encoder, const std::vector<std::string> &labels, const std::vector<std::vector<std::string>> &texts,
                    const std::atomic<bool> &stop)
{
    std::vector<std::string> all = labels;
    std::vector<std::vector<int>> names;
    for (const std::vector<std::string> &ofClass : texts) {
        names.emplace_back();
        for (const std::string &text : ofClass) {
            names.back().push_back(static_cast<int>(all.size()));
            all.push_back(text);
        }
    }
    const at::Tensor embeddings = encoder.embeddings(all, stop);
    const auto count = static_cast<std::int64_t>(labels.size());
    return {embeddings.slice(0, 0, count), classNames(embeddings.slice(0, count), names, {})};
}

} // namespace shotlab::engine
