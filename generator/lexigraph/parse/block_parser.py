"""markdown-it's block parser, with limits that are reported and the places of table rows.

Beyond a limit markdown-it drops the rest in silence; here it becomes a `plain` token, shown as it stands.
"""

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

__all__ = ["BLOCK_NESTING", "ROWS", "LimitedBlock", "TooManyBlocks"]

BLOCK_NESTING = 100
"""Levels of quotes and lists within each other; a list has two, its items being the second."""

ROWS = "rows"
"""Key of a `table_open` token's `meta`: line → (start, end) of the row in the text, containers' markers left out."""

_TOKEN_LIMIT = 160_000
_STEP_LIMIT = 3_000_000
"""Looks at the begin of a line, a dozen for each line of prose; quotes and lists look again at each level."""


class TooManyBlocks(Exception):
    """A file has more blocks, items and cells than are read, or more lines in deeply nested ones."""


class _PlacedBlockState(StateBlock):
    """Keeps the places of table rows, which only the block parser knows, and counts its steps."""

    steps = 0

    def is_code_block(self, line: int) -> bool:
        """As markdown-it's, which every rule asks before it looks at a line."""
        self.steps += 1
        if self.steps > _STEP_LIMIT:
            raise TooManyBlocks
        return super().is_code_block(line)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        if ttype == "table_close":
            self._keep_rows()
        elif len(self.tokens) > _TOKEN_LIMIT:
            raise TooManyBlocks
        return token

    def _keep_rows(self) -> None:
        rows: dict[int, tuple[int, int]] = {}
        for token in reversed(self.tokens):
            if token.type == "tr_open" and token.map is not None:
                line = token.map[0]
                rows[line] = (self.bMarks[line] + self.tShift[line], self.eMarks[line])
            elif token.type == "table_open":
                token.meta[ROWS] = rows
                return


class LimitedBlock(ParserBlock):
    """Parses blocks; raises `TooManyBlocks` instead of filling the memory."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> list[Token]:  # noqa: N803
        """Append the tokens of the text `src`."""
        state = _PlacedBlockState(src, md, env, outTokens)
        self.tokenize(state, 0, state.lineMax)
        return state.tokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - markdown-it's names
        """Append the tokens of the lines; what is nested too deeply becomes one `plain` token."""
        if state.level < BLOCK_NESTING:
            super().tokenize(state, startLine, endLine)
            return
        line = state.skipEmptyLines(startLine)
        state.line = endLine
        if line < endLine:
            token = state.push("plain", "pre", 0)
            token.content = state.getLines(line, endLine, state.blkIndent, keepLastLF=False)
            token.map = [line, endLine]
