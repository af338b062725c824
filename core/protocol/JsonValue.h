// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cmath>
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "lab/Arm.h"
#include "lab/ModelCard.h"
#include "lab/Shots.h"

/// Values to and from JSON, without exceptions and without losing a bit: 64-bit integers stay integers, doubles are written
/// with as many digits as they need, and those that JSON has no number for travel as words.
namespace shotlab::protocol::json_value
{

using Json = nlohmann::json;

/// Name in JSON and member of the struct it belongs to.
template<typename Struct, typename Member> struct Field {
    const char *name;
    Member Struct::*member;
};

/// One row per field of a message or a part of one; read and write follow the same table, so they cannot drift apart.
template<typename Struct> struct Layout;

template<typename T>
concept HasLayout = requires
{
    Layout<T>::fields;
};

/// Last enumerator, to reject numbers beyond it.
template<typename Enum> struct LastOf;

inline Json write(bool value) { return value; }
inline Json write(std::integral auto value) { return value; }
inline Json write(const std::string &value) { return value; }
inline Json write(Shots value) { return value.toString(); }
inline Json write(const Arm &value) { return toJson(value); }
inline Json write(const ModelCard &value) { return toJson(value); }

inline Json write(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    return value;
}

template<typename Enum>
requires std::is_enum_v<Enum> Json write(Enum value) { return static_cast<int>(value); }

template<HasLayout T> Json write(const T &value);

template<typename T> Json write(const std::vector<T> &values)
{
    Json list = Json::array();
    for (const T &value : values)
        list.push_back(write(value));
    return list;
}

template<typename T> Json write(const std::optional<T> &value) { return value ? write(*value) : Json(); }

template<HasLayout T> Json write(const T &value)
{
    Json object = Json::object();
    std::apply([&](const auto &...field) { ((object[field.name] = write(value.*field.member)), ...); }, Layout<T>::fields);
    return object;
}

// Reading: false when the JSON value is not of the kind or out of range.

inline bool read(const Json &json, bool &value)
{
    if (!json.is_boolean())
        return false;
    value = json.get<bool>();
    return true;
}

template<std::integral Integer> bool read(const Json &json, Integer &value)
{
    if (json.is_number_unsigned()) {
        const auto number = json.get<std::uint64_t>();
        value = static_cast<Integer>(number);
        return std::in_range<Integer>(number);
    }
    if (json.is_number_integer()) {
        const auto number = json.get<std::int64_t>();
        value = static_cast<Integer>(number);
        return std::in_range<Integer>(number);
    }
    return false;
}

inline bool read(const Json &json, double &value)
{
    if (json.is_number()) {
        value = json.get<double>();
        return true;
    }
    if (json == "nan")
        value = std::numeric_limits<double>::quiet_NaN();
    else if (json == "inf")
        value = std::numeric_limits<double>::infinity();
    else if (json == "-inf")
        value = -std::numeric_limits<double>::infinity();
    else
        return false;
    return true;
}

inline bool read(const Json &json, std::string &value)
{
    if (!json.is_string())
        return false;
    value = json.get_ref<const std::string &>();
    return true;
}

inline bool read(const Json &json, Shots &value)
{
    const auto shots = json.is_string() ? Shots::fromString(json.get_ref<const std::string &>()) : std::nullopt;
    value = shots.value_or(Shots());
    return shots.has_value();
}

template<typename T> bool take(Result<T> &&parsed, T &value)
{
    if (!parsed)
        return false;
    value = std::move(*parsed);
    return true;
}

inline bool read(const Json &json, Arm &value) { return take(armFromJson(json), value); }
inline bool read(const Json &json, ModelCard &value) { return take(modelCardFromJson(json), value); }

template<typename Enum>
requires std::is_enum_v<Enum>
bool read(const Json &json, Enum &value)
{
    int number = 0;
    if (!read(json, number) || number < 0 || number > static_cast<int>(LastOf<Enum>::value))
        return false;
    value = static_cast<Enum>(number);
    return true;
}

template<HasLayout T> bool read(const Json &json, T &value);

template<typename T> bool read(const Json &json, std::vector<T> &values)
{
    if (!json.is_array())
        return false;
    values.clear();
    values.resize(json.size());
    std::size_t index = 0;
    for (const Json &entry : json) {
        if (!read(entry, values[index++]))
            return false;
    }
    return true;
}

template<typename T> bool read(const Json &json, std::optional<T> &value)
{
    value.reset();
    return json.is_null() || read(json, value.emplace());
}

template<HasLayout T> bool read(const Json &json, T &value)
{
    if (!json.is_object())
        return false;
    const auto readField = [&](const auto &field) {
        const auto found = json.find(field.name);
        return found != json.end() && read(*found, value.*field.member);
    };
    return std::apply([&](const auto &...field) { return (readField(field) && ...); }, Layout<T>::fields);
}

} // namespace shotlab::protocol::json_value
