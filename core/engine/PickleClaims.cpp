// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/PickleClaims.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <stdexcept>

namespace shotlab::engine
{

namespace
{

/// Thrown and caught in this file only: malformed input can show at any byte.
class Malformed : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

struct Value;
using ValuePointer = std::shared_ptr<Value>;

/// As much of a pickled value as claims about tensors need.
struct Value {
    enum class Kind { Other, Mark, Number, Text, Global, Tuple, Storage };
    Kind kind = Kind::Other;
    std::int64_t number = 0; ///< Number; Storage: bytes
    std::int64_t elementBytes = 0; ///< Storage
    std::string text; ///< Text, Global ("module name"), Storage: record
    std::vector<ValuePointer> items; ///< Tuple
    int depth = 0;
};

constexpr std::int64_t kMostBytes = std::int64_t {1} << 48;
constexpr int kDeepest = 200;
constexpr std::size_t kMostItems = 64; // longer tuples hold no tensor description

std::int64_t elementBytes(const std::string &storage)
{
    static const std::map<std::string, std::int64_t> sizes {
        {"DoubleStorage", 8},       {"FloatStorage", 4},         {"HalfStorage", 2},     {"BFloat16Storage", 2},
        {"LongStorage", 8},         {"IntStorage", 4},           {"ShortStorage", 2},    {"CharStorage", 1},
        {"ByteStorage", 1},         {"BoolStorage", 1},          {"QInt8Storage", 1},    {"QUInt8Storage", 1},
        {"QInt32Storage", 4},       {"QUInt4x2Storage", 1},      {"QUInt2x4Storage", 1}, {"UntypedStorage", 1},
        {"ComplexFloatStorage", 8}, {"ComplexDoubleStorage", 16}};
    const auto found = sizes.find(storage.substr(storage.rfind(' ') + 1));
    if (found == sizes.end())
        throw Malformed("storage " + storage);
    return found->second;
}

std::int64_t product(std::int64_t a, std::int64_t b)
{
    std::int64_t result = 0;
    if (a < 0 || b < 0 || __builtin_mul_overflow(a, b, &result) || result > kMostBytes)
        throw Malformed("impossible size");
    return result;
}

class Machine
{
public:
    explicit Machine(std::string_view pickle) : m_bytes(pickle) { }

    std::vector<TensorClaim> run()
    {
        while (step()) { }
        return std::move(m_claims);
    }

private:
    // ------------------------------------------------------------ bytes
    std::string_view take(std::size_t count)
    {
        if (count > m_bytes.size() - m_position)
            throw Malformed("ends early");
        m_position += count;
        return m_bytes.substr(m_position - count, count);
    }

    std::uint64_t unsignedNumber(std::size_t count)
    {
        std::uint64_t number = 0;
        const std::string_view bytes = take(count);
        for (std::size_t i = 0; i < count; ++i)
            number |= std::uint64_t {static_cast<unsigned char>(bytes[i])} << (8 * i);
        return number;
    }

    std::string line()
    {
        const auto end = m_bytes.find('\n', m_position);
        if (end == std::string_view::npos)
            throw Malformed("line without end");
        const std::string text(m_bytes.substr(m_position, end - m_position));
        m_position = end + 1;
        return text;
    }

    // ------------------------------------------------------------ stack
    void push(Value value) { m_stack.push_back(std::make_shared<Value>(std::move(value))); }
    void pushOther() { push({}); }
    void pushNumber(std::int64_t number)
    {
        Value value;
        value.kind = Value::Kind::Number;
        value.number = number;
        push(std::move(value));
    }
    void pushText(std::string_view text, Value::Kind kind = Value::Kind::Text)
    {
        Value value;
        value.kind = kind;
        value.text = std::string(text);
        push(std::move(value));
    }

    ValuePointer pop()
    {
        if (m_stack.empty())
            throw Malformed("nothing to take");
        ValuePointer value = m_stack.back();
        m_stack.pop_back();
        return value;
    }

    void pushTuple(std::vector<ValuePointer> items)
    {
        Value tuple;
        tuple.kind = Value::Kind::Tuple;
        for (const ValuePointer &item : items)
            tuple.depth = std::max(tuple.depth, item->depth + 1);
        if (tuple.depth > kDeepest)
            throw Malformed("nested too deeply");
        if (items.size() <= kMostItems)
            tuple.items = std::move(items);
        push(std::move(tuple));
    }

    void pushTupleOf(std::size_t count)
    {
        std::vector<ValuePointer> items(count);
        for (std::size_t i = count; i-- > 0;)
            items[i] = pop();
        pushTuple(std::move(items));
    }

    std::vector<ValuePointer> popToMark()
    {
        std::vector<ValuePointer> items;
        for (ValuePointer value = pop(); value->kind != Value::Kind::Mark; value = pop())
            items.push_back(value);
        std::reverse(items.begin(), items.end());
        return items;
    }

    void remember(std::uint64_t slot)
    {
        if (m_stack.empty())
            throw Malformed("nothing to remember");
        m_memo[slot] = m_stack.back();
    }

    void recall(std::uint64_t slot)
    {
        const auto found = m_memo.find(slot);
        if (found == m_memo.end())
            throw Malformed("unknown memo");
        m_stack.push_back(found->second);
    }

