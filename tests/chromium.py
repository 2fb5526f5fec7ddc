"""A Chromium and a Chinese font for the tests: the system's, else Debian's packages, else Playwright's own browser."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"  # has no windows to draw, so that a page opens in a third of the time
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONT = "fonts-noto-cjk"  # without it every Chinese character is a box
PACKAGES = ((SHELL, FONT), ("chromium", FONT))  # the first that can be had
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


def _apt(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run = subprocess.run(["apt-get", "-qq", *command], env=environment, check=False, capture_output=True)
    return run.returncode == 0


def _install() -> bool:
    """Install Debian's packages, where that can be done without asking."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    print("Installing a Chromium and a Chinese font ...", flush=True)
    if not (_system() and _has_chinese_font()):
        _apt("update")
    wanted = PACKAGES[:1] if _system() else PACKAGES
    return any(_apt("install", "-y", "--no-install-recommends", *packages) for packages in wanted)


def provide() -> str:
    """Make sure that there is a browser and a font; what is missing in words, or nothing when all is there."""
    if not (shutil.which(SHELL) and _has_chinese_font()):
        _install()
    if not (_system() or _playwright()):
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if not (_system() or _playwright()):
        return (
            "The tests need a Chromium, and none could be installed. Install one (Debian, Ubuntu: sudo apt-get install "
            f"{' '.join(PACKAGES[-1])}; macOS: brew install --cask chromium), then run make test again."
        )
    if not _has_chinese_font():
        print("Note: no Chinese font is installed, so screenshots will show boxes (Debian: fonts-noto-cjk).")
    return ""
