package dev.clade.valuation.server.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Which keys are taken, and what they sign. */
class CredentialKeyTest {
  @Test
  void aKeyThatWasWrittenAndReadSignsTheSame() throws JoseException {
    String jwk = CredentialKey.newJwk();
    CredentialKey key = CredentialKey.parse(jwk);
    assertThat(CredentialKey.parse(jwk).id()).isEqualTo(key.id());
    JsonWebSignature token = new JsonWebSignature();
    token.setCompactSerialization(
        new WorkerCredentials(() -> key, Clock.systemUTC())
            .issue("worker", Optional.empty(), Duration.ofMinutes(1)));
    token.setKey(CredentialKey.parse(jwk).publicKey());
    assertThat(token.verifySignature()).isTrue();
    assertThat(token.getKeyIdHeaderValue()).isEqualTo(key.id());
    assertThat(token.getPayload()).doesNotContain("valuation\":");
  }

  @Test
  void otherCurvesPublicKeysAndNonsenseAreRefused() throws JoseException {
    refused(
        EcJwkGenerator.generateJwk(EllipticCurves.P384).toJson(OutputControlLevel.INCLUDE_PRIVATE));
    refused(
        PublicJsonWebKey.Factory.newPublicJwk(CredentialKey.newJwk())
            .toJson(OutputControlLevel.PUBLIC_ONLY));
    refused("{}");
    refused("no JSON");
  }

  private static void refused(String jwk) {
    assertThatIllegalArgumentException().isThrownBy(() -> CredentialKey.parse(jwk));
  }
}
