// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/ChangedView.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <QCryptographicHash>

namespace shotlab::media
{

namespace
{

/// Evenly spread numbers that follow from a text; the standard library's distributions differ between implementations.
class Lots
{
public:
    explicit Lots(const std::string &text)
        : m_bytes(QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())),
                                           QCryptographicHash::Sha256))
    {
    }

    double between(double low, double high)
    {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i)
            value = value << 8 | static_cast<std::uint8_t>(m_bytes[m_next++]);
        return low + (high - low) * (static_cast<double>(value) / 4294967296.0);
    }

private:
    QByteArray m_bytes; ///< 32: eight numbers
    qsizetype m_next = 0;
};

/// Where a place of the changed picture comes from: source = matrix x place + shift, in pixels from the middle.
struct Mapping {
    double xx = 1, xy = 0, yx = 0, yy = 1;
    double shiftX = 0, shiftY = 0;
};

Mapping mappingOf(Framing framing, int side, const std::string &hash, int view)
{
    Lots lots(hash + "#" + std::to_string(view));
    Mapping mapping;
    if (framing == Framing::CentreCrop) {
        const double zoom = lots.between(0.8, 1.0);
        const double room = (1.0 - zoom) / 2 * side;
        mapping.shiftX = lots.between(-room, room);
        mapping.shiftY = lots.between(-room, room);
        mapping.xx = lots.between(0, 1) < 0.5 ? -zoom : zoom;
        mapping.yy = zoom;
        return mapping;
    }
    const double angle = lots.between(-10, 10) * std::numbers::pi / 180;
    const double scale = 1 / lots.between(0.9, 1.1);
    mapping.shiftX = lots.between(-0.08, 0.08) * side;
    mapping.shiftY = lots.between(-0.08, 0.08) * side;
    mapping.xx = mapping.yy = scale * std::cos(angle);
    mapping.xy = -scale * std::sin(angle);
    mapping.yx = -mapping.xy;
    return mapping;
}

} // namespace

std::vector<std::uint8_t> changedView(const std::vector<std::uint8_t> &values, int channels, int side, Framing framing,
                                      const std::string &hash, int view)
{
    const Mapping mapping = mappingOf(framing, side, hash, view);
    const double middle = (side - 1) / 2.0;
    const auto width = static_cast<std::size_t>(side);
    const std::size_t places = width * width;
    std::vector<std::uint8_t> changed(static_cast<std::size_t>(channels) * places);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double dx = x - middle;
            const double dy = y - middle;
            const double fromX = std::clamp(mapping.xx * dx + mapping.xy * dy + mapping.shiftX + middle, 0.0, side - 1.0);
            const double fromY = std::clamp(mapping.yx * dx + mapping.yy * dy + mapping.shiftY + middle, 0.0, side - 1.0);
            const auto left = static_cast<std::size_t>(fromX);
            const auto top = static_cast<std::size_t>(fromY);
            const std::size_t right = std::min(left + 1, width - 1);
            const std::size_t bottom = std::min(top + 1, width - 1);
            const double u = fromX - static_cast<double>(left);
            const double v = fromY - static_cast<double>(top);
            for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c) {
                const std::uint8_t *in = values.data() + c * places;
                const double above = in[top * width + left] * (1 - u) + in[top * width + right] * u;
                const double below = in[bottom * width + left] * (1 - u) + in[bottom * width + right] * u;
                changed[c * places + static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)]
                    = static_cast<std::uint8_t>(above * (1 - v) + below * v + 0.5);
            }
        }
    }
    return changed;
}

} // namespace shotlab::media
