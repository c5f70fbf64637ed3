"""The palette, made from the tokens: the window's colours before and beside the style sheet."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from signin.desk.look.tokens import Theme


def palette(theme: Theme) -> QPalette:
    """Give the palette for what the style sheet does not reach: what widgets and delegates draw by themselves."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.ground,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.ground,
        role.Text: theme.text,
        role.PlaceholderText: theme.quiet,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.stop_words,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Mid: theme.line,
    }
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.quiet))
    return made
