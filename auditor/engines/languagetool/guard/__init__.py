"""Our few lines of Java, which keep LanguageTool's server for us alone."""

from pathlib import Path

JAR = Path(__file__).with_name("guard.jar")
"""``Guard.java``, compiled by ``compile.py``."""

MAIN_CLASS = "org.languagetool.server.Guard"
