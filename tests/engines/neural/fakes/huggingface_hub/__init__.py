"""Stands in for the hub: the folder FAKE_HUB holds what is ``there`` and what was fetched ``here``."""

import os
import shutil
from pathlib import Path

from huggingface_hub.utils import GatedRepoError


def snapshot_download(repo_id, local_files_only):
    there, here = (Path(os.environ["FAKE_HUB"]) / place / repo_id for place in ("there", "here"))
    if (there / "gated").exists():
        raise GatedRepoError("403 Client Error. Access to this model is restricted.")
    snapshot = here / "snapshots" / "0123456789abcdef0123"
    if not snapshot.exists():
        if local_files_only or not there.exists():
            raise FileNotFoundError(f"Cannot find {repo_id}. Check your connection.")
        shutil.copytree(there, snapshot)
    return str(snapshot)
