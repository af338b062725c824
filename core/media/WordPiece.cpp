// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/WordPiece.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QList>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace shotlab::media
{

namespace
{

constexpr char32_t kReplacement = 0xfffd; // what is no valid UTF-8 becomes this one
constexpr std::size_t kLongestWord = 100; // code points; longer words are unknown as a whole

std::u32string codePoints(const icu::UnicodeString &text)
{
    std::u32string points;
    points.reserve(static_cast<std::size_t>(text.length()));
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
        points.push_back(static_cast<char32_t>(text.char32At(i)));
    return points;
}

std::u32string codePoints(std::string_view utf8)
{
    return codePoints(icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size()))));
}

bool isSpace(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_WHITE_SPACE) != 0; }

/// Unassigned code points are none: the reference keeps them.
bool isControl(char32_t c)
{
    if (c == U'\t' || c == U'\n' || c == U'\r')
        return false;
    switch (u_charType(static_cast<UChar32>(c))) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
        return true;
    default:
        return false;
    }
}

/// ASCII's signs count as a whole, "$" and "^" included.
bool isPunctuation(char32_t c)
{
    if (c < 0x80)
        return (c > 0x20 && c < U'0') || (c > U'9' && c < U'A') || (c > U'Z' && c < U'a') || (c > U'z' && c < 0x7f);
    return u_ispunct(static_cast<UChar32>(c)) != 0;
}

/// Chinese characters stand for words and are not written apart. The blocks are the reference's; its extension E begins
/// at U+2B920, a hundred behind the true one.
bool isChinese(char32_t c)
{
    struct Block {
        char32_t first;
        char32_t last;
    };
    static constexpr std::array<Block, 8> kBlocks {{{0x4e00, 0x9fff},
                                                    {0x3400, 0x4dbf},
                                                    {0x20000, 0x2a6df},
                                                    {0x2a700, 0x2b73f},
                                                    {0x2b740, 0x2b81f},
                                                    {0x2b920, 0x2ceaf},
                                                    {0xf900, 0xfaff},
                                                    {0x2f800, 0x2fa1f}}};
    return std::any_of(kBlocks.begin(), kBlocks.end(), [c](const Block &block) { return c >= block.first && c <= block.last; });
}

icu::UnicodeString cleaned(std::string_view sentence)
{
    icu::UnicodeString clean;
    for (const char32_t c : codePoints(sentence)) {
        if (c == 0 || c == kReplacement || isControl(c))
            continue;
        if (isChinese(c))
            clean.append(u' ').append(static_cast<UChar32>(c)).append(u' ');
        else
            clean.append(isSpace(c) ? UChar32 {' '} : static_cast<UChar32>(c));
    }
    return clean;
}

/// Without accents and in lower case, one character for one: no word depends on its neighbours.
std::u32string plain(std::string_view sentence)
{
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2 *decompose = icu::Normalizer2::getNFDInstance(error);
    const icu::UnicodeString clean = cleaned(sentence);
    const icu::UnicodeString apart = U_SUCCESS(error) ? decompose->normalize(clean, error) : clean;
    std::u32string text;
    for (const char32_t c : codePoints(U_SUCCESS(error) ? apart : clean)) {
        if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK)
            text.push_back(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
    return text;
}

std::vector<std::u32string> words(const std::u32string &text)
{
    std::vector<std::u32string> words;
    std::u32string word;
    const auto finish = [&] {
        if (!word.empty())
            words.push_back(std::exchange(word, {}));
    };
    for (const char32_t c : text) {
        if (isSpace(c)) {
            finish();
        } else if (isPunctuation(c)) {
            finish();
            words.push_back({c});
        } else {
            word.push_back(c);
        }
    }
    finish();
    return words;
}

} // namespace

Result<WordPiece> WordPiece::fromVocabulary(const QByteArray &vocabulary)
{
    WordPiece pieces;
    for (QByteArray line : vocabulary.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        const std::u32string piece = codePoints(std::string_view(line.constData(), static_cast<std::size_t>(line.size())));
        const std::int32_t id = pieces.m_size++;
        pieces.m_longest = std::max(pieces.m_longest, piece.size());
        // An id may stand for nothing (an empty line), and a doubled piece keeps its first one.
        if (piece.starts_with(U"##") && piece.size() > 2)
            pieces.m_inner.try_emplace(piece.substr(2), id);
        else if (!piece.empty())
            pieces.m_pieces.try_emplace(piece, id);
    }
    if (vocabulary.endsWith('\n'))
        --pieces.m_size; // behind the last line there is none
    const std::array<std::pair<std::u32string, std::int32_t *>, 4> special {{{U"[PAD]", &pieces.m_padding},
                                                                            {U"[UNK]", &pieces.m_unknown},
                                                                            {U"[CLS]", &pieces.m_begin},
                                                                            {U"[SEP]", &pieces.m_end}}};
    for (const auto &[name, id] : special) {
        const auto found = pieces.m_pieces.find(name);
        if (found == pieces.m_pieces.end())
            return fail(ErrorCode::ModelNoVocabulary, {""}, "special tokens are missing");
        *id = found->second;
    }
    return pieces;
}

/// Longest piece first, from the word's beginning; a word with a part that no piece fits is unknown as a whole.
void WordPiece::addWord(const std::u32string &word, std::vector<std::int32_t> &ids) const
{
    const std::size_t before = ids.size();
    std::size_t at = word.size() > kLongestWord ? std::u32string::npos : 0;
    while (at < word.size()) {
        const auto &known = at == 0 ? m_pieces : m_inner;
        std::size_t length = std::min(m_longest, word.size() - at);
        auto found = known.find(word.substr(at, length));
        while (found == known.end() && --length > 0)
            found = known.find(word.substr(at, length));
        if (found == known.end()) {
            at = std::u32string::npos;
            break;
        }
        ids.push_back(found->second);
        at += length;
    }
    if (at == std::u32string::npos) {
        ids.resize(before);
        ids.push_back(m_unknown);
    }
}

std::vector<std::int32_t> WordPiece::ids(std::string_view sentence, int most) const
{
    std::vector<std::int32_t> ids {m_begin};
    const auto room = static_cast<std::size_t>(std::max(2, most)) - 1;
    for (const std::u32string &word : words(plain(sentence))) {
        if (ids.size() >= room)
            break;
        addWord(word, ids);
    }
    ids.resize(std::min(ids.size(), room));
    ids.push_back(m_end);
    return ids;
}

} // namespace shotlab::media
