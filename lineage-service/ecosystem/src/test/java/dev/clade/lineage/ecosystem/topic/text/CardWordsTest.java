package dev.clade.lineage.ecosystem.topic.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardWordsTest {
  static Stream<Arguments> cards() {
    return Stream.of(
        Arguments.of("front matter", "---\ntags: [audio]\nlicense: mit\n---\nSpeech", "speech"),
        Arguments.of("front matter alone", "---\nlicense: mit\n---", ""),
        Arguments.of(
            "a rule is no front matter", "Speech\n\n---\n\nimages\n\n---", "speech images"),
        Arguments.of(
            "fenced code", "Speech\n\n```python\nimport torch\n```\nimages", "speech images"),
        Arguments.of("fenced code without an end", "Speech\n~~~\nimport torch", "speech"),
        Arguments.of("indented code", "Speech\n\n    import torch\n", "speech"),
        Arguments.of("inline code", "Speech `import torch` images ``a`` red`", "speech images red"),
        Arguments.of("inline code over lines", "Speech `import\ntorch` images", "speech images"),
        Arguments.of(
            "code in a list", "* Speech\n  ```\n  torch\n  ```\n* images", "speech images"),
        Arguments.of(
            "HTML",
            "<div align=\"center\"><b>Speech</b> images</div>\n\nred<br>blue",
            "speech images red blue"),
        Arguments.of("comments", "<!-- generated card -->\nSpeech", "speech"),
        Arguments.of("scripts", "<script>torch()</script>\n\nSpeech", "speech"),
        Arguments.of("entities", "Speech &amp; images &lt;b&gt;", "speech images"),
        Arguments.of(
            "links",
            "[Speech](https://torch.org/docs) ![images](torch.png (torch) \"torch\") [red](a(b)",
            "speech images red"),
        Arguments.of(
            "references", "[Speech][1] images\n\n[1]: torch.md \"torch\"", "speech images"),
        Arguments.of(
            "URLs",
            "Speech https://torch.org/docs?a=b www.torch.org someone@torch.org <http://torch.org>",
            "speech"),
        Arguments.of(
            "emphasis", "**Speech** _images_ *red* blue_green", "speech images red blue green"),
        Arguments.of(
            "tables",
            "| Speech | images |\n|:------:|--------|\n| 0.25   | voice  |",
            "speech images voice"),
        Arguments.of("numbers", "Speech 1e-08 3.5 2022 wav2vec2 T5", "speech wav2vec2"),
        Arguments.of(
            "stop words", "This is the speech that we don't use for its images", "speech images"),
        Arguments.of("possessives", "The speaker's speech", "speaker speech"),
        Arguments.of("other letters", "Café Größe 日本語 Речь", "café größe речь"),
        Arguments.of("nothing", "", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cards")
  void onlyProseCounts(String what, String card, String words) {
    assertThat(String.join(" ", CardWords.of(card).stream().map(CardWord::form).toList()))
        .as(what)
        .isEqualTo(words);
  }

  @Test
  void inflectedFormsHaveOneBase() {
    assertThat(CardWords.of("Translating translated translates translation"))
        .extracting(CardWord::base)
        .containsOnly("translate");
    assertThat(CardWords.of("languages language"))
        .extracting(CardWord::base)
        .containsOnly("language");
  }

  /** Reading with recursion would run out of stack. */
  @ParameterizedTest
  @ValueSource(
      strings = {"[", "![](", "<a", "`a``", "---\n", "| a ", "> ", "* _a ", "* ", "*", "- a\n  "})
  @Timeout(20)
  void aTextMadeToBeSlowIsReadInTime(String piece) {
    assertThat(CardWords.of("speech\n\n" + piece.repeat(10_000)))
        .extracting(CardWord::form)
        .contains("speech");
  }
}
