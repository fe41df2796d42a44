"""Titles that one person hardly has both of."""

import pytest

from extractor.naming.roles import is_other_holder


@pytest.mark.parametrize(
    ("role", "roles", "is_other"),
    [
        pytest.param("最高経営責任者", ["大統領"], True, id="state-and-firm"),
        pytest.param("前大統領", ["社長"], True, id="office-that-was-held"),
        pytest.param("総裁", ["首相"], False, id="state-and-party"),
        pytest.param("教授", ["首相"], False, id="neither"),
        pytest.param("", ["首相"], False, id="no-title"),
        pytest.param("首相", [], False, id="nobody"),
    ],
)
def test_other_holder(role: str, roles: list[str], is_other: bool) -> None:
    assert is_other_holder(role, roles) is is_other
