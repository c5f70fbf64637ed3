"""What the program says, in Lao and English: messages with their values, rendered where they are shown."""

from signin.words.failure import Failure
from signin.words.message import LANGUAGES, Language, Message, mark, render, say

__all__ = ["LANGUAGES", "Failure", "Language", "Message", "mark", "render", "say"]
