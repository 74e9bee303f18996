"""Which folders a site may take the place of: building must never delete what is not a site."""

from pathlib import Path

__all__ = ["WrongOutputError", "replaceable"]


class WrongOutputError(Exception):
    """The output cannot be replaced; the message says why, `help` what to do."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


def replaceable(output: Path, content: Path) -> Path:
    """The output with symbolic links resolved, when a site built from `content` may take its place.

    It may when there is nothing, an empty folder, or a site: a folder whose `index.html` names MkDocs (every theme's
    does) and which is neither a project nor a work tree. No marker file is needed, so a site that `mkdocs build`
    made can be replaced as well.

    Raises:
        WrongOutputError: it holds something else, or the content itself.
    """
    output, content = output.resolve(), content.resolve()
    if content.is_relative_to(output):
        raise WrongOutputError(
            f"the output {output} holds the content folder {content}, and would replace it",
            "name another folder: -o site",
        )
    if not output.exists():
        _refuse_file_above(output)
        return output
    if not output.is_dir():
        raise WrongOutputError(f"the output {output} is a file", "name a folder: -o site")
    if any(output.iterdir()) and not _is_site(output):
        raise WrongOutputError(
            f"the output {output} is not empty and holds no site; nothing in it was touched",
            "empty it yourself, or name another folder: -o site",
        )
    return output


def _is_site(folder: Path) -> bool:
    index = folder / "index.html"
    if not index.is_file() or any((folder / name).exists() for name in (".git", "mkdocs.yml", "pyproject.toml")):
        return False
    return b'<meta name="generator" content="mkdocs' in index.read_bytes()


def _refuse_file_above(output: Path) -> None:
    for folder in output.parents:
        if folder.exists():
            if not folder.is_dir():
                raise WrongOutputError(f"{folder} is a file, so {output} cannot be made", "name a folder: -o site")
            return
