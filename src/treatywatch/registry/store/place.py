"""Where a registry is: a file's path or a database's URL."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from treatywatch.model import RegistryError

_SCHEMES = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


def locate(place: str | Path, create: bool) -> URL:
    """The database URL of ``place``: a path, ``sqlite:///path`` or ``postgresql://user@host/name``.

    Raises RegistryError when the folder is missing, when the path is a folder, when the scheme is not one of these, or
    when there is no such file and ``create`` is false.
    """
    url = _url(place)
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        _check_file(Path(url.database), create)
    return url


def shown(url: URL) -> str:
    """``url`` as messages name it: the path of a file, or the address without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.render_as_string(hide_password=True)


def _url(place: str | Path) -> URL:
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite", database=str(place))
    try:
        url = make_url(place)
    except ArgumentError as error:
        raise RegistryError(f"{place!r} is no database address; write a path or postgresql://user@host/name") from error
    driver = _SCHEMES.get(url.drivername.partition("+")[0])
    if driver is None:
        raise RegistryError(
            f"{url.drivername!r} registries are not supported; use a path or postgresql://user@host/name"
        )
    return url.set(drivername=driver)


def _check_file(path: Path, create: bool) -> None:
    if "\0" in str(path):
        raise RegistryError(f"{str(path)!r} is no path: it holds a zero byte")
    if path.is_dir():
        raise RegistryError(f"{path} is a folder; name a file in it, such as {path / 'treatywatch.db'}")
    if not path.exists() and not create:
        raise RegistryError(f"{path} does not exist; add pages with `treatywatch add PAGE…` first")
    if not path.parent.is_dir():
        raise RegistryError(f"{path.parent} does not exist; make the folder first, or name another with --registry")
