// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/RowCache.h"

#include <algorithm>

#include <ATen/ATen.h>

#include "engine/Failure.h"

namespace shotlab::engine
{

namespace
{

std::vector<int> part(const std::vector<int> &all, std::size_t from, std::size_t count)
{
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
    return {begin, begin + static_cast<std::ptrdiff_t>(std::min(count, all.size() - from))};
}

} // namespace

RowCache::RowCache(std::shared_ptr<const Network> network, Examples &examples, std::int64_t limit, Kept kept)
    : m_network(std::move(network)), m_examples(examples), m_limit(limit), m_kept(std::move(kept))
{
}

int RowCache::prepare(const Cut &cut, const std::vector<int> &examples, const Progress &progress, const std::atomic<bool> &stop)
{
    if (cut.takesPictures())
        return 0;
    Store &kept = store(cut);
    std::vector<int> missing;
    for (const int example : examples) {
        if (kept.row.count(example) == 0)
            missing.push_back(example);
    }
    std::sort(missing.begin(), missing.end());
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    if (!restore(cut, kept, missing))
        return 0;
    const int total = static_cast<int>(missing.size());
    const auto step = static_cast<std::size_t>(cut.rowBatch());
    for (std::size_t at = 0; at < missing.size(); at += step) {
        if (stop)
            throw Cancelled();
        progress(static_cast<int>(at), total);
        const std::vector<int> batch = part(missing, at, step);
        if (!makeRoom(cut, cut.rowBytes() * static_cast<std::int64_t>(batch.size())))
            return static_cast<int>(at); // the rest is computed whenever it is needed
        const std::vector<at::Tensor> rows = computed(cut, batch);
        keep(kept, batch, rows);
        kept.file->append(hashes(batch), rows);
    }
    if (total > 0)
        progress(total, total);
    return total;
}

/// Takes from the disk what it has, and off the list; false when there is no room for more rows.
bool RowCache::restore(const Cut &cut, Store &store, std::vector<int> &missing)
{
    if (!store.file)
        store.file = m_kept.disk.file(QByteArray::fromStdString(m_kept.origin + "\ncut " + cut.key() + "\nrow "
                                                                + std::to_string(cut.rowBytes()) + " bytes"));
    std::vector<int> computed;
    for (const int example : missing) {
        const std::vector<at::Tensor> row = store.file->read(m_examples.hash(example));
        if (row.empty()) {
            computed.push_back(example);
            continue;
        }
        if (!makeRoom(cut, cut.rowBytes()))
            return false;
        keep(store, {example}, row);
    }
    missing = std::move(computed);
    return true;
}

std::vector<std::string> RowCache::hashes(const std::vector<int> &examples) const
{
    std::vector<std::string> list;
    for (const int example : examples)
        list.push_back(m_examples.hash(example));
    return list;
}

std::vector<at::Tensor> RowCache::gather(const Cut &cut, const std::vector<int> &examples)
{
    if (cut.takesPictures())
        return {pictures(examples)};
    Store &kept = store(cut);
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
    const auto step = static_cast<std::size_t>(cut.rowBatch());
    for (std::size_t at = 0; at < examples.size(); at += step)
        pieces.push_back(computed(cut, part(examples, at, step)));
    std::vector<at::Tensor> gathered;
    for (std::size_t column = 0; column < pieces.front().size(); ++column) {
        std::vector<at::Tensor> slices;
        for (const auto &piece : pieces)
            slices.push_back(piece[column]);
        gathered.push_back(at::cat(slices));
    }
    return gathered;
}

std::vector<c10::IValue> RowCache::frontier(const Cut &cut, const std::vector<int> &examples)
{
    std::vector<at::Tensor> rows = gather(cut, examples);
    if (cut.takesPictures())
        return {rows.at(0)};
    return cut.frontier(rows, static_cast<std::int64_t>(examples.size()));
}

at::Tensor RowCache::pictures(const std::vector<int> &examples) const
{
    std::vector<const std::vector<std::uint8_t> *> pixels;
    for (const int example : examples)
        pixels.push_back(&m_examples.pixels(example));
    return m_network->normalised(pixels);
}

/// Rows of at most rowBatch examples; the batch is filled up with the last one.
std::vector<at::Tensor> RowCache::computed(const Cut &cut, const std::vector<int> &examples) const
{
    std::vector<int> padded = examples;
    padded.resize(static_cast<std::size_t>(cut.rowBatch()), examples.back());
    std::vector<at::Tensor> rows = cut.prefixRows(pictures(padded));
    for (at::Tensor &column : rows)
        column = column.slice(0, 0, static_cast<std::int64_t>(examples.size()));
    return rows;
}

RowCache::Store &RowCache::store(const Cut &cut)
{
    m_recent.remove(cut.key());
    m_recent.push_front(cut.key());
    return m_stores[cut.key()];
}

/// Drops the cuts unused for longest; false when even that is not enough.
bool RowCache::makeRoom(const Cut &cut, std::int64_t bytes)
{
    while (m_bytes + bytes > m_limit && m_recent.back() != cut.key()) {
        const auto oldest = m_stores.find(m_recent.back());
        m_bytes -= oldest->second.bytes;
        m_stores.erase(oldest);
        m_recent.pop_back();
    }
    if (m_bytes + bytes > m_limit)
        return false;
    m_bytes += bytes;
    m_stores[cut.key()].bytes += bytes;
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
