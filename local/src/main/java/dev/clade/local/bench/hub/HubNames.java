package dev.clade.local.bench.hub;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Random;

/** Resource names of words, as long as those of the real hub: 33 characters behind the kind. */
final class HubNames {
  private static final String[] SYLLABLES = {
    "an", "ber", "cal", "dor", "el", "fi", "gra", "hu", "im", "jo", "ka", "lin", "mo", "ne", "or",
    "pal", "qui", "ro", "sa", "tor", "ul", "ve", "wen", "xi", "yo", "za"
  };
  private static final String[] WORDS = {
    "llama",
    "mistral",
    "bert",
    "roberta",
    "whisper",
    "qwen",
    "gemma",
    "phi",
    "t5",
    "gpt2",
    "lora",
    "gguf",
    "finetuned",
    "base",
    "large",
    "instruct",
    "chat",
    "7b",
    "13b",
    "squad",
    "emotion",
    "cased",
    "uncased",
    "v1",
    "v2",
    "awq",
    "gptq",
    "dpo",
    "sft",
    "merged",
    "distilled",
    "small"
  };
  private static final int WORDS_OF_NAME = 4;
  private static final int DIGITS = 36;

  private final Random random;
  private final int[] owners;

  HubNames(Random random, double scale) {
    this.random = random;
    Stubs owned = new Stubs();
    int[] counts = HubShape.OWNED.degrees(scale);
    for (int owner = 0; owner < counts.length; owner++) {
      owned.add(owner, counts[owner]);
    }
    owners = IntArrays.shuffle(owned.toArray(), random);
  }

  /** Returns the name of a model. */
  String model(int number) {
    return other("models", number);
  }

  /** Returns a name that no other number of the collection has. */
  String other(String collection, int number) {
    StringBuilder name = new StringBuilder(collection).append('/');
    appendOwner(owners[number % owners.length], name);
    name.append('/');
    for (int i = 0; i < WORDS_OF_NAME; i++) {
      name.append(WORDS[random.nextInt(WORDS.length)]).append('-');
    }
    return name.append(Integer.toString(number, DIGITS)).toString();
  }

  private static void appendOwner(int owner, StringBuilder name) {
    int rest = owner;
    do {
      name.append(SYLLABLES[rest % SYLLABLES.length]);
      rest /= SYLLABLES.length;
    } while (rest > 0);
  }
}
