"""Tense and modality at odds with what the sentence tells."""
