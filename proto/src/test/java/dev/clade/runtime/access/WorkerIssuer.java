package dev.clade.runtime.access;

import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An issuer as a server brings it, with a key on an elliptic curve. */
@Singleton
final class WorkerIssuer implements TokenIssuer {
  static final String NAME = "clade-test";
  private static final String KEY_ID = "2026";

  private final EllipticCurveJsonWebKey key;

  WorkerIssuer() throws JoseException {
    key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, PublicKey> keys() {
    return Map.of(KEY_ID, key.getPublicKey());
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.READER, Role.WORKER);
  }

  String token(String subject, String... roles) {
    return sign(claims(subject, 10, roles));
  }

  String expired(String subject) {
    return sign(claims(subject, -10, "reader"));
  }

  /** Returns a token that says that it needs no signature. */
  String unsigned(String subject) {
    JsonWebSignature token = new JsonWebSignature();
    token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
    token.setPayload(claims(subject, 10, "reader").toJson());
    return serialized(token);
  }

  private String sign(JwtClaims claims) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setKey(key.getPrivateKey());
    token.setKeyIdHeaderValue(KEY_ID);
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    return serialized(token);
  }

  private static JwtClaims claims(String subject, int minutes, String... roles) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(NAME);
    claims.setAudience("clade");
    claims.setSubject(subject);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(minutes);
    claims.setStringListClaim("roles", List.of(roles));
    claims.setStringClaim("valuation", "valuations/1");
    return claims;
  }

  private static String serialized(JsonWebSignature token) {
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }
}
