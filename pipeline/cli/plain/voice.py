"""Lines out and lines in: no colour, no drawing, no movement of the cursor; hostile text shows as it is."""

from typing import IO

from pipeline.text.visible import visible


class Voice:
    """Tells lines and hears lines on two streams."""

    def __init__(self, heard: IO[str], told: IO[str]) -> None:
        self._heard = heard
        self._told = told

    def say(self, *lines: str) -> None:
        """Tell lines; a line break within one is a space, so that no text can pretend to be a line of ours."""
        for line in lines:
            self._told.write(visible(line).rstrip() + "\n")
        self._told.flush()

    def hear(self, prompt: str) -> str | None:
        """The line that the person types behind a prompt; None where there is nobody any more (end of input)."""
        self._told.write(visible(prompt) + " ")
        self._told.flush()
        line = self._heard.readline()
        return line.rstrip("\r\n") if line else None

    def hear_lines(self, prompt: str) -> list[str] | None:
        """Lines up to an empty one; None where the input ends before it."""
        lines: list[str] = []
        while line := self.hear(prompt):
            lines.append(line)
        return lines if line is not None else None

    def agrees(self, question: str) -> bool:
        """Whether the person answers `yes`, in full; anything else is no."""
        answer = self.hear(f"{question} Type yes or no:")
        return answer is not None and answer.strip().lower() == "yes"
