"""The one error that reaches a person: a clear sentence, the next step, and the exit code of the command line."""

from __future__ import annotations


class MailuoError(Exception):
    """Something a person must know: ``sentence`` says what happened, ``advice`` what to do next.

    ``exit_code``: 1 nothing found, 2 wrong use, 3 engine or input failed, 4 ambiguous.
    """

    def __init__(self, sentence: str, advice: str = "", exit_code: int = 3) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice
        self.exit_code = exit_code
