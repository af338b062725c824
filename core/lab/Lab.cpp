// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/Lab.h"

#include <algorithm>

namespace shotlab
{

std::string asWords(std::string name)
{
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

std::vector<std::string> textsOf(const LabClass &labClass)
{
    std::string name = asWords(labClass.name);
    if (labClass.description.empty())
        return {name};
    return {name, labClass.description};
}

} // namespace shotlab
