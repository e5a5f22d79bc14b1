package dev.clade.valuation.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  record Sample(String zeta, double alphaBeta, Double unknown, Instant when, List<Long> whole) {}

  /** The example of RFC 8785, 3.2.2 and 3.2.3. */
  @Test
  void theExampleOfTheStandardIsWrittenAsItSays() {
    String example =
        """
        {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
         "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
         "literals": [null, true, false]}
        """;
    assertThat(CanonicalJson.write(JsonParser.parseString(example)))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void recordsComeBackAsTheyWere() {
    Sample sample =
        new Sample(
            "a<b",
            0.1 + 0.2,
            Double.NaN,
            Instant.parse("2026-11-28T15:50:23.000001Z"),
            List.of((1L << 53) - 1, -3L));
    String json = CanonicalJson.write(sample);
    assertThat(json)
        .isEqualTo(
            "{\"alpha_beta\":0.30000000000000004,\"unknown\":null,"
                + "\"when\":\"2026-11-28T15:50:23.000001Z\","
                + "\"whole\":[9007199254740991,-3],\"zeta\":\"a<b\"}");
    assertThat(CanonicalJson.read(json, Sample.class)).isEqualTo(sample);
  }
}
