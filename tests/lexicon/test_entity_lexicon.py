"""The data files of entities: what is malformed is refused with file and entry; ids are unique."""

from collections import Counter

import pytest

from extractor.errors import LexiconError
from extractor.lexicon.anaphors import load_anaphors
from extractor.lexicon.countries import CountryName, load_countries
from extractor.lexicon.entry import validate_rows
from extractor.lexicon.organizations import Head, OrganizationName, load_organizations
from extractor.lexicon.refused_endings import load_refused_endings
from extractor.lexicon.titles import TitleClass, load_titles


@pytest.mark.parametrize(
    ("entry", "row", "place"),
    [
        pytest.param(CountryName, {"iso": "usa", "form": "米", "kind": "short", "source": "hand"}, "iso", id="code"),
        pytest.param(CountryName, {"iso": "US", "form": "米", "kind": "brief", "source": "hand"}, "kind", id="kind"),
        pytest.param(OrganizationName, {"name": "国連", "kind": "body", "wikidata": "1065"}, "wikidata", id="item"),
        pytest.param(OrganizationName, {"name": "国連", "kind": "body", "alias": "UN"}, "alias", id="unknown-key"),
        pytest.param(
            Head, {"forms": ["省"], "needs": "luck", "example": "外務省は", "counter": "同省は"}, "needs", id="needs"
        ),
        pytest.param(
            TitleClass, {"id": "a", "kind": "office", "forms": ["氏"], "example": "田中氏は"}, "example", id="no-place"
        ),
    ],
)
def test_a_malformed_entry_is_named(entry: type, row: dict[str, object], place: str) -> None:
    with pytest.raises(LexiconError, match=rf"names\.toml: entry 1 .*{place}"):
        validate_rows("names.toml", [row], entry, what="entry")


def test_no_form_names_two_organisations() -> None:
    counts = Counter(form for entry in load_organizations().names for form in entry.all_forms)
    assert [form for form, count in counts.items() if count > 1] == []


def test_no_form_of_a_country_has_two_codes() -> None:
    codes: dict[str, set[str]] = {}
    for name in load_countries().names:
        if name.kind != "refused":
            codes.setdefault(name.form, set()).add(name.iso)
    assert {form: isos for form, isos in codes.items() if len(isos) > 1} == {}


def test_every_example_of_a_list_has_its_place() -> None:
    organizations = load_organizations()
    lists = [organizations.kinds, organizations.after, organizations.roles, organizations.legal, organizations.own]
    assert all("{}" in entry.example for entries in lists for entry in entries)


def test_titles_that_refer_back_are_titles() -> None:
    titles = load_titles()
    forms = [form.removeprefix("同") for e in load_anaphors().entries if e.role for form in e.forms]
    assert [form for form in forms if form not in titles.index] == []


def test_endings_that_no_organisation_has_are_read() -> None:
    endings = load_refused_endings()
    assert endings.holds("プレミアリーグ")
    assert not endings.holds("国家安全保障会議")
    assert [form for form in endings.kept if endings.holds(f"青波{form}") or not form.endswith(endings.refused)] == []
