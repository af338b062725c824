# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample "things": cut-out photographs of birds, mammals, fruit, flowers, household things."""

from PIL import Image

import imagenet_links
from common import Class, Picture, Sample, encode_jpeg, encode_png

# (id, name, Chinese name, folders of the stamps). Sub-folders named "cartoon", "toys" and
# "plastic" are not among them: the sample shows what a network trained on photographs knows.
CLASSES = [
    ("bird", "Bird", "鸟", ["animals/birds"]),
    (
        "mammal",
        "Mammal",
        "哺乳动物",
        ["animals/mammals"]
        + [
            f"animals/mammals/{kind}"
            for kind in (
                "apes", "aquatic", "bears", "bovines", "camel", "cats", "deer", "dogs", "equines",
                "rodents",
            )
        ],
    ),
    ("fruit", "Fruit", "水果", ["food/fruit"]),
    ("flower", "Flower", "花", ["plants/flowers"]),
    (
        "household",
        "Household thing or tool",
        "家居用品或工具",
        [
            "household", "household/arttools", "household/dishes", "household/dishes/utensils",
            "household/tools",
        ],
    ),
]  # fmt: skip

# The package as a whole is GPL-2.0-or-later. Its changelog names other terms for some stamps;
# where those are not clearly free, or need a licence text of their own, the stamp is left out.
STOCK_SITE = "from a stock photograph site whose terms are not stated"
GFDL = "GNU Free Documentation License only"
DRAWING = "a drawing, not a photograph"
LEFT_OUT = {
    "animals/birds/helmeted_guineafowl": GFDL,
    "animals/mammals/hedgehog": DRAWING,
    "food/fruit/Apricot_whole": GFDL,
    "food/fruit/Cherry_Stella": GFDL,
    "food/fruit/Strawberry2": GFDL,
    "food/fruit/apricot": "from Wikipedia, licence not stated",
    "food/fruit/grapes": STOCK_SITE,
    "food/fruit/pineapple": STOCK_SITE,
    "food/fruit/sliced_lime": STOCK_SITE,
    "food/fruit/sliced_orange": STOCK_SITE,
    "household/Lightbulb": GFDL,
    "household/dishes/glass": DRAWING,
    "household/tools/measuring_tape_mirror": "measuring_tape again, mirrored",
}

# The same thing shown twice.
GROUPS = {
    "animals/mammals/bovines/gnu-baby": "gnu-calf",
    "animals/mammals/bovines/gnu-baby-stand": "gnu-calf",
    "animals/mammals/pig_golden": "tamworth-pig",
    "animals/mammals/pig_golden2": "tamworth-pig",
    "food/fruit/apple_green": "apple",
    "food/fruit/apple_red": "apple",
    "household/arttools/scissors_small_closed": "scissors",
    "household/arttools/scissors_small_open": "scissors",
}

# Who made which stamps and on what terms, from the package's changelog; every stamp that is not
# listed is DEFAULT_CREDIT's. Names are without folder: no two stamps used share one.
DEFAULT_CREDIT = ("The Tux Paint Stamps contributors", "GPL-2.0-or-later")
CREDITS = [
    (
        "Erinn Lynch; prepared by Bill Kendrick",
        "CC-BY-SA-2.5",
        "heron_greatblue heron_greatblue_flying pelican",
    ),
    (
        "VHSS Irimpanam school, Kerala, India, via Vimal Joseph",
        "CC-BY-SA-3.0",
        "adeenia anthoorium appooppanthady bolsom chemparathi",
    ),
    (
        "Childsplay (copyright 2002-2005 Stas Zytkiewicz); adapted by Pere Pujal i Carabantes",
        "GPL-2.0-or-later",
        "badger bear beaver bison blackbird bull camel caribou chimp cow crow cuckoo deer doe dog "
        "dolphin donkey dromedary duck elephant ferret fox gander goat gorilla hippopotamus horse "
        "lark lion marmot mountaingoat mouse nandou orca owl penguin pig pigeon quetzal rabbit "
        "ram rat sea_lion seagull squirrel tiger tucan turkey vulture wapiti whale wildboar yak "
        "zebu",
    ),
    (
        "Pere Pujal i Carabantes",
        "GPL-2.0-or-later",
        "european-bear gnu-baby gnu-baby-stand gnu-sitting gnu-stand rabbit-2",
    ),
    (
        "Bill Kendrick",
        "GPL-2.0-or-later",
        "albino_peahen capybara crowned_crane indian_blackbuck magellanic_penguin ostrich peacock "
        "pink_flamingo rhino_black tamarin_emperor tiger_sumatran",
    ),
    (
        "Chris Goerner",
        "GPL-2.0-or-later",
        "adelaide-rosella dingo echidna lemon little-penguin magpie mandarine pigface "
        "rainbow-lorikeet silver-gull yellow-flower",
    ),
    (
        "Caroline Ford",
        "GPL-2.0-or-later",
        "chicken_profile cow_white donkey_eating highlighter home_compost_bin kettle mug "
        "pig_golden pig_golden2 rabbit_little sheep sheep_lamb wheelie_bin",
    ),
    (
        "Akkana Peck",
        "GPL-2.0-or-later",
        "flower1 flower2 flower3 flower4 flower5 flower6 flower7 flower8 flower9 flower10",
    ),
    ("Albert Cahalan", "GPL-2.0-or-later", "toilet"),
]

