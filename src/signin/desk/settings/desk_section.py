"""This desk: its name, language, looks, sounds."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.settings.section import Section
from signin.exchange.settings_file import Settings
from signin.lao.normalize import canonical
from signin.words import say


class DeskSection(Section):
    """What is chosen holds at once; a name when it was typed."""

    icon_name = "settings"

    def __init__(self, voice: Voice, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("This desk"), parent)
        self._name = settings.desk
        self.name = Field(voice, look, say("Name of this desk"))
        self.name.set_text(settings.desk)
        self.name.edit.editingFinished.connect(self._take_name)
        self.language = Choice(
            voice, look, say("Language"), [("lo", say("Lao")), ("en", say("English"))], value=settings.language
        )
        self.theme = Choice(
            voice,
            look,
            say("Light or dark"),
            [("light", say("Light"), "light"), ("dark", say("Dark"), "dark")],
            value=settings.theme,
        )
        self.sounds = Choice(
            voice,
            look,
            say("Sound"),
            [(True, say("On"), "sound"), (False, say("Off"), "sound-off")],
            value=settings.sounds,
        )
        choices = ((self.language, "language"), (self.theme, "theme"), (self.sounds, "sounds"))
        for choice, setting in choices:
            choice.chosen.connect(lambda value, setting=setting: self.changed.emit({setting: value}))
        looks = QHBoxLayout()
        for choice in (self.language, self.theme):
            looks.addWidget(choice, 1)
        self.body.addWidget(self.name)
        self.body.addLayout(looks)
        self.body.addWidget(self.sounds)

    def follow(self, settings: Settings) -> None:
        """Show settings that were changed elsewhere."""
        self.language.set_value(settings.language)
        self.theme.set_value(settings.theme)
        self.sounds.set_value(settings.sounds)

    def _take_name(self) -> None:
        """Keep the name; an empty one is refused in place."""
        name = canonical(self.name.text())
        self.name.complain(None if name else say("A desk needs a name."))
        if name and name != self._name:
            self._name = name
            self.changed.emit({"desk": name})