    // ------------------------------------------------------------ meaning
    /// ('storage', torch.FloatStorage, key, device, number of elements)
    void pushStorage()
    {
        const ValuePointer id = pop();
        if (id->kind != Value::Kind::Tuple || id->items.size() < 5 || id->items[1]->kind != Value::Kind::Global
            || id->items[2]->kind != Value::Kind::Text || id->items[4]->kind != Value::Kind::Number)
            throw Malformed("persistent id");
        Value storage;
        storage.kind = Value::Kind::Storage;
        storage.text = id->items[2]->text;
        storage.elementBytes = elementBytes(id->items[1]->text);
        storage.number = product(id->items[4]->number, storage.elementBytes);
        m_claims.push_back({storage.text, storage.number});
        push(std::move(storage));
    }

    /// torch._utils._rebuild_tensor_v2(storage, offset, sizes, strides, ...) and its relatives.
    void claimTensor(const Value &arguments)
    {
        if (arguments.items.size() < 4 || arguments.items[0]->kind != Value::Kind::Storage)
            throw Malformed("tensor without storage");
        const Value &storage = *arguments.items[0];
        const auto &sizes = arguments.items[2]->items;
        const auto &strides = arguments.items[3]->items;
        if (sizes.size() != strides.size())
            throw Malformed("sizes and strides differ");
        std::int64_t last = arguments.items[1]->number;
        if (last < 0 || last > kMostBytes)
            throw Malformed("impossible offset");
        bool empty = false;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            empty |= sizes[i]->number == 0;
            last += product(std::max<std::int64_t>(sizes[i]->number - 1, sizes[i]->number < 0 ? -1 : 0), strides[i]->number);
        }
        m_claims.push_back({storage.text, empty ? 0 : product(last + 1, storage.elementBytes)});
    }

    void reduce()
    {
        const ValuePointer arguments = pop();
        const ValuePointer callable = pop();
        if (callable->kind == Value::Kind::Global && callable->text.find("_rebuild_") != std::string::npos
            && callable->text.find("tensor") != std::string::npos)
            claimTensor(*arguments);
        pushOther();
    }

    bool step();
    bool stepBasic(char operation);

    std::string_view m_bytes;
    std::size_t m_position = 0;
    std::vector<ValuePointer> m_stack;
    std::map<std::uint64_t, ValuePointer> m_memo;
    std::vector<TensorClaim> m_claims;
};

/// Operation codes of the pickle protocol (Python's pickletools), protocols 2 to 4 as far as LibTorch writes them.
bool Machine::step()
{
    const char operation = take(1)[0];
    switch (operation) {
    case '.': // stop
        return false;
    case '\x80': // protocol
        take(1);
        return true;
    case 'c': { // global
        const std::string module = line();
        pushText(module + " " + line(), Value::Kind::Global);
        return true;
    }
    case 'Q': // persistent id
        pushStorage();
        return true;
    case 'R': // reduce
    case '\x81': // newobj
        reduce();
        return true;
    case 'b': // build
        pop();
        return true;
    case 'q': // put
        remember(unsignedNumber(1));
        return true;
    case 'r':
        remember(unsignedNumber(4));
        return true;
    case 'h': // get
        recall(unsignedNumber(1));
        return true;
    case 'j':
        recall(unsignedNumber(4));
        return true;
    case 'a': // append
        pop();
        return true;
    case 's': // setitem
        pop();
        pop();
        return true;
    case 'e': // appends
    case 'u': // setitems
        popToMark();
        return true;
    default:
        return stepBasic(operation);
    }
}

/// Plain values and containers.
bool Machine::stepBasic(char operation)
{
    switch (operation) {
    case '(':
        pushText({}, Value::Kind::Mark);
        return true;
    case 't':
        pushTuple(popToMark());
        return true;
    case ')':
        pushTuple({});
        return true;
    case '\x85':
    case '\x86':
    case '\x87':
        pushTupleOf(static_cast<std::size_t>(static_cast<unsigned char>(operation) - 0x84));
        return true;
    case ']': // empty list
    case '}': // empty dictionary
    case 'N':
    case '\x88': // true
    case '\x89': // false
        pushOther();
        return true;
    case 'G': // float
        take(8);
        pushOther();
        return true;
    case 'K':
        pushNumber(static_cast<std::int64_t>(unsignedNumber(1)));
        return true;
    case 'M':
        pushNumber(static_cast<std::int64_t>(unsignedNumber(2)));
        return true;
    case 'J':
        pushNumber(static_cast<std::int32_t>(static_cast<std::uint32_t>(unsignedNumber(4))));
        return true;
    case '\x8a': { // long of up to eight bytes, little-endian, signed
        const std::size_t count = unsignedNumber(1);
        if (count > 8)
            throw Malformed("number too large");
        std::uint64_t number = unsignedNumber(count);
        if (count > 0 && count < 8 && (number >> (8 * count - 1)) != 0)
            number |= ~std::uint64_t {0} << (8 * count);
        pushNumber(static_cast<std::int64_t>(number));
        return true;
    }
    case 'X':
        pushText(take(unsignedNumber(4)));
        return true;
    case 'B': // bytes
        take(unsignedNumber(4));
        pushOther();
        return true;
    case 'C':
        take(unsignedNumber(1));
        pushOther();
        return true;
    default:
        throw Malformed("operation " + std::to_string(static_cast<unsigned char>(operation)));
    }
}

} // namespace

Result<std::vector<TensorClaim>> tensorClaims(std::string_view pickle)
{
    try {
        return Machine(pickle).run();
    } catch (const Malformed &malformed) {
        return fail(ErrorCode::ModelDamaged, {}, std::string("pickle: ") + malformed.what());
    }
}

} // namespace shotlab::engine
