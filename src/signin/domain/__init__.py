"""The meeting: frozen values and pure rules."""
