"""What the README says is so."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def distribution(requirement: str) -> str:
    name = re.match(r"[A-Za-z0-9_.-]+", requirement)
    assert name is not None
    return name[0].lower()


def test_the_table_of_keys_is_the_apps() -> None:
    with_keys = runpy.run_path(str(ROOT / "docs/write_keys.py"))["with_keys"]
    assert with_keys(README) == README, "run: python docs/write_keys.py"


def test_the_last_section_says_what_each_dependency_is_for() -> None:
    last = README.split("\n## ")[-1].lower()
    needed = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
    assert [name for name in map(distribution, needed) if f"[{name}]" not in last] == []


def test_links_lead_to_files_that_exist() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if not target.startswith("https://"):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_there_are_two_commands_of_one_line_that_make_the_environment_they_use() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith("reader --demo")
    assert commands[1].endswith("-m pytest")


def test_the_exact_versions_suit_what_the_project_asks_for() -> None:
    from packaging.requirements import Requirement

    lines = (ROOT / "tests/constraints.txt").read_text(encoding="utf-8").splitlines()
    exact = dict(line.split("==") for line in lines if "==" in line)
    versions = {name.lower().replace("_", "-"): version for name, version in exact.items()}
    for text in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]:
        requirement = Requirement(text)
        version = versions[requirement.name.lower().replace("_", "-")]
        assert requirement.specifier.contains(version), f"{text}: {version}"
