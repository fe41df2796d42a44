"""What is written down in two places agrees: version, packages, lock files."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import extractor

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_newest_entry_of_the_changelog_is_the_version(project: dict[str, Any]) -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    entries = re.findall(r"^## \[([0-9][^]]*)\] - \d{4}-\d{2}-\d{2}$", changelog, re.MULTILINE)
    assert entries[0] == project["project"]["version"] == extractor.__version__


def test_every_package_is_packaged(project: dict[str, Any]) -> None:
    found = {".".join(init.parent.relative_to(ROOT).parts) for init in ROOT.glob("extractor/**/__init__.py")}
    assert {*found, "extractor.models"} == set(project["tool"]["setuptools"]["packages"])


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_lock_files_hold_exact_versions_of_every_dependency(project: dict[str, Any], name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    locked = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in locked if not re.match(r"[a-z0-9.-]+==[^ *]+( ;|$)", line)] == []
    names = {re.split("==", line)[0] for line in locked}
    wanted = project["project"]["dependencies"]
    if name == "requirements-dev.txt":
        wanted = wanted + project["dependency-groups"]["dev"]
    assert {re.split("[<>=]", each)[0] for each in wanted} <= names


def test_both_lock_files_name_the_same_versions() -> None:
    main, dev = (
        set((ROOT / name).read_text(encoding="utf-8").splitlines())
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert main <= dev
