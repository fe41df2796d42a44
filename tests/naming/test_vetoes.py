"""Names that are none where they stand: platforms as media, venues, stations in a report on an earthquake."""

from collections.abc import Callable

import pytest

from extractor.lexicon.organizations import load_organizations

pytestmark = pytest.mark.ginza
Named = Callable[[str], list[tuple[str, str]]]
ORGANIZATIONS = load_organizations()


@pytest.mark.parametrize("kind", ["platforms", "venues", "quakes"])
def test_nothing_is_named_beside_any_form(named: Named, kind: str) -> None:
    texts = [entry.example.format(form) for entry in getattr(ORGANIZATIONS, kind) for form in entry.forms]
    assert [text for text in texts if named(text)] == []


def test_platform_is_named_where_it_acts(named: Named) -> None:
    texts = [entry.example.format(form) for entry in ORGANIZATIONS.acting for form in entry.forms]
    assert [text for text in texts if ("フェイスブック", "organization") not in named(text)] == []
