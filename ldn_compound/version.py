"""The library's version, printed on every worksheet."""

VERSION = "0.1.0"
