"""`dateline serve`: the reading room."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

_NEEDED = ("litestar", "jinja2", "uvicorn", "duckdb", "pyarrow")


def serve(
    record_dir: Annotated[
        Path | None,
        typer.Argument(
            metavar="[RECORD_DIR]", show_default=False, help="What `dateline build` wrote; none: read pages only."
        ),
    ] = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; another than this machine's own demands a password.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes one that is free.")] = 8017,
    token: Annotated[
        str | None,
        typer.Option(
            metavar="PASSWORD", envvar="DATELINE_TOKEN", help="The password people sign in with, and programs send."
        ),
    ] = None,
    password_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file whose first line is the password.")
    ] = None,
    addresses: Annotated[
        bool | None,
        typer.Option(
            "--addresses/--no-addresses",
            show_default=False,
            help="Fetch pages by their address (if not given: only where nobody else can reach the server).",
        ),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that read pages.")] = 1,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another English spaCy pipeline, by package name or path.")
    ] = None,
    tables: Annotated[
        list[Path] | None, typer.Option(metavar="FOLDER", help="Tables laid over the package's; may be repeated.")
    ] = None,
    any_language: Annotated[
        bool, typer.Option("--any-language", help="Read texts that are not English all the same.")
    ] = False,
) -> None:
    """Open the reading room: a local web page where people read, search and check the record.

    It listens on this machine only, unless --host says otherwise, and then demands a password.
    """
    settings = {
        "archive": record_dir,
        "host": host,
        "port": port,
        "workers": workers,
        "model": model,
        "tables": tuple(str(t) for t in tables or ()),
        "any_language": any_language,
    }
    _serve(settings, _password(token, password_file), addresses)


def _serve(wanted: dict[str, Any], password: str | None, addresses: bool | None) -> None:
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        _refuse(f"the reading room needs {', '.join(missing)}; install: pip install 'dateline[web]'")
    from dateline.web import Settings, is_loopback, serve

    host, archive = wanted["host"], wanted["archive"]
    if not is_loopback(host) and password is None:
        _refuse(f"others can reach {host}: give a password with --token or --password-file (or leave out --host)")
    if archive is not None and not (archive / "units").is_dir():
        _refuse(f"{archive}: there is no record here; make one with `dateline build SOURCE --into {archive}`")
    addresses = is_loopback(host) if addresses is None else addresses
    settings = Settings(**wanted, password=password, addresses=addresses)
    try:
        serve(settings, on_ready=lambda address: typer.echo(f"The reading room is at {address} (Ctrl-C ends it)", err=True))
    except OSError as e:
        _refuse(f"{host}:{wanted['port']} can't be listened on ({e.strerror or e}); give another with --port")


def _password(token: str | None, file: Path | None) -> str | None:
    """The password, from the option, the environment or the first line of a file."""
    if file is not None:
        try:
            token = file.read_text(encoding="utf-8").split("\n")[0].strip()
        except (OSError, UnicodeDecodeError) as e:
            _refuse(f"{file}: the password can't be read ({e})")
    if token is not None and len(token) < 8:
        _refuse("the password has fewer than 8 characters; give a longer one")
    return token


def _refuse(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(2)
