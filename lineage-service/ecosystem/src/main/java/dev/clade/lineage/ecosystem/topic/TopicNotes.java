package dev.clade.lineage.ecosystem.topic;

import java.util.List;

/** How to read a report of topics: rules, and what the study does not tell. */
final class TopicNotes {
  /** In the order of the tables. */
  static final List<String> NOTES =
      List.of(
          "The study tells that it finds topics of cards by latent Dirichlet allocation and that"
              + " one is visibly not safe for work. Its settings and its list of topics could not"
              + " be read: cleaning, numbers of topics, rounds and seed are Clade's own.",
          "Cards are those that the catalogue had when the report was computed. Cards of up to"
              + " three characters are left out, and whole cards that say that they were generated"
              + " automatically (Laufer et al. 2025); templates that say nothing of it are not"
              + " recognised, so many copies of one text make a topic of their own.",
          "Of more cards than the bound those with the least hash of identifier and seed are drawn:"
              + " a sample that depends on neither order nor time.",
          "Words are those of the prose, in lower case: without front matter, code, HTML and URLs,"
              + " and of three letters at least. Stop words are English ones only; words of other"
              + " languages count and make topics of their own.",
          "In the place of lemmas stand the stems of Krovetz (1993), by a dictionary and rules for"
              + " inflection; nouns of actions and adjectives of countries fall together with their"
              + " verbs and countries. A word is shown in the form of it that is most frequent.",
          "Words in few or in most of the drawn cards are dropped; cards that keep none are left"
              + " out.",
          "Topics are drawn by Gibbs sampling, in one thread for each number of topics, so the same"
              + " seed gives the same report. Chains differ by their seed alone, and end in other"
              + " topics: what the worst and the best chain of a number have apart says how far to"
              + " trust a choice between numbers.",
          "Coherence is C_V (Röder et al. 2015) over the words as the model has them: of the ten most"
              + " frequent words of a topic, in windows of 110 words. The number of topics with the"
              + " largest mean over chains is chosen, of equal ones the smallest, and of its chains"
              + " the best. gensim gives other figures, since it forgets a word that a window still"
              + " has once more.",
          "The share of a topic is the mean of its shares of cards, the prior included, so that a"
              + " long card counts as much as a short one. Topics are numbered by it.",
          "Months are those of creation of the model, in UTC, from April 2022 on, since when the hub"
              + " records it; not those of the text, which may be much younger. The last month may"
              + " not be whole.",
          "The domain is the modality of the model's one task.",
          "No topic is judged by its words. What can be counted is the hub's tag"
              + " not-for-all-audiences, which authors and the hub set: here of the cards whose main"
              + " topic, the one with the largest share, it is.");

  private TopicNotes() {}
}
