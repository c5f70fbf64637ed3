"""The Lao language: normal forms, order, words, names, numbers and dates, romanisation, legacy fonts."""
