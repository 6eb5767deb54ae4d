import sys
from pathlib import Path

import msgspec
import pytest

from treatywatch.model import RuleFileError
from treatywatch.model.data import load_data, load_yaml


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    gives: str


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> tuple[str, Path]:
    name = f"rules_of_{request.node.name.split('[')[0]}"
    folder = tmp_path / name
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    return name, folder


def test_a_data_file_becomes_checked_values(package: tuple[str, Path]) -> None:
    name, folder = package
    (folder / "rules.yaml").write_text("- {name: a, gives: signed}\n- {name: b, gives: ratified}\n")

    assert load_data(name, "rules.yaml", tuple[Rule, ...]) == (Rule("a", "signed"), Rule("b", "ratified"))


def test_a_wrong_field_is_named_with_its_file_and_line(package: tuple[str, Path]) -> None:
    name, folder = package
    (folder / "rules.yaml").write_text("- name: a\n  gives: signed\n\n- name: b\n  gives: 7\n")

    with pytest.raises(RuleFileError, match=r"rules\.yaml:5: Expected `str`, got `int` at \$\[1\]\.gives"):
        load_data(name, "rules.yaml", tuple[Rule, ...])


def test_broken_yaml_is_named_with_its_line(package: tuple[str, Path]) -> None:
    name, folder = package
    (folder / "rules.yaml").write_text("- name: a\n- name: [b\n")

    with pytest.raises(RuleFileError, match=r"rules\.yaml:3: "):
        load_yaml(name, "rules.yaml")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(RuleFileError, match=r"treatywatch\.model/absent\.yaml: no such data file"):
        load_yaml("treatywatch.model", "absent.yaml")
