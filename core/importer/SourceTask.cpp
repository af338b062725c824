// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <map>
#include <optional>

#include <QBuffer>
#include <QFileInfo>
#include <QImage>

#include <nlohmann/json.hpp>

#include "importer/Importer.h"
#include "importer/SampleArchive.h"
#include "media/Picture.h"

namespace shotlab::importer
{

namespace
{

/// index.json beside the sheet: side of a cell in pixels, cells in a row, and the label of each cell.
struct SheetIndex {
    int cell = 0;
    int columns = 0;
    std::vector<std::string> labels;
};

std::optional<SheetIndex> sheetIndex(const QByteArray &text)
{
    const auto json = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    try {
        SheetIndex index {json.at("cell").get<int>(), json.at("columns").get<int>(),
                          json.at("cells").get<std::vector<std::string>>()};
        if (json.at("format").get<int>() == 1 && index.cell > 0 && index.columns > 0)
            return index;
    } catch (const nlohmann::json::exception &) { // not the index of a sheet
    }
    return std::nullopt;
}

/// Positions of the first cells of every label, then of the second ones, ..., as many as wanted, in the order of the sheet.
std::vector<std::size_t> spreadOverLabels(const std::vector<std::string> &labels, std::size_t most)
{
    std::map<std::string, int> seen;
    std::vector<std::pair<int, std::size_t>> rounds;
    for (std::size_t i = 0; i < labels.size(); ++i)
        rounds.emplace_back(seen[labels[i]]++, i);
    std::sort(rounds.begin(), rounds.end());
    rounds.resize(std::min(most, rounds.size()));
    std::vector<std::size_t> positions;
    for (const auto &[round, position] : rounds)
        positions.push_back(position);
    std::sort(positions.begin(), positions.end());
    return positions;
}

} // namespace

Result<std::vector<SourceExample>> readSourceExamples(const QString &path, std::size_t most)
{
    const std::string name = QFileInfo(path).fileName().toStdString();
    SampleArchive archive(name, path);
    const auto text = archive.read("index.json");
    const auto picture = archive.read("sheet.png");
    if (!text || !picture)
        return tl::unexpected(text ? picture.error() : text.error());
    const auto index = sheetIndex(*text);
    const QImage sheet = QImage::fromData(*picture);
    if (!index || sheet.isNull())
        return fail(ErrorCode::SampleDamaged, {name}, index ? "sheet.png" : "index.json");
    std::vector<SourceExample> examples;
    for (const std::size_t position : spreadOverLabels(index->labels, most)) {
        const int row = static_cast<int>(position) / index->columns;
        const int column = static_cast<int>(position) % index->columns;
        const QRect place(column * index->cell, row * index->cell, index->cell, index->cell);
        if (!sheet.rect().contains(place))
            return fail(ErrorCode::SampleDamaged, {name}, "cell " + std::to_string(position));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        if (!buffer.open(QIODevice::WriteOnly) || !sheet.copy(place).save(&buffer, "PNG"))
            return fail(ErrorCode::SampleDamaged, {name}, "cell " + std::to_string(position));
        examples.push_back({bytes, media::sha256(bytes), index->labels[position]});
    }
    return examples;
}

} // namespace shotlab::importer
