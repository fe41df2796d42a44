"""Values as the text of one cell, for files that know no lists."""

from extractor.tables.table import Value

JOINT = " / "  #: between what stands in one cell


def cell_text(value: Value) -> str:
    """Return a value as text: nothing for None, a list joined by ``JOINT``, each in its place even where one is None.

    ("外相", "首相") → 外相 / 首相; ("e1", None) → "e1 / "; (None,) → ""
    """
    if isinstance(value, tuple):
        return JOINT.join("" if part is None else str(part) for part in value)
    return "" if value is None else str(value)
