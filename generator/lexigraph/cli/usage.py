"""What click says of wrong use, in our words: `error: …`, and what to do."""

import re
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from lexigraph.cli.shared import WrongUse
from lexigraph.wording import nearest, quoted, the_nearest

__all__ = ["Verbs", "unknown_word"]

_POSSIBILITIES = re.compile(r"\.? \(?Did you mean.*\Z", re.DOTALL)
_BAD_VALUE = re.compile(r"\AInvalid value for '?(?P<name>[^':]+)'?: ")
_SHORT = 15
"""Words of a list that is printed whole."""


class Verbs(click.Group):
    """A group that lists its verbs in the order of the table, and says what is wrong in our words."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order in which they were added."""
        return list(self.commands)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the arguments before the verb.

        Raises:
            WrongUse: one of them makes no sense.
        """
        try:
            return super().make_context(info_name, args, parent, **extra)
        except NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise _in_our_words(error) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb.

        Raises:
            WrongUse: there is no such verb, or its arguments make no sense.
        """
        try:
            return super().invoke(ctx)
        except NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise _in_our_words(error) from error


def unknown_word(what: str, word: str, known: tuple[str, ...]) -> WrongUse:
    """That there is no such word; a short list is printed whole, of a long one the nearest."""
    near = nearest(word, known, limit=3)
    is_whole = len(known) <= _SHORT or not near
    help = f"{what}s are {', '.join(known)}" if is_whole else the_nearest(quoted(near))
    return WrongUse(f"there is no {what} '{word}'", help)


def _in_our_words(error: click.UsageError) -> WrongUse:
    near = [str(word) for word in getattr(error, "possibilities", None) or ()]
    message = _POSSIBILITIES.sub("", error.format_message()).rstrip(".")
    message = _BAD_VALUE.sub(lambda found: f"{found['name']}: ", message)
    if not message.startswith("-"):
        message = message[:1].lower() + message[1:]
    if near:
        help = the_nearest(quoted(near))
    elif error.ctx is not None:
        help = f"{' '.join(error.ctx.get_usage().removeprefix('Usage: ').split())}; see {error.ctx.command_path} --help"
    else:
        help = "see lexigraph --help"
    return WrongUse(message, help)
