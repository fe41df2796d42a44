"""Make the pictures of docs/ anew: ``python tools/pictures.py out/statements.html``.

``hatsugen extract corpus/articles -o out/statements.jsonl --published 2026-11-15 --report`` writes that page. Needs a
Chromium on the PATH or named by HATSUGEN_BROWSER, and a Japanese font.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
WORDS = "第５条の発動を議論するのは時期尚早だ"  # of the statement that is opened
ADDRESSES = {
    "matrix": "view=matrix",
    "topic": "topic=topic:nato-article-5",
    "timeline": "view=timeline&topic=topic:nato-article-5&speaker=person:ヤンセン",
}


def main() -> None:
    """Write the pictures."""
    page_file = Path(sys.argv[1]).resolve()
    browser_path = os.environ.get("HATSUGEN_BROWSER") or shutil.which("chromium")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1180, "height": 620})
        page.goto(page_file.as_uri())
        page.get_by_text(WORDS).first.click()
        _take(page, "statement")
        for name, address in ADDRESSES.items():
            page.goto("about:blank")  # a change of the address alone keeps the old view
            page.goto(f"{page_file.as_uri()}#{address}")
            _take(page, name)
        browser.close()


def _take(page: Page, name: str) -> None:
    page.wait_for_timeout(400)  # the page draws with the next frames
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
