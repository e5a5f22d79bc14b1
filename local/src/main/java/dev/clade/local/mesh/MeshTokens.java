package dev.clade.local.mesh;

import dev.clade.runtime.access.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * The issuer of a mesh's tokens, where no identity provider is: a key that signs, and is forgotten
 * with it. RSA, because that is what Quarkus takes a public key for.
 */
final class MeshTokens {
  static final String ISSUER = "clade-local";
  private static final int KEY_BITS = 2_048;

  private final RsaJsonWebKey key;

  /** Creates an issuer with a new key. */
  MeshTokens() {
    try {
      key = RsaJwkGenerator.generateJwk(KEY_BITS);
    } catch (JoseException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  /** Returns what verifies, as SubjectPublicKeyInfo in base64. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(key.getPublicKey().getEncoded());
  }

  /** Returns a token for services of Clade. */
  String issue(String subject, Instant end, Role... roles) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience("clade");
    claims.setSubject(subject);
    claims.setIssuedAtToNow();
    claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
    claims.setStringListClaim("roles", Arrays.stream(roles).map(Role::claim).toList());
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("a key that cannot sign", e);
    }
  }
}
