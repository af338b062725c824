// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocol/Messages.h"

#include <string_view>

#include "protocol/MessageLayout.h"

namespace shotlab::protocol
{

namespace
{

using json_value::Json;
using json_value::Layout;

/// Longest JSON line taken; the longest sensible one is a support set of some ten thousand hashes.
constexpr qsizetype kLongestLine = 64 * 1024 * 1024;
/// A layer tree nests two levels per module; beyond this a stream is out to exhaust the stack.
constexpr int kDeepestNesting = 256;

/// What a message carries behind its line: nothing, unless told otherwise below.
template<typename M> struct Payload {
    static constexpr bool carries = false;
};

template<> struct Payload<PutExample> {
    static constexpr bool carries = true;
    static QByteArray of(const PutExample &message) { return message.bytes; }
    static bool put(PutExample &message, const QByteArray &bytes)
    {
        message.bytes = bytes;
        return true;
    }
};

template<> struct Payload<AskAnswers> {
    static constexpr bool carries = true;
    static QByteArray of(const AskAnswers &message) { return message.example; }
    static bool put(AskAnswers &message, const QByteArray &bytes)
    {
        message.example = bytes;
        return true;
    }
};

template<> struct Payload<RunFinished> {
    static constexpr bool carries = true;
    static QByteArray of(const RunFinished &message)
    {
        const auto packed = packPredictions(message.result.predictions);
        return {reinterpret_cast<const char *>(packed.data()), static_cast<qsizetype>(packed.size())};
    }
    static bool put(RunFinished &message, const QByteArray &bytes)
    {
        auto predictions = unpackPredictions(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                                             static_cast<std::size_t>(bytes.size()));
        if (!predictions)
            return false;
        message.result.predictions = std::move(*predictions);
        return true;
    }
};

template<typename M> QByteArray encodeOne(const M &message)
{
    Json json = json_value::write(message);
    json["type"] = Layout<M>::name;
    QByteArray payload;
    if constexpr (Payload<M>::carries) {
        payload = Payload<M>::of(message);
        json["bytes"] = payload.size();
    }
    // Paths and library messages need not be valid UTF-8; a replaced character is better than no message.
    const std::string line = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    QByteArray wire(line.data(), static_cast<qsizetype>(line.size()));
    wire += '\n';
    wire += payload;
    return wire;
}

/// A line that was understood, before its payload is there.
struct Header {
    Json json;
    std::string type;
    qsizetype payload = 0;
};

Result<Header> parseHeader(std::string_view line)
{
    bool tooDeep = false;
    const auto watchDepth = [&tooDeep](int depth, Json::parse_event_t, const Json &) {
        tooDeep = tooDeep || depth > kDeepestNesting;
        return !tooDeep;
    };
    Header header;
    header.json = Json::parse(line.begin(), line.end(), watchDepth, false);
    if (tooDeep || !header.json.is_object())
        return fail(ErrorCode::ProtocolBroken, {"line"}, std::string(line.substr(0, 200)));
    const auto type = header.json.find("type");
    if (type == header.json.end() || !json_value::read(*type, header.type))
        return fail(ErrorCode::ProtocolBroken, {"type"});
    if (const auto bytes = header.json.find("bytes"); bytes != header.json.end()) {
        std::int64_t claimed = 0;
        if (!json_value::read(*bytes, claimed) || claimed < 0 || claimed > kLargestPayload)
            return fail(ErrorCode::ProtocolBroken, {"bytes"}, header.type);
        header.payload = static_cast<qsizetype>(claimed);
    }
    return header;
}

template<typename M> bool build(const Header &header, const QByteArray &payload, M &message)
{
    if (!json_value::read(header.json, message))
        return false;
    if constexpr (Payload<M>::carries)
        return Payload<M>::put(message, payload);
    else
        return payload.isEmpty();
}

/// Tries every alternative of the variant until one has the name.
template<typename... Ms>
Result<std::optional<std::variant<Ms...>>> buildAny(const Header &header, const QByteArray &payload, std::variant<Ms...> *)
{
    std::optional<std::variant<Ms...>> message;
    const auto attempt = [&]<typename M>(M candidate) {
        if (header.type != Layout<M>::name)
            return false;
        if (build(header, payload, candidate))
            message = std::move(candidate);
        return true;
    };
    (attempt(Ms {}) || ...);
    if (!message)
        return fail(ErrorCode::ProtocolBroken, {"message"}, header.type);
    return message;
}

} // namespace

QByteArray encode(const ToEngine &message)
{
    return std::visit([](const auto &one) { return encodeOne(one); }, message);
}

QByteArray encode(const FromEngine &message)
{
    return std::visit([](const auto &one) { return encodeOne(one); }, message);
}

template<typename Message> void Decoder<Message>::feed(const QByteArray &bytes)
{
    if (m_broken)
        return;
    m_buffer.remove(0, m_position);
    m_position = 0;
    m_buffer += bytes;
}

template<typename Message> Result<std::optional<Message>> Decoder<Message>::next()
{
    const auto breakOff = [this](Error error) {
        m_broken = std::move(error);
        m_buffer.clear();
        m_position = 0;
        return tl::unexpected<Error>(*m_broken);
    };
    if (m_broken)
        return tl::unexpected<Error>(*m_broken);

    const qsizetype lineEnd = m_buffer.indexOf('\n', m_position);
    const qsizetype lineLength = (lineEnd < 0 ? m_buffer.size() : lineEnd) - m_position;
    if (lineLength > kLongestLine)
        return breakOff({ErrorCode::ProtocolBroken, {"line"}, "too long"});
    if (lineEnd < 0)
        return std::nullopt;
    const auto header = parseHeader({m_buffer.constData() + m_position, static_cast<std::size_t>(lineLength)});
    if (!header)
        return breakOff(header.error());
    if (m_buffer.size() - lineEnd - 1 < header->payload)
        return std::nullopt;

    const QByteArray payload = m_buffer.mid(lineEnd + 1, header->payload);
    auto message = buildAny(*header, payload, static_cast<Message *>(nullptr));
    if (!message)
        return breakOff(message.error());
    m_position = lineEnd + 1 + header->payload;
    return message;
}

template class Decoder<ToEngine>;
template class Decoder<FromEngine>;

} // namespace shotlab::protocol
