// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/RowCache.h"

#include <algorithm>
#include <map>
#include <numeric>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <nlohmann/json.hpp>

#include "engine/ExampleView.h"
#include "engine/Failure.h"
#include "engine/Runtime.h"
#include "engine/Together.h"
#include "media/ChangedView.h"

namespace shotlab::engine
{

namespace
{

std::vector<int> part(const std::vector<int> &all, std::size_t from, std::size_t count)
{
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
    return {begin, begin + static_cast<std::ptrdiff_t>(std::min(count, all.size() - from))};
}

std::vector<int> picked(const std::vector<int> &all, const std::vector<int> &positions)
{
    std::vector<int> some;
    some.reserve(positions.size());
    for (const int position : positions)
        some.push_back(all[static_cast<std::size_t>(position)]);
    return some;
}

std::vector<std::vector<int>> picked(const std::vector<int> &all, const std::vector<std::vector<int>> &batches)
{
    std::vector<std::vector<int>> some;
    some.reserve(batches.size());
    for (const std::vector<int> &batch : batches)
        some.push_back(picked(all, batch));
    return some;
}

} // namespace

at::Tensor inOrder(const at::Tensor &rows, const std::vector<int> &positions)
{
    if (std::is_sorted(positions.begin(), positions.end()))
        return rows;
    const at::Tensor places = at::tensor(positions, at::kInt).to(at::kLong);
    return rows.index_select(0, at::argsort(places));
}

std::string originOfRows(const Network &network, const std::string &modelContents)
{
    ModelCard card = network.card;
    card.sourceLabels.clear();
    card.featureMean.clear(); // subtracted later
    return "Shotlab " SHOTLAB_VERSION ", " + libraryVersion() + ", " + std::to_string(at::get_num_threads()) + " threads, "
        + processorName() + "\nmodel " + modelContents + "\nside " + std::to_string(network.side) + "\ncard " + toJson(card).dump();
}

RowCache::RowCache(std::shared_ptr<const Network> network, Examples &examples, std::int64_t limit, Kept kept)
    : m_network(std::move(network)), m_examples(examples), m_limit(limit), m_kept(std::move(kept))
{
}

int RowCache::prepare(const Cut &cut, const std::vector<int> &examples, const Progress &progress, const std::atomic<bool> &stop)
{
    if (cut.takesInputs())
        return 0;
    std::map<int, std::vector<int>> missing; // by length
    for (const int example : examples) {
        const int length = rowLength(cut, example);
        if (store(cut, length).row.count(example) == 0)
            missing[length].push_back(example);
    }
    int total = 0;
    for (auto &[length, some] : missing) {
        std::sort(some.begin(), some.end());
        some.erase(std::unique(some.begin(), some.end()), some.end());
        if (!restore(cut, length, some))
            return 0;
        total += static_cast<int>(some.size());
    }
    int done = 0;
    for (const auto &[length, some] : missing) {
        // Sentences pass in the order of their lengths, also where all rows are kept in one place.
        const auto waiting = picked(some, batches(some, static_cast<std::size_t>(cut.rowBatch())));
        for (std::size_t first = 0; first < waiting.size(); first += batchesAtOnce(*m_network)) {
            if (stop)
                throw Cancelled();
            progress(done, total);
            const std::size_t count = std::min(batchesAtOnce(*m_network), waiting.size() - first);
            std::int64_t coming = 0;
            for (std::size_t i = first; i < first + count; ++i)
                coming += static_cast<std::int64_t>(waiting[i].size());
            if (!makeRoom(keyOf(cut, length), cut.rowBytes(length) * coming))
                return done; // the rest is computed whenever it is needed
            std::vector<std::vector<at::Tensor>> rows(count);
            std::vector<std::size_t> sizes;
            for (std::size_t i = first; i < first + count; ++i)
                sizes.push_back(sizeOf(cut, waiting[i]));
            together(count, [&](std::size_t i) { rows[i] = computed(cut, waiting[first + i], sizes[i]); });
            for (std::size_t i = 0; i < count; ++i) {
                Store &kept = store(cut, length);
                keep(kept, waiting[first + i], rows[i]);
                kept.file->append(hashes(waiting[first + i]), rows[i]);
                done += static_cast<int>(waiting[first + i].size());
            }
        }
    }
    if (total > 0)
        progress(total, total);
    return total;
}

/// Takes from the disk what it has, and off the list; false when there is no room for more rows.
bool RowCache::restore(const Cut &cut, int length, std::vector<int> &missing)
{
    Store &kept = store(cut, length);
    if (!kept.file)
        kept.file = m_kept.disk.file(QByteArray::fromStdString(m_kept.origin + "\ncut " + keyOf(cut, length) + "\nrow "
                                                               + std::to_string(cut.rowBytes(length)) + " bytes"));
    std::vector<int> unknown;
    for (const int example : missing) {
        const std::vector<at::Tensor> row = kept.file->read(hashes({example}).front());
        if (row.empty()) {
            unknown.push_back(example);
            continue;
        }
        if (!makeRoom(keyOf(cut, length), cut.rowBytes(length)))
            return false;
        keep(kept, {example}, row);
    }
    missing = std::move(unknown);
    return true;
}

std::vector<std::string> RowCache::hashes(const std::vector<int> &examples) const
{
    std::vector<std::string> list;
    for (const int example : examples)
        list.push_back(hashOfView(m_examples.hash(numberOf(example)), viewOf(example)));
    return list;
}

std::vector<at::Tensor> RowCache::gather(const Cut &cut, const std::vector<int> &examples)
{
    Store &kept = store(cut, examples.empty() ? 0 : rowLength(cut, examples.front()));
    std::vector<std::int64_t> rows;
    std::vector<int> missing;
    for (const int example : examples) {
        const auto found = kept.row.find(example);
        if (found == kept.row.end())
            missing.push_back(example);
        else
            rows.push_back(found->second);
    }
    if (missing.empty()) {
        std::vector<at::Tensor> gathered;
        const at::Tensor index = at::tensor(rows);
        for (const at::Tensor &column : kept.columns)
            gathered.push_back(column.index_select(0, index));
        return gathered;
    }
    // Too much to keep: everything asked for passes the frozen part again, in batches of the same fixed size.
    std::vector<std::vector<at::Tensor>> pieces;
    std::vector<int> order;
    for (const std::vector<int> &batch : batches(examples, static_cast<std::size_t>(cut.rowBatch()))) {
        const std::vector<int> some = picked(examples, batch);
        pieces.push_back(computed(cut, some, sizeOf(cut, some)));
        order.insert(order.end(), batch.begin(), batch.end());
    }
    std::vector<at::Tensor> gathered;
    for (std::size_t column = 0; column < pieces.front().size(); ++column) {
        std::vector<at::Tensor> slices;
        for (const auto &piece : pieces)
            slices.push_back(piece[column]);
        gathered.push_back(inOrder(at::cat(slices), order));
    }
    return gathered;
}

std::vector<FrontierPart> RowCache::frontier(const Cut &cut, const std::vector<int> &examples)
{
    std::vector<FrontierPart> parts;
    if (cut.takesInputs()) {
        parts.emplace_back().values = {inputs(examples)};
        parts.back().positions.resize(examples.size());
        std::iota(parts.back().positions.begin(), parts.back().positions.end(), 0);
        return parts;
    }
    std::map<int, std::vector<int>> byLength;
    for (std::size_t i = 0; i < examples.size(); ++i)
        byLength[rowLength(cut, examples[i])].push_back(static_cast<int>(i));
    for (auto &[length, positions] : byLength) {
        const auto rows = gather(cut, picked(examples, positions));
        parts.push_back({cut.frontier(rows, static_cast<std::int64_t>(positions.size()), length), std::move(positions)});
    }
    return parts;
}

std::vector<std::vector<int>> RowCache::batches(const std::vector<int> &examples, std::size_t size)
{
    std::map<int, std::vector<int>> byLength;
    for (std::size_t i = 0; i < examples.size(); ++i)
        byLength[lengthOf(examples[i])].push_back(static_cast<int>(i));
    std::vector<std::vector<int>> batches;
    for (const auto &[length, positions] : byLength) {
        const std::size_t atOnce = std::min(size, batchOf(length));
        for (std::size_t at = 0; at < positions.size(); at += atOnce)
            batches.push_back(part(positions, at, atOnce));
    }
    return batches;
}

int RowCache::lengthOf(int example)
{
    return m_network->readsText() ? Network::paddedLength(m_examples.tokens(example).size()) : 0;
}

/// Examples of one length that pass the frozen part together.
std::size_t RowCache::batchOf(int length) const
{
    return static_cast<std::size_t>(m_network->readsText() ? Network::sentencesAtOnce(length) : m_network->rowBatch);
}

/// Of the row that is kept of an example.
int RowCache::rowLength(const Cut &cut, int example) { return cut.rowsAreAlike() ? 0 : lengthOf(example); }

std::string RowCache::keyOf(const Cut &cut, int length)
{
    return length == 0 ? cut.key() : cut.key() + " places " + std::to_string(length);
}

/// Sentences are padded to the longest of them.
at::Tensor RowCache::inputs(const std::vector<int> &examples) const
{
    if (m_network->readsText()) {
        std::vector<const std::vector<std::int32_t> *> tokens;
        std::size_t longest = 0;
        for (const int example : examples) {
            tokens.push_back(&m_examples.tokens(example));
            longest = std::max(longest, tokens.back()->size());
        }
        return m_network->sentences(tokens, Network::paddedLength(longest));
    }
    std::vector<const std::vector<std::uint8_t> *> pixels;
    for (const int example : examples)
        pixels.push_back(&m_examples.pixels(numberOf(example)));
    std::vector<std::vector<std::uint8_t>> changed(examples.size());
    at::parallel_for(0, static_cast<std::int64_t>(examples.size()), 1, [&](std::int64_t from, std::int64_t to) {
        for (auto i = static_cast<std::size_t>(from); i < static_cast<std::size_t>(to); ++i) {
            if (viewOf(examples[i]) == 0)
                continue;
            const ModelCard &card = m_network->card;
            changed[i] = media::changedView(*pixels[i], card.channels, m_network->side, card.framing,
                                            m_examples.hash(numberOf(examples[i])), viewOf(examples[i]));
            pixels[i] = &changed[i];
        }
    });
    return m_network->normalised(pixels);
}

/// Of the batch that these examples, of one length, are filled up to.
std::size_t RowCache::sizeOf(const Cut &cut, const std::vector<int> &batch)
{
    return std::min(static_cast<std::size_t>(cut.rowBatch()), batchOf(lengthOf(batch.front())));
}

/// Rows of examples of one length, filled up with the last one to a batch of that size. On several threads at once.
std::vector<at::Tensor> RowCache::computed(const Cut &cut, const std::vector<int> &examples, std::size_t size) const
{
    std::vector<int> padded = examples;
    padded.resize(size, examples.back());
    std::vector<at::Tensor> rows = cut.prefixRows(inputs(padded));
    for (at::Tensor &column : rows)
        column = column.slice(0, 0, static_cast<std::int64_t>(examples.size()));
    return rows;
}

RowCache::Store &RowCache::store(const Cut &cut, int length)
{
    const std::string key = keyOf(cut, length);
    if (m_recent.empty() || m_recent.front() != key) {
        m_recent.remove(key);
        m_recent.push_front(key);
    }
    return m_stores[key];
}

/// Drops the cuts unused for longest; false when even that is not enough.
bool RowCache::makeRoom(const std::string &key, std::int64_t bytes)
{
    while (m_bytes + bytes > m_limit && m_recent.back() != key) {
        const auto oldest = m_stores.find(m_recent.back());
        m_bytes -= oldest->second.bytes;
        m_stores.erase(oldest);
        m_recent.pop_back();
    }
    if (m_bytes + bytes > m_limit)
        return false;
    m_bytes += bytes;
    m_stores[key].bytes += bytes;
    return true;
}

void RowCache::keep(Store &store, const std::vector<int> &examples, const std::vector<at::Tensor> &rows)
{
    const auto used = static_cast<std::int64_t>(store.row.size());
    const auto wanted = used + static_cast<std::int64_t>(examples.size());
    if (wanted > store.capacity) {
        // Memory that is never written to is never taken: room for every example costs nothing.
        store.capacity = std::max<std::int64_t>(wanted, std::max<std::int64_t>(2 * store.capacity, m_examples.count()));
        std::vector<at::Tensor> columns;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::vector<std::int64_t> shape = rows[i].sizes().vec();
            shape[0] = store.capacity;
            columns.push_back(at::empty(shape, rows[i].options()));
            if (used > 0)
                columns[i].slice(0, 0, used).copy_(store.columns[i].slice(0, 0, used));
        }
        store.columns = columns;
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        store.columns[i].slice(0, used, wanted).copy_(rows[i]);
    for (std::size_t i = 0; i < examples.size(); ++i)
        store.row[examples[i]] = used + static_cast<std::int64_t>(i);
}

} // namespace shotlab::engine