MOSAIC = {
    "animals/birds/tucan",
    "animals/birds/duck",
    "animals/mammals/cats/lion-2",
    "animals/mammals/elephant",
    "food/fruit/lemon",
    "plants/flowers/daffodil",
    "plants/flowers/flower1",
    "household/kettle",
    "household/tools/hammer",
}

LONGEST_SIDE = 256
JPEG_QUALITY = 90
# White around the thing, as a part of its longer side.
MARGIN = 0.04


def credit_of(name):
    for credit, licence, names in CREDITS:
        if name in names.split():
            return credit, licence
    return DEFAULT_CREDIT


def on_white(image):
    """The cut-out centred on a white square: models crop to squares and must not cut it."""
    image = image.convert("RGBA")
    side = round(max(image.size) * (1 + 2 * MARGIN))
    square = Image.new("RGBA", (side, side), (255, 255, 255, 255))
    square.alpha_composite(image, ((side - image.width) // 2, (side - image.height) // 2))
    square = square.convert("RGB")
    if side > LONGEST_SIDE:
        square = square.resize((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return square


def encode(image):
    """(suffix, bytes): the smaller of PNG and JPEG."""
    options = [("png", encode_png(image)), ("jpg", encode_jpeg(image, JPEG_QUALITY))]
    return min(options, key=lambda option: len(option[1]))


def build(packages):
    stamps = packages / "tuxpaint" / "usr" / "share" / "tuxpaint" / "stamps"
    pictures = []
    unused = set(LEFT_OUT) | set(GROUPS) | MOSAIC
    for class_id, _, _, folders in CLASSES:
        for folder in folders:
            for path in sorted((stamps / folder).glob("*.png")):
                stamp = f"{folder}/{path.stem}"
                unused.discard(stamp)
                if stamp in LEFT_OUT:
                    continue
                suffix, data = encode(on_white(Image.open(path)))
                pictures.append(
                    Picture(
                        class_id=class_id,
                        suffix=suffix,
                        data=data,
                        source=f"tuxpaint-stamps:{stamp}",
                        group=GROUPS.get(stamp),
                        mosaic=stamp in MOSAIC,
                    )
                )
    assert not unused, f"no such stamp: {sorted(unused)}"
    known = [p.source.rsplit("/", 1)[1] for p in pictures]
    assert len(known) == len(set(known)), "two stamps share a name"
    for credit, _, names in CREDITS:
        missing = set(names.split()) - set(known)
        assert not missing, f"{credit}: no such stamp: {sorted(missing)}"

    links = imagenet_links.links(packages)
    return Sample(
        name="things",
        title="Everyday things",
        display={"zh_CN": "日常事物"},
        model="efficientnet-lite0",
        classes=[Class(i, name, {"zh_CN": zh}, links[i]) for i, name, zh, _ in CLASSES],
        pictures=pictures,
        notes=["close-to-pretraining", "cut-out-on-white"],
    )
