# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of ImageNet's 1,000 labels mean a class of the sample "things".

Picked by what the labels mean, before any accuracy was looked at: a link chosen because it
scores well on the test set would make zero-shot look better than it is. Numbers, because names
repeat (a crane is a bird and a machine); the names are read from the list that torchvision
ships, and a few are compared below, so that a list in another order is noticed.
"""

import ast

# Inclusive ranges of label numbers.
RANGES = {
    # cock to great grey owl; black grouse to black swan; white stork to albatross
    "bird": [(7, 24), (80, 100), (127, 146)],
    # tusker to wombat; whales, seals, dogs, wild dogs, cats, bears, mongoose, meerkat;
    # hares and rodents, hoofed animals, martens, sloth, apes and monkeys, elephants, pandas
    "mammal": [(101, 106), (147, 299), (330, 388)],
    # squashes and cucumber, bell pepper (fruits that are cooked); Granny Smith to pomegranate;
    # acorn, rose hip, buckeye
    "fruit": [(939, 943), (945, 945), (948, 957), (988, 990)],
    # cardoon (a thistle in bloom), rapeseed, daisy, yellow lady's slipper: all there is
    "flower": [(946, 946), (984, 986)],
}

# What stands, hangs or is used in a home: kitchen, table, furniture, light, bath, laundry, desk,
# phone and television, cleaning, garden and hand tools. No clothes, toys, vehicles, instruments.
HOUSEHOLD = [
    409, 412, 418, 428, 431, 434, 435, 438, 440, 441, 446, 453, 455, 462, 463, 469, 470,
    473, 477, 478, 481, 482, 485, 487, 491, 492, 493, 495, 499, 503, 504, 505, 507, 508, 512,
    516, 519, 520, 521, 526, 527, 528, 530, 532, 533, 534, 539, 544, 545, 548, 549, 550, 553,
    556, 559, 563, 564, 567, 572, 587, 588, 589, 590, 591, 596, 600, 604, 606, 618, 619, 620,
    621, 623, 626, 632, 633, 644, 647, 648, 651, 653, 659, 664, 666, 673, 674, 677, 681, 695,
    696, 700, 709, 710, 711, 714, 719, 720, 721, 725, 726, 729, 731, 737, 738, 740, 742, 749,
    750, 754, 758, 760, 761, 765, 766, 767, 769, 771, 772, 773, 778, 783, 784, 786, 790, 792,
    794, 798, 804, 809, 811, 813, 816, 827, 828, 831, 844, 846, 849, 851, 855, 859, 861, 862,
    868, 876, 879, 882, 883, 892, 894, 896, 897, 898, 899, 901, 904, 905, 907, 909, 910, 923,
    968, 999,
]  # fmt: skip

# Label numbers whose names show that the list is in the order the numbers above are for.
LANDMARKS = {
    7: "cock",
    24: "great grey owl",
    80: "black grouse",
    134: "crane bird",
    146: "albatross",
    147: "grey whale",
    299: "meerkat",
    388: "giant panda",
    412: "ashcan",
    587: "hammer",
    849: "teapot",
    948: "Granny Smith",
    957: "pomegranate",
    985: "daisy",
    999: "toilet tissue",
}


def read_labels(packages):
    """ImageNet's labels in order, without importing torchvision (it would want torch)."""
    path = packages / "torchvision/usr/lib/python3/dist-packages/torchvision/models/_meta.py"
    for statement in ast.parse(path.read_text()).body:
        if isinstance(statement, ast.Assign):
            if statement.targets[0].id == "_IMAGENET_CATEGORIES":
                labels = ast.literal_eval(statement.value)
                assert len(labels) == 1000
                for index, name in LANDMARKS.items():
                    assert labels[index] == name, f"label {index} is {labels[index]}, not {name}"
                return labels
    raise ValueError(f"no ImageNet labels in {path}")


def links(packages):
    """Class id -> list of {"label", "index"}; no label serves two classes."""
    labels = read_labels(packages)
    numbers = {c: [n for a, b in r for n in range(a, b + 1)] for c, r in RANGES.items()}
    numbers["household"] = HOUSEHOLD
    every = [n for ns in numbers.values() for n in ns]
    assert len(every) == len(set(every)), "a label is linked twice"
    return {c: [{"label": labels[n], "index": n} for n in ns] for c, ns in numbers.items()}
