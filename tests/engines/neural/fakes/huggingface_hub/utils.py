class GatedRepoError(Exception):
    pass
