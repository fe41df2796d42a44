"""Rewrite the generated rows of ``extractor/lexicon/countries.csv`` from the Unicode CLDR, by way of babel.

Run where babel is installed: ``python tools/generate_countries.py``. Rows with source ``cldr`` are made anew: one
common name for each ISO 3166-1 territory. Rows with source ``hand`` (usual, formal, short, old names) stay as they are.
"""

import csv
import sys
from pathlib import Path

from babel import Locale, __version__

CSV = Path(__file__).parent.parent / "extractor" / "lexicon" / "countries.csv"
FIELDS = ("iso", "form", "kind", "source")

#: Codes of CLDR that are no ISO 3166-1 territory: reserved codes, groups of states, private use; and Antarctica.
NO_COUNTRY = frozenset(("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ", "AQ"))


def generated_rows() -> list[dict[str, str]]:
    """Return one row for each territory: its name without what CLDR adds in brackets to tell two apart."""
    names = Locale("ja").territories
    codes = sorted(code for code in names if len(code) == 2 and code.isalpha() and code not in NO_COUNTRY)
    return [
        {"iso": code, "form": names[code].split("(")[0].strip(), "kind": "common", "source": "cldr"} for code in codes
    ]


def kept_rows() -> list[dict[str, str]]:
    """Return the rows that were written by hand."""
    with CSV.open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["source"] != "cldr"]


def main() -> None:
    """Write generated rows, then kept ones whose name was not generated; sorted by code within each."""
    generated = generated_rows()
    taken = {(row["iso"], row["form"]) for row in generated}
    kept = [row for row in kept_rows() if (row["iso"], row["form"]) not in taken or row["kind"] != "common"]
    with CSV.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(generated + sorted(kept, key=lambda row: row["iso"]))
    sys.stdout.write(f"{len(generated)} names from CLDR by babel {__version__}, {len(kept)} by hand\n")


if __name__ == "__main__":
    main()
