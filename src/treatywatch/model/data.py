"""Rules, names and laws as YAML beside the code. The only module that imports the YAML parser."""

import re
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec
import yaml

from treatywatch.model.problem import RuleFileError

T = TypeVar("T")

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")


@cache
def load_yaml(package: str, name: str) -> Any:
    """What the YAML file ``name`` of ``package`` holds, read once; callers must not change it.

    ``name`` may hold folders (``rules/en.yaml``). Raises RuleFileError naming file and line when the file is missing
    or is no YAML.
    """
    try:
        return yaml.load(_text(package, name), Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise RuleFileError(f"{package}/{name}{line}: {getattr(error, 'problem', None) or error}") from error


def load_data(package: str, name: str, kind: type[T]) -> T:
    """The YAML file ``name`` of ``package`` as a value of ``kind``, checked field by field and read once.

    ``kind`` is a msgspec struct or a container of them (``tuple[Rule, ...]``). Raises RuleFileError naming file, line,
    field and what is allowed there.
    """
    key: Any = kind
    value: T = _checked(package, name, key)
    return value


@cache
def load_words(package: str, name: str, which: str) -> frozenset[str]:
    """The list ``which`` of a YAML file of named lists of words. Raises RuleFileError as :func:`load_data` does."""
    lists: type[dict[str, str | tuple[str, ...]]] = dict[str, str | tuple[str, ...]]
    return frozenset(load_data(package, name, lists)[which])


@cache
def _checked(package: str, name: str, kind: Any) -> Any:
    try:
        return msgspec.convert(load_yaml(package, name), kind)
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at `")
        path = path.rstrip("`") or "$"
        line = _line(_text(package, name), path)
        raise RuleFileError(f"{package}/{name}:{line}: {message} at {path}") from error


def _text(package: str, name: str) -> str:
    try:
        return files(package).joinpath(name).read_text("utf-8")
    except (OSError, ModuleNotFoundError) as error:
        raise RuleFileError(f"{package}/{name}: no such data file; is the package installed whole?") from error


def _line(text: str, path: str) -> int:
    node = yaml.compose(text, Loader=_LOADER)
    for key, index in _STEP.findall(path):
        below = _child(node, key, index)
        if below is None:
            break
        node = below
    return node.start_mark.line + 1 if node else 1


def _child(node: Any, key: str, index: str) -> Any:
    if isinstance(node, yaml.SequenceNode) and index and int(index) < len(node.value):
        return node.value[int(index)]
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None
