"""Find a Chromium for the tests, or install one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"]
PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
]


def find():
    """Path of an installed Chrome, Chromium, Edge or Playwright's own browser; None without one."""
    for name in NAMES:
        if shutil.which(name):
            return shutil.which(name)
    for place in PLACES:
        if Path(place).exists():
            return place
    try:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            own = playwright.chromium.executable_path
    except ImportError:
        return None
    return own if Path(own).exists() else None


def ensure():
    """Path of a browser, installed if need be: Playwright's, else the distribution's package.

    Raises SystemExit with the remedy when neither can be had.
    """
    found = find()
    if found:
        return found
    print("No Chrome, Chromium or Edge found; installing Chromium for the tests ...", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])
    if not find() and shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo"]
        subprocess.run([*sudo, "apt-get", "update", "-qq"])
        subprocess.run([*sudo, "apt-get", "install", "-y", "-qq", "chromium"])
    found = find()
    if not found:
        raise SystemExit("The tests need a browser. Install Chrome, Chromium or Edge and run the command again.")
    return found
