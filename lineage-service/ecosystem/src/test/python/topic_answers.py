"""Writes what gensim answers about the coherence of topics (C_V) in random texts.

Run as: python3 topic_answers.py > ../resources/dev/clade/lineage/ecosystem/topic/topic_answers.json

gensim 4.4 slides its window by striking out the word that leaves, even where the window has it once
more. So texts longer than a window are asked about twice: such that no topic word is twice in a
window, as gensim is; and with repetitions, where each window is looked at anew.
"""

import json
import random

import gensim
import numpy as np
from gensim.corpora import Dictionary
from gensim.models import CoherenceModel
from gensim.topic_coherence.text_analysis import WordOccurrenceAccumulator

SEED = 20231122
WINDOW = 110
WORDS = 60
TOPICS = [list(range(10)), list(range(10, 20)), [0, 11, 22, 33, 44, 5, 16, 27, 38, 49], [3, 59]]


def anew(self, window, doc_num):
    self._uniq_words[:] = False
    self._uniq_words[np.unique(window)] = True


def coherence(texts):
    spelt = [[f"w{word}" for word in text] for text in texts]
    model = CoherenceModel(
        topics=[[f"w{word}" for word in topic] for topic in TOPICS],
        texts=spelt,
        dictionary=Dictionary(spelt),
        coherence="c_v",
        processes=1,
    )
    return model.get_coherence_per_topic()


def text(chance, length):
    """Words of one theme are more frequent than the others."""
    theme = chance.randrange(WORDS // 10) * 10
    return [
        theme + chance.randrange(10) if chance.random() < 0.3 else chance.randrange(WORDS)
        for _ in range(length)
    ]


def without_repetition(chance, length):
    """No topic word again within a window; filled up with a word of no topic, 58."""
    last = {}
    words = []
    for place, word in enumerate(text(chance, length)):
        if place - last.get(word, -WINDOW) < WINDOW or chance.random() < 0.7:
            word = 58
        last[word] = place
        words.append(word)
    return words


def answers():
    chance = random.Random(SEED)
    short = [text(chance, chance.randrange(3, 30)) for _ in range(120)]
    sparse = [without_repetition(chance, chance.randrange(100, 320)) for _ in range(30)]
    mixed = [text(chance, chance.choice([5, 12, 109, 110, 111, 240])) for _ in range(40)]
    found = [
        {"corpus": "short", "texts": short, "coherence": coherence(short)},
        {"corpus": "sparse", "texts": sparse, "coherence": coherence(sparse)},
    ]
    WordOccurrenceAccumulator._slide_window = anew
    # The correction changes nothing where nothing is repeated.
    assert found[1]["coherence"] == coherence(sparse)
    found.append({"corpus": "mixed", "texts": mixed, "coherence": coherence(mixed)})
    return {"gensim": gensim.__version__, "words": WORDS, "topics": TOPICS, "corpora": found}


print(json.dumps(answers(), default=float))
