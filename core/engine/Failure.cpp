// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Failure.h"

#include <algorithm>
#include <cctype>
#include <new>

namespace shotlab::engine
{

namespace
{

constexpr std::size_t kLongestMessage = 300;

/// LibTorch's CPU allocator throws a plain error: "... you tried to allocate N bytes. Error code 12".
std::string bytesWanted(const std::string &message)
{
    static const std::string mark = "tried to allocate ";
    const auto at = message.find(mark);
    if (at == std::string::npos)
        return {};
    std::string digits;
    for (std::size_t i = at + mark.size(); i < message.size() && std::isdigit(static_cast<unsigned char>(message[i])); ++i)
        digits += message[i];
    return digits;
}

} // namespace

std::string shortened(const std::string &libraryMessage)
{
    std::string text = libraryMessage.substr(0, libraryMessage.find("Exception raised from"));
    // TorchScript puts the useful sentence last, behind the model's own source lines.
    if (const auto at = text.rfind("RuntimeError: "); at != std::string::npos)
        text = text.substr(at);
    std::replace(text.begin(), text.end(), '\n', ' ');
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
        text.pop_back();
    return text.substr(0, kLongestMessage);
}

Error errorFromException(const std::exception &exception, const std::string &modelName)
{
    if (const auto *failure = dynamic_cast<const Failure *>(&exception))
        return failure->error();
    if (dynamic_cast<const std::bad_alloc *>(&exception))
        return {ErrorCode::OutOfMemory, {"0"}, "std::bad_alloc"};
    const std::string text = exception.what();
    if (const std::string bytes = bytesWanted(text); !bytes.empty())
        return {ErrorCode::OutOfMemory, {bytes}, shortened(text)};
    return {ErrorCode::ModelRunFailed, {modelName, shortened(text)}, shortened(text)};
}

} // namespace shotlab::engine
