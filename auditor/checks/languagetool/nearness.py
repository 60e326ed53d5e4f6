"""How far one spelling is from another, in slips of the finger."""

from __future__ import annotations


def slips(one: str, other: str, limit: int = 2) -> int:
    """Return the least number of letters to add, drop, change or swap with the next; at most ``limit`` + 1.

    This is the optimal string alignment distance (Damerau's, each letter edited once).

    >>> slips("Wendesday", "Wednesday"), slips("adress", "address"), slips("cat", "concert")
    (1, 1, 3)
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return min(row[-1], limit + 1)
