"""The judge of sentence pairs: does one sentence entail another, leave it open, or contradict it?"""

from readerapp.entailment.judge import CONTRADICTION, ENTAILMENT, NEUTRAL, EntailmentModel
from readerapp.minilm import ModelUnavailableError

__all__ = ["CONTRADICTION", "ENTAILMENT", "NEUTRAL", "EntailmentModel", "ModelUnavailableError"]
