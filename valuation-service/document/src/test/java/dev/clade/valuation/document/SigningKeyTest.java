package dev.clade.valuation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonParser;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
  /** The private key of RFC 8037, appendix A.1, as openssl writes it. */
  static final String RFC_8037 =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
      -----END PRIVATE KEY-----
      """;

  /** Appendix A.2. */
  @Test
  void thePublicKeyIsThatOfTheStandard() {
    assertThat(JsonParser.parseString(SigningKey.fromPem(RFC_8037).publicJwk()))
        .isEqualTo(
            JsonParser.parseString(
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                    + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}"));
  }

  @Test
  void aNewKeyIsReadBack() {
    String pem = SigningKey.newPem();
    assertThat(SigningKey.fromPem(pem).publicJwk()).contains("Ed25519").doesNotContain("\"d\"");
    assertThat(SigningKey.newPem()).isNotEqualTo(pem);
  }

  @Test
  void otherKeysAreRefused() throws Exception {
    assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.fromPem("no key"));
    String rsa =
        Base64.getMimeEncoder()
            .encodeToString(
                KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SigningKey.fromPem(
                    "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(rsa)))
        .withMessageContaining("Ed25519");
  }
}
