package dev.clade.valuation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignedDocumentTest {
  private static final SigningKey KEY = SigningKey.fromPem(SigningKeyTest.RFC_8037);
  private static final PayoutDocument DOCUMENT = Documents.document();
  private static final String SIGNED = KEY.sign(CanonicalJson.write(DOCUMENT));

  @Test
  void aDocumentComesBackAsItWasSigned() {
    SignedDocument read = SignedDocument.read(SIGNED + "\n");
    assertThat(read.document()).isEqualTo(DOCUMENT);
    assertThat(read.signatureHolds()).isTrue();
    assertThat(read.isBy(KEY.publicJwk())).isTrue();
    assertThat(read.isBy(SigningKey.fromPem(SigningKey.newPem()).publicJwk())).isFalse();
  }

  @Test
  void theSameDocumentGetsTheSameSignature() {
    assertThat(KEY.sign(CanonicalJson.write(read(SIGNED).document()))).isEqualTo(SIGNED);
  }

  @Test
  void oneDigitMakesTheSignatureWrong() {
    String[] parts = SIGNED.split("\\.");
    String payload = text(parts[1]);
    assertThat(payload).contains("\"a\":700");
    String forged =
        parts[0] + "." + base64(payload.replace("\"a\":700", "\"a\":800")) + "." + parts[2];
    assertThat(read(forged).document().outcome().payments()).containsEntry("a", 800L);
    assertThat(read(forged).signatureHolds()).isFalse();
  }

  @Test
  void unsignedAndForeignTextsAreRefused() {
    String[] parts = SIGNED.split("\\.");
    String none = base64(text(parts[0]).replace("EdDSA", "none"));
    assertThat(read(none + "." + parts[1] + "." + parts[2]).signatureHolds()).isFalse();
    String keyless = base64("{\"alg\":\"EdDSA\"}") + "." + parts[1] + "." + parts[2];
    assertThatIllegalArgumentException().isThrownBy(() -> read(keyless));
    String other = KEY.sign("{\"version\":2}");
    assertThatIllegalArgumentException().isThrownBy(() -> read(other));
    String part = KEY.sign("{\"version\":1,\"name\":\"payouts/1\"}");
    assertThatIllegalArgumentException().isThrownBy(() -> read(part));
    assertThatIllegalArgumentException().isThrownBy(() -> read("a.b"));
    assertThatIllegalArgumentException().isThrownBy(() -> read(KEY.sign("[1]")));
  }

  private static SignedDocument read(String compact) {
    return SignedDocument.read(compact);
  }

  private static String text(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
