"""Open questions as people and programs read them."""

import shlex
from typing import TYPE_CHECKING

from treatywatch.views.present.agreement import cited
from treatywatch.views.present.words import Told, joined

if TYPE_CHECKING:
    from treatywatch.service.queue import Choice, Question


def question_lines(question: "Question", where: str) -> list[Told]:
    """A question's agreements, what hangs on it, and each answer with its evidence and commands.

    ``where`` is added to each command: the option that names the registry, or nothing.
    """
    about = [
        Told("", joined(each.name, each.form, ", ".join(each.parties), each.key), ()) for each in question.agreements
    ]
    hangs = joined(_counted(question.documents, "document"), _counted(question.assertions, "assertion"))
    weight = [Told("", f"on it hang {hangs}", (*question.status, *question.because))]
    answers = [
        Told("", f"if {choice.says}", (*map(cited, choice.sources), *commands(choice, where)))
        for choice in question.choices
    ]
    return [*about, *weight, *answers]


def question_record(question: "Question", where: str) -> dict[str, object]:
    """A question for programs, its commands as a shell takes them."""
    return {
        "kind": question.kind,
        "asks": question.asks,
        "agreements": question.agreements,
        "documents": question.documents,
        "assertions": question.assertions,
        "status": question.status,
        "because": question.because,
        "choices": [
            {"says": choice.says, "sources": choice.sources, "commands": commands(choice, where)}
            for choice in question.choices
        ],
    }


def commands(choice: "Choice", where: str) -> list[str]:
    """The commands that settle a question so; WHY is for the person to write."""
    return [f"treatywatch {shlex.join(words)} --because WHY{where}" for words in choice.commands]


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
