// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include <QByteArray>
#include <QImage>

#include "lab/ModelCard.h"
#include "lab/Result.h"

namespace shotlab::media
{

/// Decodes JPEG, PNG, GIF, BMP, and WebP or TIFF where the image plugins are installed; EXIF orientation applied.
/// Of an animation the first frame. The result is sRGB RGB888, or Grayscale8 where the file holds greys only; transparency
/// is laid on white. Cut-off files are refused: half a picture would quietly spoil what is learnt from it.
/// maximumSide > 0: decoded straight to at most that size (cheap for large JPEG), aspect kept.
/// PictureTooLarge (over 100 megapixels; found in the header, before anything is allocated) or PictureUnreadable with one of
/// the machine words empty, not-a-picture, truncated, damaged. The path argument is left empty for the caller to fill in.
/// Every function of this header may be called from several threads at once.
[[nodiscard]] Result<QImage> decode(const QByteArray &bytes, int maximumSide = 0);

/// A picture ready for the lab file.
struct StoredPicture {
    QByteArray bytes; ///< the original bytes where the long side is at most 1024 px, else re-encoded at that size
    bool scaled = false;
    int width = 0; ///< as shown
    int height = 0;
    QByteArray thumbnail; ///< at most 96 px, PNG
};
constexpr int kStoredSide = 1024;
constexpr int kThumbnailSide = 96;
[[nodiscard]] Result<StoredPicture> prepareForLab(const QByteArray &original);

/// The square a model sees, 8 bits a channel, before normalisation: channels x side x side, planar (CHW), row-major.
/// Resize is antialiased bilinear (triangle filter widened by the scale, as PIL and torchvision do).
/// CentreCrop: the shorter side becomes floor(side / cropFraction), the longer one floor(shorter * long / short); the crop
/// begins at (size - side) / 2, halves rounded to even. Equals torchvision's Resize(int) and CenterCrop within one level.
/// InkOnBlack: grey pictures of at most 40 px that are dark around are scaled to 28/32 of the side and centred. Anything
/// else is inverted when its border is lighter than its middle tone, freed of the paper's level, cut to its ink, scaled so
/// that the longer side takes 20/32, and centred by its centre of mass.
struct ModelInput {
    int channels = 0;
    int side = 0;
    std::vector<std::uint8_t> values;
};
/// A null picture gives an empty input.
[[nodiscard]] ModelInput frame(const QImage &picture, const ModelCard &card, int side);

/// decode (to at most kStoredSide, as stored pictures are) + frame.
[[nodiscard]] Result<ModelInput> modelInput(const QByteArray &bytes, const ModelCard &card, int side);

/// SHA-256 as lower-case hex.
[[nodiscard]] std::string sha256(const QByteArray &bytes);

/// File name endings offered in file dialogs and accepted in folders, lower case, without the dot.
[[nodiscard]] const std::vector<QString> &pictureSuffixes();

} // namespace shotlab::media
