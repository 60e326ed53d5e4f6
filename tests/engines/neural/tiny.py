"""Makes tiny checkpoints of COMET's own classes, in the interpreter that has unbabel-comet, and asks COMET about them.

    python tiny.py FOLDER < SAMPLES

``FOLDER/tiny-KIND`` becomes a model of each of ``KINDS``: ``regression`` (source and reference), ``estimation`` (source
alone), ``xcomet`` (marks words as well). The weights are random but for one thing: ``xcomet`` marks the words in
``MARKED`` and no others, as its first layer holds nothing but which of these a word is. SAMPLES is a JSON list of
COMET's samples; the standard output is JSON, the scores that each model gives them with and without references.
"""

from __future__ import annotations

import json
import string
import sys
from pathlib import Path

import torch
import yaml
from comet import load_from_checkpoint
from comet.models import ReferencelessRegression, RegressionMetric, XCOMETMetric
from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.normalizers import NFKC
from tokenizers.pre_tokenizers import Metaspace
from tokenizers.processors import TemplateProcessing
from transformers import XLMRobertaConfig, XLMRobertaTokenizerFast

MARKED = {"wrongly": "major", "fatally": "critical", "oddly": "minor"}
LETTERS = string.ascii_letters + string.digits + string.punctuation + "éèàçù’“”«»–"
SPACE = "\u2581"
KINDS = {"regression": RegressionMetric, "estimation": ReferencelessRegression, "xcomet": XCOMETMetric}
WIDTH = 8
FAR = -20.0


def make(folder: Path, kind: str) -> None:
    """Write ``hparams.yaml`` and ``checkpoints/model.ckpt`` of a model of ``kind`` into ``folder``."""
    folder.mkdir()
    torch.manual_seed(7)
    encoder = _encoder(folder / "encoder")
    common = {
        "pretrained_model": str(encoder),
        "encoder_model": "XLM-RoBERTa",
        "load_pretrained_weights": False,
        "local_files_only": True,
        "hidden_sizes": [4],
    }
    if kind == "xcomet":
        model = XCOMETMetric(**common, sent_layer=2, word_layer=0)
        _mark_words(model)
    else:
        model = KINDS[kind](**common, layer=2, pool="avg")
    (folder / "checkpoints").mkdir()
    kept = {"state_dict": model.state_dict(), "hyper_parameters": dict(model.hparams)}
    torch.save(kept | {"pytorch-lightning_version": "2.0.0"}, folder / "checkpoints" / "model.ckpt")
    identifier = model.hparams.class_identifier
    (folder / "hparams.yaml").write_text(yaml.safe_dump({"class_identifier": identifier}), encoding="utf-8")


def _encoder(folder: Path) -> Path:
    special = [(name, 0.0) for name in ("<s>", "<pad>", "</s>", "<unk>")]
    pieces = [(f"{SPACE}{word}", -1.0) for word in MARKED] + [(SPACE, -10.0)] + [(letter, FAR) for letter in LETTERS]
    tokenizer = Tokenizer(Unigram([*special, *pieces, ("<mask>", 0.0)], unk_id=3))
    tokenizer.normalizer = NFKC()
    tokenizer.pre_tokenizer = Metaspace()
    tokenizer.post_processor = TemplateProcessing("<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
    fast = XLMRobertaTokenizerFast(tokenizer_object=tokenizer)
    fast.save_pretrained(folder)
    XLMRobertaConfig(
        vocab_size=len(fast),
        hidden_size=WIDTH,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=514,
        type_vocab_size=1,
    ).save_pretrained(folder)
    return folder


def _mark_words(model: XCOMETMetric) -> None:
    """Make the embeddings tell only the severity of a word, and the tagger read just that."""
    labels = ["minor", "major", "critical"]
    tokenizer, embeddings = model.encoder.tokenizer, model.encoder.model.embeddings
    with torch.no_grad():
        embeddings.position_embeddings.weight.zero_()
        embeddings.token_type_embeddings.weight.zero_()
        embeddings.word_embeddings.weight.zero_()
        embeddings.word_embeddings.weight[:, 0] = 1.0
        for word, severity in MARKED.items():
            row = tokenizer.convert_tokens_to_ids(f"{SPACE}{word}")
            embeddings.word_embeddings.weight[row] = torch.eye(WIDTH)[1 + labels.index(severity)]
        model.hidden2tag.weight.zero_()
        model.hidden2tag.bias.zero_()
        model.hidden2tag.weight[:, :4] = 2 * torch.eye(4)


def asked(folder: Path, samples: list[dict[str, str]]) -> list[float]:
    """Return the scores that COMET itself gives ``samples``."""
    model = load_from_checkpoint(str(folder / "checkpoints" / "model.ckpt"), local_files_only=True)
    scores: list[float] = model.predict(samples, batch_size=len(samples), gpus=0, progress_bar=False)["scores"]
    return scores


def main() -> None:
    folder, samples = Path(sys.argv[1]).absolute(), json.load(sys.stdin)
    alone = [{"src": sample["src"], "mt": sample["mt"]} for sample in samples]
    given = {"regression": {"both": samples}, "estimation": {"source": alone}}
    answers = {}
    for kind in KINDS:
        make(folder / f"tiny-{kind}", kind)
        texts = given.get(kind, {"both": samples, "source": alone})
        answers[kind] = {name: asked(folder / f"tiny-{kind}", each) for name, each in texts.items()}
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
