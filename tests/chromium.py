"""A Chromium and a Chinese font for the tests: the system's, else Debian's packages, else Playwright's own browser."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-cjk")  # without the font every Chinese character is a box
ARGUMENTS = (
    "--no-sandbox",  # Chromium as root, in a container
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def _system() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def executable() -> str:
    """The path of the browser that the tests start; RuntimeError when `provide` was not called or found none."""
    found = _system() or _playwright()
    if not found:
        raise RuntimeError("no Chromium: run .venv/bin/inv browser")
    return found


def _has_chinese_font() -> bool:
    listed = (
        subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False)
        if shutil.which("fc-list")
        else None
    )
    return listed is None or bool(listed.stdout.strip())


def _apt() -> bool:
    """Install Debian's packages, where that can be done without asking."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing {' and '.join(PACKAGES)} ...", flush=True)
    commands = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES])
    return all(
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0
        for command in commands
    )


def provide() -> str:
    """Make sure that there is a browser and a font; what is missing in words, or nothing when all is there."""
    if not (_system() and _has_chinese_font()):
        _apt()
    if not (_system() or _playwright()):
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if not (_system() or _playwright()):
        return (
            "The tests need a Chromium, and none could be installed. Install one (Debian, Ubuntu: sudo apt-get install "
            f"{' '.join(PACKAGES)}; macOS: brew install --cask chromium), then run make test again."
        )
    if not _has_chinese_font():
        print("Note: no Chinese font is installed, so screenshots will show boxes (Debian: fonts-noto-cjk).")
    return ""
