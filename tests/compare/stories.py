"""A story of ours in several translations, as files."""

from __future__ import annotations

from pathlib import Path

REFERENCE = """\
The harbour council met on Monday to discuss the new ferry.

Mayor Ines Tollan said the boat would carry 120 passengers and leave every two hours.

"We have waited nine years for this," she told reporters.

The ferry to Gull Island is due to start in May.

Fishermen fear that the waves will damage their nets.

A study by the port found no danger for the boats.

The council will vote on the plan next week.
"""

SOURCE = """\
Le conseil du port s'est réuni lundi pour discuter du nouveau ferry.

La maire Ines Tollan a déclaré que le bateau transporterait 120 passagers et partirait toutes les deux heures.

"Nous attendons cela depuis neuf ans", a-t-elle dit aux journalistes.

Le ferry pour Gull Island doit démarrer en mai.

Les pêcheurs craignent que les vagues n'endommagent leurs filets.

Une étude du port n'a trouvé aucun danger pour les bateaux.

Le conseil votera sur le projet la semaine prochaine.
"""

GOOD = REFERENCE.replace("discuss the new ferry", "talk about the new ferry").replace("is due to", "is to")
POOR = (
    REFERENCE.replace("discuss the new", "to discuss the the new")
    .replace("120", "210")
    .replace("the waves will", "the the waves will")
)
MERGED = GOOD.replace(
    "danger for the boats.\n\nThe council will vote", "danger for the boats, and the council will vote"
)


def write(folder: Path, **texts: str) -> list[Path]:
    """Write each text to ``folder`` as ``NAME.en.txt`` and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.en.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths
