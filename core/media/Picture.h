// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include <QByteArray>
#include <QImage>

#include "lab/ModelCard.h"
#include "lab/Result.h"

namespace shotlab::media {

/// Decodes JPEG, PNG, GIF, BMP, and WebP or TIFF where the image plugins are installed; EXIF orientation applied.
/// Colour is converted to sRGB RGB888 (or grey), transparency laid on white. PictureUnreadable, PictureTooLarge (over 100 megapixels).
/// maximumSide > 0: decoded straight to at most that size (cheap for large JPEG), aspect kept.
[[nodiscard]] Result<QImage> decode(const QByteArray &bytes, int maximumSide = 0);

/// A picture ready for the lab file.
struct StoredPicture {
    QByteArray bytes;      ///< the original bytes where the long side is at most 1024 px, else re-encoded at that size
    bool scaled = false;
    int width = 0;         ///< as shown
    int height = 0;
    QByteArray thumbnail;  ///< at most 96 px, PNG
};
constexpr int kStoredSide = 1024;
constexpr int kThumbnailSide = 96;
[[nodiscard]] Result<StoredPicture> prepareForLab(const QByteArray &original);

/// The square a model sees, 8 bits a channel, before normalisation: channels x side x side, planar (CHW), row-major.
/// Resize is antialiased bilinear (triangle filter widened by the scale, as PIL and torchvision do), framing as the card says.
struct ModelInput {
    int channels = 0;
    int side = 0;
    std::vector<std::uint8_t> values;
};
[[nodiscard]] ModelInput frame(const QImage &picture, const ModelCard &card, int side);

/// decode + frame.
[[nodiscard]] Result<ModelInput> modelInput(const QByteArray &bytes, const ModelCard &card, int side);

/// SHA-256 as lower-case hex.
[[nodiscard]] std::string sha256(const QByteArray &bytes);

/// File name endings offered in file dialogs and accepted in folders, lower case, without the dot.
[[nodiscard]] const std::vector<QString> &pictureSuffixes();

} // namespace shotlab::media
