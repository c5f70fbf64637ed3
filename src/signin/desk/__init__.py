"""The only Qt: how Lao is drawn on screen; the window itself follows."""
