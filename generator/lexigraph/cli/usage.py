"""What click says of wrong use, in our words: `error: …`, and what to do."""

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from lexigraph.cli.shared import Stopped, WrongUse
from lexigraph.wording import nearest, quoted, the_nearest

__all__ = ["Verbs", "unknown_word", "word_meant", "words_there_are"]

_POSSIBILITIES = re.compile(r"\.? \(?Did you mean.*\Z", re.DOTALL)
_BAD_VALUE = re.compile(r"\AInvalid value for '?(?P<name>[^':]+)'?: ")
_SHORT = 15
"""Words of a list that is printed whole."""


class Verbs(click.Group):
    """A group that lists its verbs in the order of the table, and says what is wrong in our words."""

    def __init__(self, *arguments: Any, verbs: Mapping[str, str], **settings: Any) -> None:
        """`verbs`: verb → the module of `lexigraph.cli`, and the function in it."""
        super().__init__(*arguments, **settings)
        self._verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of the table."""
        return list(self._verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb, of which only now the module is loaded."""
        module = self._verbs.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(f"lexigraph.cli.{module}"), module)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that the first argument names.

        Raises:
            WrongUse: there is none.
        """
        if not (args[0] in self._verbs or args[0].startswith("-") or ctx.resilient_parsing):
            raise WrongUse(f"no such command '{args[0]}'", self._command_meant(args))
        return super().resolve_command(ctx, args)

    def _command_meant(self, args: list[str]) -> str:
        """The nearest command, one that stands further behind, or all there are."""
        if near := nearest(args[0], self._verbs, limit=3):
            return the_nearest(quoted(near))
        if behind := [word for word in args[1:] if word in self._verbs]:
            return f"the command comes first: lexigraph {behind[0]} …"
        return f"commands are {', '.join(self._verbs)}"

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
            Stopped: by Ctrl-C.
        """
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort) as error:
            raise Stopped from error
        except NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise _in_our_words(error, ctx.invoked_subcommand or "") from error


def unknown_word(what: str, word: str, known: tuple[str, ...]) -> WrongUse:
    """That there is no such word; a short list is printed whole, of a long one the nearest."""
    return WrongUse(f"there is no {what} '{word}'", words_there_are(what, word, known))


def word_meant(what: str, word: str, known: tuple[str, ...]) -> str:
    """The one of the words that is meant, whatever its case.

    Raises:
        WrongUse: there is none.
    """
    if word in known:
        return word
    same = [each for each in known if each.casefold() == word.strip().casefold()]
    if len(same) != 1:
        raise unknown_word(what, word, known)
    return same[0]


def words_there_are(what: str, word: str, known: tuple[str, ...]) -> str:
    """`the nearest is 'technique'; kinds are concept, technique`; of a long list only what is near, if anything is."""
    many = f"{what}{'es' if what.endswith('s') else 's'}"
    near = nearest(word, known, limit=3)
    if not known:
        return f"there are no {many}"
    parts = [the_nearest(quoted(near))] if near else []
    if len(known) <= _SHORT or not near:
        parts.append(f"{many} are {', '.join(known)}")
    return "; ".join(parts)


def _in_our_words(error: click.UsageError, verb: str = "") -> WrongUse:
    message = _POSSIBILITIES.sub("", error.format_message()).rstrip(".")
    message = _BAD_VALUE.sub(lambda found: f"{found['name']}: ", message)
    if not message.startswith("-"):
        message = message[:1].lower() + message[1:]
    return WrongUse(message, _way_out(error, verb))


def _way_out(error: click.UsageError, verb: str) -> str:
    """What to do: the nearest word, else how the verb is used, and what people trip over."""
    if near := [str(word) for word in getattr(error, "possibilities", None) or ()]:
        return the_nearest(quoted(near))
    if error.ctx is None:
        return f"see {' '.join(filter(None, ('lexigraph', verb)))} --help"
    path = error.ctx.command_path
    usage = f"{' '.join(error.ctx.get_usage().removeprefix('Usage: ').split())}; see {path} --help"
    if isinstance(error, click.NoSuchOption):
        return f"a name that begins with - goes behind two of them: {path} -- -name; see {path} --help"
    if "extra argument" in error.message:
        options = {name for each in error.ctx.command.params for name in each.opts if name.startswith("--")}
        meant = [f"--{word}" for word in re.findall(r"\w+", error.message.rpartition("(")[2]) if f"--{word}" in options]
        takes_names = any(isinstance(each, click.Argument) for each in error.ctx.command.params)
        hint = "put quotes round a name of several words; " if takes_names else ""
        return f"the option is {meant[0]}; {usage}" if meant else f"{hint}{usage}"
    return usage
