"""The formats of news agencies: NewsML-G2, NewsML 1.2, NITF, RSS and Atom, ninjs, IPTC 7901, ANPA 1312."""
