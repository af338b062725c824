// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/Lab.h"

#include <algorithm>

namespace shotlab
{

std::vector<std::string> textsOf(const LabClass &labClass)
{
    std::string name = labClass.name;
    std::replace(name.begin(), name.end(), '_', ' ');
    if (labClass.description.empty())
        return {name};
    return {name, labClass.description};
}

} // namespace shotlab
