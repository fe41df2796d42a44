"""Data and code inside HTML: nothing in them can end their element, and a browser runs only what is listed."""

import base64
import hashlib
import json
import re
from typing import Any

from markupsafe import Markup

# What could end a <script>, open a comment in it, end a line of JavaScript, or cannot be written as UTF-8.
_RISKY = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def embedded_json(value: Any) -> Markup:
    r"""Return ``value`` as JSON for a <script type="application/json">: </script> stands there as \u003c/script\u003e.

    A browser's JSON.parse gives back the same strings, lone surrogates included.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(_RISKY.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def digest(code: str) -> str:
    """Return what a Content-Security-Policy calls ``code``: 'sha256-…' of the UTF-8 between the tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
