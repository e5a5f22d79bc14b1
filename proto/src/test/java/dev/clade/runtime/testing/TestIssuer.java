package dev.clade.runtime.testing;

import java.util.List;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Issues tokens as an operator's issuer does, with a key of its own. */
public final class TestIssuer {
  /** What its tokens call it. */
  public static final String NAME = "https://issuer.test";

  private static final int LIFETIME_MINUTES = 10;

  private final RsaJsonWebKey key;

  /** Creates an issuer with a new key. */
  public TestIssuer() {
    try {
      key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId("test");
    } catch (JoseException e) {
      throw new IllegalStateException("cannot make a key", e);
    }
  }

  /** Returns the key pair that signs its tokens. */
  public RsaJsonWebKey key() {
    return key;
  }

  /** Returns a good token. */
  public String token(String subject, String... roles) {
    return sign(claims(subject, roles));
  }

  /** Returns what a good token says; tests spoil it. */
  public JwtClaims claims(String subject, String... roles) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(NAME);
    claims.setAudience("clade");
    claims.setSubject(subject);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(LIFETIME_MINUTES);
    claims.setStringListClaim("roles", List.of(roles));
    return claims;
  }

  /** Returns a token that says so. */
  public String sign(JwtClaims claims) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setKey(key.getPrivateKey());
    token.setKeyIdHeaderValue(key.getKeyId());
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }
}
