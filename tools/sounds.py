"""Make the sounds of the desk: run it, and it writes resources/sounds anew, the same bytes every time."""

from __future__ import annotations

import math
import struct
import wave
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE = 22050
_LOUD = 0.4
_ATTACK = 0.008
"""Seconds in which a note swells, so that it does not click."""


@dataclass(frozen=True, slots=True)
class Note:
    """A tone: its pitch in hertz, its begin and length in seconds, and the shares of its overtones."""

    pitch: float
    start: float
    length: float
    overtones: tuple[float, ...] = (1.0, 0.2)

    def at(self, time: float) -> float:
        """Give the swing of the note at a moment."""
        inside = time - self.start
        if not 0 <= inside < self.length:
            return 0.0
        swell = min(1.0, inside / _ATTACK) * math.pow(1 - inside / self.length, 1.5)
        waves = enumerate(self.overtones, start=1)
        swing = sum(share * math.sin(2 * math.pi * self.pitch * order * inside) for order, share in waves)
        return swell * swing / sum(self.overtones)


_LOW = (1.0, 0.6, 0.4)
"""Small loudspeakers give little of a low tone: its overtones carry it."""
SOUNDS = {
    "go": (Note(659.3, 0.0, 0.16), Note(880.0, 0.1, 0.23)),
    "look": (Note(523.3, 0.0, 0.26),),
    "stop": (Note(207.7, 0.0, 0.15, _LOW), Note(207.7, 0.18, 0.16, _LOW)),
}


def samples(notes: tuple[Note, ...]) -> bytes:
    """Give the notes as 16-bit samples, one channel."""
    count = round(max(note.start + note.length for note in notes) * RATE)
    swings = (sum(note.at(index / RATE) for note in notes) for index in range(count))
    return b"".join(struct.pack("<h", round(max(-1.0, min(1.0, swing * _LOUD)) * 32767)) for swing in swings)


def write(folder: Path) -> list[Path]:
    """Write a wav file for each tone."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, notes in SOUNDS.items():
        made.append(folder / f"{name}.wav")
        with wave.open(str(made[-1]), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(notes))
    return made


if __name__ == "__main__":
    for path in write(FOLDER):
        print(path.name, path.stat().st_size)
