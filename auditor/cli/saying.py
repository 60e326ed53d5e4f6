"""What a command says in words: each line passes ``visible`` on its way out, whatever was put into it.

How that is done is imported when there is something to say, so that help answers at once.
"""

from __future__ import annotations

import click


def say(sentence: object) -> None:
    """Tell ``sentence``, an error perhaps, on a line of the standard error."""
    from auditor.text.visible import visible

    click.echo(f"auditor: {visible(str(sentence))}", err=True)


def show_lines(*lines: str) -> None:
    """Print ``lines`` on the standard output, each as one line."""
    from auditor.text.visible import visible

    click.echo("\n".join(map(visible, lines)))


def show_traceback(error: BaseException) -> None:
    """Print the traceback of ``error`` on the standard error."""
    from auditor.text.visible import traceback_of

    click.echo(traceback_of(error), err=True)
