"""A wheel built from this checkout, installed into an empty environment elsewhere, reads an article."""

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from extractor.schema import schema_text

ROOT = Path(__file__).parents[1]
PARTS = ("extractor", "models", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")
DATA = {".json", ".toml", ".csv", ".md", ".typed", ".j2", ".css", ".js"}

pytestmark = pytest.mark.slow


def run(*arguments: str | Path, cwd: Path, stdin: str = "") -> str:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        [str(each) for each in arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build from a copy: setuptools leaves a folder behind that would colour the next wheel."""
    source = tmp_path_factory.mktemp("source")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, source / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, source / part)
    run(*PIP, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", "dist", ".", cwd=source)
    (built,) = (source / "dist").glob("hatsugen-*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an environment with the wheel and what it says that it needs, in the versions of the lock file."""
    folder = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(folder)  # without pip, which takes seconds; that of this environment installs into others, too
    python, what = folder / "bin" / "python", (wheel, "--constraint", ROOT / "requirements.txt")
    uv = (sys.executable, "-m", "uv", "pip", "install", "--python", python, *what)
    if subprocess.run([str(each) for each in uv], capture_output=True, check=False).returncode:
        run(*PIP, "--python", python, "install", "--quiet", *what, cwd=folder)  # where uv does not find what pip does
    return folder


def test_data_and_licences_are_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("extractor/**/*") if path.suffix in DATA}
    models = {f"extractor/{path.relative_to(ROOT).as_posix()}" for path in ROOT.glob("models/**/*") if path.is_file()}
    wanted = data | {name for name in models if "__pycache__" not in name}
    assert {"extractor/py.typed", "extractor/schema.json", "extractor/models/__init__.py"} <= wanted
    assert any(name.startswith("extractor/lexicon/") for name in wanted)
    assert wanted - names == set()
    assert {name.rpartition("/")[2] for name in names if ".dist-info/" in name} >= {"LICENSE", "NOTICE", "METADATA"}


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"extractor"}


@pytest.mark.ginza
def test_the_installed_command_reads_an_article(environment: Path, tmp_path: Path) -> None:
    hatsugen = environment / "bin" / "hatsugen"
    record = json.loads(run(hatsugen, "extract", "-", cwd=tmp_path, stdin="首相は「増税はしない」と述べた。\n"))
    (statement,) = record["statements"]
    assert [span["text"] for span in statement["content"]] == ["増税はしない"]
    assert [speaker["text"] for speaker in statement["speakers"]] == ["首相"]
    assert run(hatsugen, "schema", cwd=tmp_path) == schema_text()


def test_the_installed_package_is_used_and_holds_models(environment: Path, tmp_path: Path) -> None:
    code = "import extractor.models; print(extractor.models.__file__)"
    where = Path(run(environment / "bin" / "python", "-c", code, cwd=tmp_path).strip())
    assert where.is_relative_to(environment)
